import { contextBridge, ipcRenderer } from 'electron';
import { bridgeChannels, connectMessage, type DesktopBridge } from '../shared/kernel/bridge.ts';

/** Hands the page's port on. The shell checks the sender again: a page that got in here must not reach the core by itself. */
const forward = (event: MessageEvent): void => {
  if (event.source !== window || event.data !== connectMessage || event.ports.length !== 1) return;
  ipcRenderer.postMessage(bridgeChannels.connect, null, [...event.ports]);
};

const bridge: DesktopBridge = {
  host: 'desktop',
  copySecret: (secret) => ipcRenderer.invoke(bridgeChannels.copySecret, secret),
  printToPdf: (printId) => ipcRenderer.invoke(bridgeChannels.printToPdf, printId),
};

window.addEventListener('message', forward);
contextBridge.exposeInMainWorld('liubu', bridge);
