import type { WebContents } from 'electron';
import { isAppAddress } from './addresses.ts';
import type { Log } from './log.ts';

/**
 * Keeps a page on the app's own documents: no foreign address by click, script, redirect or frame, no second window, no
 * embedded web view. A refused navigation leaves the document as it was. Links out go to `openLink`.
 */
export const lockNavigation = (contents: WebContents, log: Log, openLink: (address: string) => void): void => {
  contents.on('will-navigate', (event) => {
    if (isAppAddress(event.url)) return;
    event.preventDefault();
    log('shell.navigation-refused');
  });
  contents.on('will-redirect', (event) => {
    if (isAppAddress(event.url)) return;
    event.preventDefault();
    log('shell.redirect-refused');
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return;
    event.preventDefault();
    log('shell.frame-refused');
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
};
