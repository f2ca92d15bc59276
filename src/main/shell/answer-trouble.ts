import { app, type BrowserWindow, dialog } from 'electron';
import { createEnglishText } from '../../shared/text/english.ts';
import type { MachineStore } from './machine-store.ts';
import type { RunningShop } from './running-shop.ts';
import type { TroubleAction } from './trouble.ts';

type AnswerTrouble = {
  readonly action: TroubleAction;
  readonly window: BrowserWindow;
  readonly shop: RunningShop;
  readonly machine: MachineStore;
  /** Shows the shop, or what is wrong now. */
  readonly show: () => void;
};

/** Does what the person chose on the page of trouble. */
export async function answerTrouble({ action, window, shop, machine, show }: AnswerTrouble): Promise<void> {
  if (action === 'quit') {
    app.quit();
    return;
  }
  if (action === 'choose') {
    const path = await chooseShopFile(window, shop.path());
    if (path === null) return;
    machine.set('shopFile', path);
  }
  await shop.open();
  show();
}

async function chooseShopFile(window: BrowserWindow, now: string): Promise<string | null> {
  const text = createEnglishText();
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text('shell.choose-shop-file'),
    defaultPath: now,
    properties: ['openFile'],
    filters: [{ name: text('shell.shop-file'), extensions: ['db'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
