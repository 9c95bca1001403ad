import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { ShellText } from './text.ts';

/** Roles only: copy and paste, zoom, full screen, window. The app's own commands live in the window with their shortcuts. */
export const setAppMenu = ({ menu }: ShellText, platform: NodeJS.Platform): void => {
  const items: MenuItemConstructorOptions[] = [
    {
      label: menu.edit,
      submenu: [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }],
    },
    { label: menu.view, submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }] },
    { label: menu.window, submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(platform === 'darwin' ? [{ role: 'appMenu' }, ...items] : items));
};
