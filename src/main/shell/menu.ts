import { Menu } from 'electron';

type MenuOptions = { readonly isPackaged: boolean; readonly platform: NodeJS.Platform };

/**
 * No menu in a packaged application: its keys (reload, zoom, developer tools) are not for a till. macOS gets
 * the least that makes copying and pasting work there; developing keeps Electron's own.
 */
export function setMenu({ isPackaged, platform }: MenuOptions): void {
  if (!isPackaged) return;
  if (platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const edit: Electron.MenuItemConstructorOptions[] = [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ];
  const own: Electron.MenuItemConstructorOptions[] = [
    { role: 'hide' },
    { role: 'hideOthers' },
    { type: 'separator' },
    { role: 'quit' },
  ];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { role: 'appMenu', submenu: own },
      { role: 'editMenu', submenu: edit },
    ]),
  );
}
