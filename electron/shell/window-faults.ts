import { app, dialog, type BrowserWindow } from 'electron';
import type { Log } from './log.ts';
import type { ShellText } from './text.ts';

export type FaultParts = { text: ShellText; log: Log; mayReload: () => boolean };

/** A crashed page is loaded again (drafts are in the file); the fourth crash within a minute stops with a message. */
export const watchWindowFaults = (window: BrowserWindow, { text, log, mayReload }: FaultParts): void => {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log('shell.window-gone', { reason, exitCode });
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    if (mayReload()) window.webContents.reload();
    else void closeAfter(text.crash);
  });
  window.on('unresponsive', () => {
    log('shell.window-frozen');
    void askToReload(window, text.frozen);
  });
};

/** Says what happened and what to do next, then ends the program. */
export const closeAfter = async ({ title, detail, close }: ShellText['crash']): Promise<void> => {
  await dialog.showMessageBox({ type: 'error', message: title, detail, buttons: [close], noLink: true });
  app.quit();
};

const askToReload = async (window: BrowserWindow, { title, detail, wait, reload }: ShellText['frozen']): Promise<void> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: title,
    detail,
    buttons: [wait, reload],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1 && !window.isDestroyed()) window.webContents.reload();
};
