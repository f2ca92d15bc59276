import { app, type BrowserWindow } from 'electron';
import { askShopFile } from './ask-place.ts';
import type { KioskMemory } from './kiosk-memory.ts';
import type { MachineStore } from './machine-store.ts';
import type { Recovery } from './recovery/create-recovery.ts';
import type { RunningShop } from './running-shop.ts';
import type { TroubleLink } from './trouble.ts';

type AnswerTrouble = {
  readonly link: TroubleLink;
  readonly recovery: Recovery;
  readonly kiosk: KioskMemory;
  readonly window: BrowserWindow;
  readonly shop: RunningShop;
  readonly machine: MachineStore;
  /** Shows the shop, or what is wrong now. */
  readonly show: () => void;
};

/** Does what the person chose on the page of trouble, or on one that it leads to. */
export async function answerTrouble(options: AnswerTrouble): Promise<void> {
  const { link, recovery, kiosk, window, shop, machine, show } = options;
  const { action } = link;
  if (kiosk.isForCustomers()) {
    // Their page has one link.
    if (action !== 'staff') return;
    kiosk.staffCame();
    show();
    return;
  }
  if (action !== 'quit' && action !== 'choose' && action !== 'retry') return recovery.follow(link);
  if (recovery.isWorking()) return;
  if (action === 'quit') {
    app.quit();
    return;
  }
  if (action === 'choose') {
    const path = await askShopFile(window, shop.path());
    if (path === null) return;
    machine.set('shopFile', path);
  }
  recovery.reset();
  await shop.open();
  show();
}
