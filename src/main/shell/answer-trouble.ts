import { app, type BrowserWindow } from 'electron';
import { askShopFile } from './ask-place.ts';
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
    const path = await askShopFile(window, shop.path());
    if (path === null) return;
    machine.set('shopFile', path);
  }
  await shop.open();
  show();
}
