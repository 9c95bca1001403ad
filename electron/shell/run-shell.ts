import { app, BrowserWindow, clipboard, dialog, powerMonitor, protocol, screen, session } from 'electron';
import { join } from 'node:path';
import type { CoreConfig } from '../../shared/kernel/host-messages.ts';
import { appScheme } from './addresses.ts';
import { readAssetTable } from './asset-table.ts';
import { openBridge } from './bridge.ts';
import { startCoreProcess, type CoreProcess } from './core-process.ts';
import { watchIdle } from './idle-watch.ts';
import { osKeyStore } from './key-store.ts';
import type { Log } from './log.ts';
import { setAppMenu } from './menu.ts';
import { lockNavigation } from './navigation.ts';
import { openExternalLink } from './open-external.ts';
import { denyPermissions } from './permissions.ts';
import { crashLimits, repeatGuard } from './repeat-guard.ts';
import { secretClipboard, type SecretClipboard } from './secret-clipboard.ts';
import { createPrintDesk } from './print-desk.ts';
import { serveApp } from './serve-app.ts';
import { shellText, type ShellText } from './text.ts';
import { closeAfter, watchWindowFaults } from './window-faults.ts';
import { keepPlace, placeOfLastTime } from './window-memory.ts';
import { createAppWindow } from './window.ts';

export type ShellParts = {
  log: Log;
  now: () => number;
  windowFolder: string;
  preload: string;
  corePath: string;
  config: CoreConfig;
};

const idlePollMs = 5000;

/** The desktop program from its first line to its last. Only the first instance goes on; a second one hands over and ends. */
export const runShell = (parts: ShellParts): void => {
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  reportBugs(parts.log);
  void app.whenReady().then(() => open(parts));
};

const open = (parts: ShellParts): void => {
  const { log } = parts;
  const text = shellText(app.getLocale());
  app.on('web-contents-created', (_event, contents) =>
    lockNavigation(contents, log, (address) => void openExternalLink(address, text, log)),
  );
  denyPermissions(session.defaultSession, log);
  setAppMenu(text, process.platform);

  const core = startCore(parts, text);
  const desk = createPrintDesk(core.takePrint);
  protocol.handle(appScheme, serveApp(readAssetTable(parts.windowFolder), desk.take));
  const secrets = secretClipboard(clipboard, (work, ms) => void setTimeout(work, ms));
  openBridge({ core, desk, secrets, text, log });
  watchIdle(powerMonitor, {
    everyMs: idlePollMs,
    repeat: (work, everyMs) => void setInterval(work, everyMs),
    onIdle: (seconds) => core.idle(seconds),
    onLock: (reason) => core.lock(reason),
  });
  openWindows(parts, text);
  endWith(core, secrets);
};

const startCore = (parts: ShellParts, text: ShellText): CoreProcess =>
  startCoreProcess({
    modulePath: parts.corePath,
    config: parts.config,
    keyStore: osKeyStore(parts.log),
    log: parts.log,
    mayRestart: repeatGuard(crashLimits, parts.now),
    onGone: () => void closeAfter(text.coreGone),
  });

const openWindows = (parts: ShellParts, text: ShellText): void => {
  const mayReload = repeatGuard(crashLimits, parts.now);
  const placeFile = join(app.getPath('userData'), 'window.json');
  const openOne = (): void => {
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
    const place = placeOfLastTime(placeFile, screens);
    const window = createAppWindow({ preload: parts.preload, title: text.appName, devTools: !app.isPackaged, place });
    keepPlace(window, placeFile);
    watchWindowFaults(window, { text, log: parts.log, mayReload });
  };
  const focusFirst = (): void => {
    const [first] = BrowserWindow.getAllWindows();
    if (first === undefined) return openOne();
    if (first.isMinimized()) first.restore();
    first.focus();
  };
  // What a second start says is untrusted text from any program; so far nothing in it is needed.
  app.on('second-instance', focusFirst);
  app.on('activate', focusFirst);
  openOne();
};

/** The file is closed by the core before the program ends; a second quit request while that runs is ignored. */
const endWith = (core: CoreProcess, secrets: SecretClipboard): void => {
  const state = { ending: false };
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    if (state.ending) return;
    state.ending = true;
    event.preventDefault();
    void Promise.all([core.stop(), secrets.forget()]).then(() => app.exit(0));
  });
};

/** Bugs of this process: logged once with a reference the person can pass on; never a stack or a path on the screen. */
const reportBugs = (log: Log): void => {
  const report = (error: unknown): void => {
    const reference = `S-${Date.now().toString(36)}`;
    log('shell.bug', { reference, name: error instanceof Error ? error.name : typeof error });
    if (app.isReady()) dialog.showErrorBox('Liubu', reference);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => log('shell.child-gone', { type, reason, exitCode }));
};
