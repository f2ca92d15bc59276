import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { SaveResult } from '../app/desktop.ts';
import { safeFileName } from './file-name.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Asks where, makes the bytes, writes them whole. The path stays in main; the window learns the name alone. */
export async function saveFile(
  window: BrowserWindow | null,
  suggestedName: string,
  bytes: () => Promise<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<SaveResult> {
  const name = safeFileName(suggestedName);
  const extension = extname(name).slice(1);
  const options = {
    defaultPath: join(app.getPath('documents'), name),
    filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || filePath === '') return { saved: false, fileName: '' };
  await writeWholeFile(filePath, await bytes());
  return { saved: true, fileName: basename(filePath) };
}
