import type { BrowserContext } from '@playwright/test';
import { EventEmitter } from 'node:events';
import { StandInContents, type WindowHost } from './browser-window.ts';
import type { Recorded, Recorder } from './recorder.ts';
import { forkUtility, type StandInUtilityProcess } from './utility-process.ts';

export type StandInOptions = { context: BrowserContext; userData: string; firstInstance?: boolean };

/** Only what Electron really has may be offered: a key that its types do not know does not compile. */
type Part<T> = { [K in keyof T]?: unknown };

type Handler = (event: object, ...args: unknown[]) => unknown;

class Ipc extends EventEmitter {
  readonly handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler);
  }
}

const createApp = (
  { userData, firstInstance = true }: StandInOptions,
  record: Recorder,
): EventEmitter & Part<Electron.App> & { quit: () => void } => {
  const app = new EventEmitter();
  const state = { ready: false, ended: false };
  const exit = (code = 0): void => {
    state.ended = true;
    record('app.exit', { code });
    app.emit('quit', {}, code);
  };
  const quit = (): void => {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
    record('app.quit');
    app.emit('will-quit', event);
    if (!event.prevented && !state.ended) exit();
  };
  const members: Part<Electron.App> & { quit: () => void } = {
    isPackaged: true,
    getPath: () => userData,
    getLocale: () => 'zh-CN',
    getVersion: () => '0.0.0-stand-in',
    isReady: () => state.ready,
    enableSandbox: () => record('app.enableSandbox', { beforeReady: !state.ready }),
    requestSingleInstanceLock: () => firstInstance,
    whenReady: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      state.ready = true;
    },
    quit,
    exit,
  };
  return Object.assign(app, members);
};

const createDialog = (record: Recorder): { answers: unknown[]; dialog: Part<Electron.Dialog> } => {
  const answers: unknown[] = [];
  const ask =
    (kind: string) =>
    async (...args: unknown[]) => {
      record(kind, { options: args.at(-1) });
      return answers.shift() ?? { response: 0, canceled: true, filePath: '' };
    };
  const showErrorBox = (title: string, content: string): void => record('dialog.error', { title, content });
  return { answers, dialog: { showMessageBox: ask('dialog.message'), showSaveDialog: ask('dialog.save'), showErrorBox } };
};

const createSession = (): { asked: Record<string, Handler>; defaultSession: Part<Electron.Session> } => {
  const asked: Record<string, Handler> = {};
  const keep = (name: string) => (handler: Handler) => void (asked[name] = handler);
  return {
    asked,
    defaultSession: {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setDisplayMediaRequestHandler: keep('display'),
    },
  };
};

const createSafeStorage = (): Part<Electron.SafeStorage> => ({
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (text: string) => Buffer.from(text).reverse(),
  decryptStringAsync: async (bytes: Buffer) => ({ result: Buffer.from(bytes).reverse().toString(), shouldReEncrypt: false }),
});

const createClipboard = (): { held: { text: string }; clipboard: Part<Electron.Clipboard> } => {
  const held = { text: '' };
  const clipboard = {
    readText: async () => held.text,
    writeText: async (text: string) => void (held.text = text),
    clear: () => void (held.text = ''),
  };
  return { held, clipboard };
};

const createWindows = (host: WindowHost): { windows: unknown[]; BrowserWindow: unknown } => {
  const windows: StandInWindow[] = [];
  class StandInWindow extends EventEmitter {
    readonly id = windows.length + 1;
    readonly webContents: StandInContents;
    static getAllWindows = (): StandInWindow[] => windows.filter((window) => !window.isDestroyed());
    static fromWebContents = (contents: unknown): StandInWindow | null => windows.find((window) => window.webContents === contents) ?? null;
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super();
      host.record('window', { options });
      this.webContents = new StandInContents(this.id, options, host);
      this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
      this.webContents.once('destroyed', () => this.emit('closed'));
      windows.push(this);
      host.onContents(this.webContents);
    }
    loadURL = (address: string): Promise<void> => this.webContents.loadURL(address);
    show = (): void => host.record('window.show', { id: this.id });
    focus = (): void => host.record('window.focus', { id: this.id });
    restore = (): void => host.record('window.restore', { id: this.id });
    destroy = (): void => void this.webContents.destroy();
    isMinimized = (): boolean => false;
    maximize = (): void => host.record('window.maximize', { id: this.id });
    isMaximized = (): boolean => false;
    getNormalBounds = (): Electron.Rectangle => ({ x: 40, y: 30, width: 1200, height: 700 });
    isDestroyed = (): boolean => this.webContents.destroyed;
  }
  return { windows, BrowserWindow: StandInWindow };
};

const createUtility = (record: Recorder): { processes: StandInUtilityProcess[]; utilityProcess: object } => {
  const processes: StandInUtilityProcess[] = [];
  const fork = (modulePath: string, args: string[] = [], options: object = {}): StandInUtilityProcess => {
    record('utility.fork', { args, options });
    const child = forkUtility(modulePath, args);
    processes.push(child);
    return child;
  };
  return { processes, utilityProcess: { fork } };
};

const createProtocol = (
  record: Recorder,
): { schemes: Map<string, (request: Request) => Promise<Response>>; protocol: Part<Electron.Protocol> } => {
  const schemes = new Map<string, (request: Request) => Promise<Response>>();
  const protocol = {
    registerSchemesAsPrivileged: (list: unknown) => record('schemes', { list }),
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void schemes.set(scheme, handler),
  };
  return { schemes, protocol };
};

/** Everything the tests may look at or move. */
export const createElectron = (options: StandInOptions) => {
  const recorded: Recorded[] = [];
  const record: Recorder = (what, facts = {}) => void recorded.push({ what, facts });
  const app = createApp(options, record);
  const ipcMain = new Ipc();
  const { schemes, protocol } = createProtocol(record);
  const { answers, dialog } = createDialog(record);
  const { asked, defaultSession } = createSession();
  const { processes, utilityProcess } = createUtility(record);
  const idle = { seconds: 0 };
  const powerMonitor = Object.assign(new EventEmitter(), {
    getSystemIdleTime: () => {
      record('idle.read', { seconds: idle.seconds });
      return idle.seconds;
    },
  });
  const { windows, BrowserWindow } = createWindows({
    context: options.context,
    record,
    respond: (request) => schemes.get('app')?.(request) ?? Promise.resolve(new Response(null, { status: 404 })),
    onPost: (channel, event, message) => void ipcMain.emit(channel, event, message),
    onInvoke: async (channel, event, args) => ipcMain.handlers.get(channel)?.(event, ...args),
    onContents: (contents) => void app.emit('web-contents-created', {}, contents),
  });
  const { held, clipboard } = createClipboard();
  const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] };
  const shell = { openExternal: async (url: string) => record('shell.openExternal', { url }) };
  const Menu = { setApplicationMenu: (menu: unknown) => record('menu', { menu }), buildFromTemplate: (template: unknown) => template };
  const session = { defaultSession };
  const electron = {
    app,
    BrowserWindow,
    clipboard,
    dialog,
    ipcMain,
    Menu,
    powerMonitor,
    protocol,
    safeStorage: createSafeStorage(),
    screen,
    session,
    shell,
    utilityProcess,
  };
  return {
    electron,
    quit: () => app.quit(),
    recorded,
    answers,
    clipboardHolds: held,
    asked,
    processes,
    idle,
    powerMonitor,
    ipcMain,
    app,
    windows: windows as (EventEmitter & { webContents: StandInContents })[],
  };
};
