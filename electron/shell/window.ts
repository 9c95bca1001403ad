import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron';
import { printPath } from '../../shared/kernel/bridge.ts';
import { appHost, appScheme, startAddress } from './addresses.ts';
import { smallestWindow, type WindowPlace } from './window-place.ts';

/** Walls of every window. Each value is Electron's safe one, written out so that a change of default cannot open a hole. */
const walls = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

const look: BrowserWindowConstructorOptions = {
  width: 1366,
  height: 768,
  minWidth: smallestWindow.width,
  minHeight: smallestWindow.height,
  show: false,
  backgroundColor: '#f5f6f8',
  autoHideMenuBar: true,
};

export type WindowParts = { preload: string; title: string; devTools: boolean; place: WindowPlace | null };

/** The only maker of windows. Shown from its first painted frame on, so nobody sees a white flash. */
export const createAppWindow = ({ preload, title, devTools, place }: WindowParts): BrowserWindow => {
  const { maximized = false, ...box } = place ?? {};
  const window = new BrowserWindow({ ...look, ...box, title, webPreferences: { ...walls, preload, devTools } });
  window.once('ready-to-show', () => window.show());
  if (maximized) window.maximize();
  void window.loadURL(startAddress);
  return window;
};

/** A window nobody sees, with one print page in it: no preload, so nothing in it can reach the program. */
export const createPrintWindow = async (printId: string): Promise<BrowserWindow> => {
  const window = new BrowserWindow({ show: false, webPreferences: { ...walls, javascript: false, devTools: false } });
  // Painted once: the text is laid out, and every slice of the fonts it needs has been asked for.
  const painted = new Promise((resolve) => window.once('ready-to-show', () => resolve(true)));
  await window.loadURL(`${appScheme}://${appHost}${printPath(printId)}`);
  await painted;
  return window;
};
