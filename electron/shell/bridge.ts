import { BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import { bridgeChannels } from '../../shared/kernel/bridge.ts';
import { isTrustedFrame } from './addresses.ts';
import type { CoreProcess } from './core-process.ts';
import type { Log } from './log.ts';
import type { PrintDesk } from './print-desk.ts';
import { printPaper, printToPdf } from './print-to-pdf.ts';
import type { SecretClipboard } from './secret-clipboard.ts';
import type { ShellText } from './text.ts';

export type BridgeParts = { core: CoreProcess; desk: PrintDesk; secrets: SecretClipboard; text: ShellText; log: Log };

/** Reading a frame that is just going away throws; such a sender is nobody. */
const frameOf = (event: IpcMainEvent | IpcMainInvokeEvent): WebFrameMain | null => {
  try {
    return event.senderFrame;
  } catch {
    return null;
  }
};

const longestSecret = 256;

/** Every way from a page into the program, and the check of who asks. */
export const openBridge = ({ core, desk, secrets, text, log }: BridgeParts): void => {
  const windowOf = (event: IpcMainEvent | IpcMainInvokeEvent, channel: string): BrowserWindow | null => {
    const window = isTrustedFrame(frameOf(event)) ? BrowserWindow.fromWebContents(event.sender) : null;
    if (window === null) log('shell.sender-refused', { channel });
    return window;
  };

  ipcMain.on(bridgeChannels.connect, (event) => {
    const window = windowOf(event, bridgeChannels.connect);
    const [port] = event.ports;
    if (port === undefined) return;
    if (window === null || event.ports.length > 1) return event.ports.forEach((extra) => extra.close());
    core.connect(window.id, port);
  });

  ipcMain.handle(bridgeChannels.copySecret, async (event, secret: unknown) => {
    const window = windowOf(event, bridgeChannels.copySecret);
    return window !== null && typeof secret === 'string' && secret.length <= longestSecret && secrets.copy(secret);
  });

  ipcMain.handle(bridgeChannels.printToPdf, async (event, printId: unknown) => {
    const window = windowOf(event, bridgeChannels.printToPdf);
    if (window === null) return 'failed';
    return typeof printId === 'string' ? printPaper(printId, { desk, text, log }) : printToPdf(window.webContents, text, log);
  });
};
