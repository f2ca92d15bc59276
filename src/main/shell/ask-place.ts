import { dirname } from 'node:path';
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { createEnglishText } from '../../shared/text/english.ts';

const text = createEnglishText();

/** Asks for a shop file in the system's dialog; null when the person thought better of it. */
export function askShopFile(window: BrowserWindow | null, now: string): Promise<string | null> {
  return ask(window, {
    title: text('shell.choose-shop-file'),
    defaultPath: now,
    properties: ['openFile'],
    filters: [{ name: text('shell.shop-file'), extensions: ['db'] }],
  });
}

/** Asks for a file to bring a shop back from: a shop file, an encrypted backup or a CSV backup. */
export function askBackupFile(window: BrowserWindow | null): Promise<string | null> {
  return ask(window, {
    title: text('shell.choose-backup'),
    properties: ['openFile'],
    filters: [
      { name: text('shell.backup-file'), extensions: ['db', 'age', 'zip'] },
      { name: text('shell.every-file'), extensions: ['*'] },
    ],
  });
}

/** Asks for a folder, which can be made there and then. */
export function askFolder(window: BrowserWindow | null, now: string): Promise<string | null> {
  return ask(window, {
    title: text('shell.choose-shop-folder'),
    defaultPath: dirname(now),
    properties: ['openDirectory', 'createDirectory'],
  });
}

/** Asks for the folder in which copies of backups go: a stick, a disk, a folder of another computer. */
export function askSecondPlace(window: BrowserWindow | null): Promise<string | null> {
  return ask(window, {
    title: text('shell.choose-second-place'),
    properties: ['openDirectory', 'createDirectory'],
  });
}

async function ask(window: BrowserWindow | null, options: OpenDialogOptions): Promise<string | null> {
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
