import { say } from '../debug.ts';
import { guarded } from '../guard.ts';

/** Dialogs come with or without a window before their options. */
function optionsOf<T>(first: unknown, second: T | undefined): T {
  return (second ?? first ?? {}) as T;
}

const CANCEL = /^(cancel|no)$/i;

function cancelButton(options: Electron.MessageBoxOptions): number {
  if (options.cancelId !== undefined) return options.cancelId;
  const found = (options.buttons ?? []).findIndex((label) => CANCEL.test(label.replace('&', '')));
  return Math.max(0, found);
}

function describe(kind: string, text: string | undefined): void {
  say(`${kind}${text ? `: ${text}` : ''} (nobody can answer; taken as cancelled)`);
}

/**
 * `dialog`: there is nobody to ask, so everything is cancelled and said on stderr. Tests replace these
 * functions through `app.evaluate`.
 */
export const dialog = guarded('dialog', {
  showOpenDialog: ((first: unknown, second?: Electron.OpenDialogOptions) => {
    describe('open dialog', optionsOf<Electron.OpenDialogOptions>(first, second).title);
    return Promise.resolve({ canceled: true, filePaths: [] });
  }) as Electron.Dialog['showOpenDialog'],
  showOpenDialogSync: ((first: unknown, second?: Electron.OpenDialogOptions) => {
    describe('open dialog', optionsOf<Electron.OpenDialogOptions>(first, second).title);
    return undefined;
  }) as Electron.Dialog['showOpenDialogSync'],
  showSaveDialog: ((first: unknown, second?: Electron.SaveDialogOptions) => {
    describe('save dialog', optionsOf<Electron.SaveDialogOptions>(first, second).title);
    return Promise.resolve({ canceled: true, filePath: '' });
  }) as Electron.Dialog['showSaveDialog'],
  showSaveDialogSync: ((first: unknown, second?: Electron.SaveDialogOptions) => {
    describe('save dialog', optionsOf<Electron.SaveDialogOptions>(first, second).title);
    return '';
  }) as Electron.Dialog['showSaveDialogSync'],
  showMessageBox: ((first: unknown, second?: Electron.MessageBoxOptions) => {
    const options = optionsOf<Electron.MessageBoxOptions>(first, second);
    describe('message box', [options.message, options.detail].filter(Boolean).join(' — '));
    return Promise.resolve({
      response: cancelButton(options),
      checkboxChecked: options.checkboxChecked ?? false,
    });
  }) as Electron.Dialog['showMessageBox'],
  showMessageBoxSync: ((first: unknown, second?: Electron.MessageBoxSyncOptions) => {
    const options = optionsOf<Electron.MessageBoxSyncOptions>(first, second);
    describe('message box', [options.message, options.detail].filter(Boolean).join(' — '));
    return cancelButton(options);
  }) as Electron.Dialog['showMessageBoxSync'],
  showErrorBox: (title: string, content: string) => describe('error box', `${title} — ${content}`),
} satisfies Partial<Electron.Dialog>);
