// What the built main imports as 'electron'. The number in this module's address tells which started app it belongs to.
const started = globalThis[Symbol.for('liubu.electron-stand-in')].get(new URL(import.meta.url).searchParams.get('app'));
export const {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
} = started;
