import type { App } from '../app/create-app.ts';
import type { MachineStore } from './machine-store.ts';

/** Who a till belongs to while its shop file, which says so, cannot be opened. */
export type KioskMemory = {
  /** The shop is open, or its till changed hands. */
  note(app: Pick<App, 'isKiosk'>): void;
  /** Whether customers stand there, as far as is known outside the shop file. */
  isForCustomers(): boolean;
  /** Somebody says that they work here; believed until the shop is open again or the application ends. */
  staffCame(): void;
};

/** Remembers in `machine.json` whether the till was turned over to customers when its shop was last open. */
export function createKioskMemory(machine: Pick<MachineStore, 'get' | 'set'>): KioskMemory {
  let isStaffHere = false;
  const isRemembered = (): boolean => machine.get('isKiosk') === true;
  return {
    note(app) {
      isStaffHere = false;
      const isKiosk = readKiosk(app) ?? isRemembered();
      if (isKiosk !== isRemembered()) machine.set('isKiosk', isKiosk);
    },
    isForCustomers: () => !isStaffHere && isRemembered(),
    staffCame() {
      isStaffHere = true;
    },
  };
}

/** Null where the page on which it stands is damaged: the file hears that by itself. */
function readKiosk(app: Pick<App, 'isKiosk'>): boolean | null {
  try {
    return app.isKiosk();
  } catch {
    return null;
  }
}
