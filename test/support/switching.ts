import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMachineStore, type MachineStore } from '../../src/main/shell/machine-store.ts';
import { createRunningShop, type RunningShop } from '../../src/main/shell/running-shop.ts';
import { switchShopFile } from '../../src/main/shell/switch-shop-file.ts';
import { counterSale, line } from './builders.ts';
import { nextRequestId, openShopInput } from './create-test-app.ts';
import { createFakeDesktop } from './fake-desktop.ts';

const root = join(import.meta.dirname, '../..');
export const owner = { kind: 'window', windowId: 1 } as const;
/** Where the computers and their disks are. */
export let base: string;
let opened: RunningShop[];

export type Computer = {
  readonly shop: RunningShop;
  readonly machine: MachineStore;
  readonly folder: string;
  /** What the window showed, each time it was told to. */
  readonly shown: (string | null)[];
};

/** A computer of its own: folder, keys, settings, and a shop in it. */
export async function computer(name: string, shopName: string): Promise<Computer> {
  const folder = join(base, name);
  mkdirSync(folder, { recursive: true });
  const kept = new Map<string, unknown>();
  const machine = createMachineStore({
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
  });
  const shop = createRunningShop({
    secretCost: 4,
    ...{ folder, root, machine, isStrict: true, every: () => () => undefined },
    protector: {
      isAsyncEncryptionAvailable: async () => false,
      encryptStringAsync: async (text) => Buffer.from(text),
      decryptStringAsync: async (bytes) => ({ shouldReEncrypt: false, result: bytes.toString() }),
      getSelectedStorageBackend: () => 'basic_text',
    },
    desktop: createFakeDesktop(),
    clock: () => Date.UTC(2026, 10, 22, 11, 30),
    log: { info: () => undefined, error: () => undefined },
    onChange: () => undefined,
  });
  opened.push(shop);
  await shop.open();
  await shop.app()?.ask(owner, 'setup.openShop', { ...openShopInput, name: shopName }, nextRequestId());
  return { shop, machine, folder, shown: [] };
}

let carts = 0;
export async function sell({ shop }: Computer): Promise<number | null> {
  carts += 1;
  const sale = counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })], { cartId: `cart-${carts}` });
  const reply = await shop.app()?.ask(owner, 'orders.place', sale, nextRequestId());
  return reply?.ok ? reply.value.orderId : null;
}
export const orders = ({ shop }: Computer) =>
  shop.file()?.read.all({ compile: () => ({ sql: 'SELECT id FROM orders', parameters: [] }) } as never)
    .length;

type With = { readonly shop?: RunningShop; readonly machine?: MachineStore };
export function change(at: Computer, kind: 'moved' | 'opened', to: string, own: With = {}): Promise<void> {
  return switchShopFile({
    ...{ kind, to, shop: at.shop, machine: at.machine, clock: () => 7, ...own },
    log: { info: () => undefined, error: () => undefined },
    show: () => at.shown.push(at.shop.trouble()),
  });
}

export function beginSwitching(): void {
  base = mkdtempSync(join(tmpdir(), 'orderlla-switch-'));
  opened = [];
}

export async function endSwitching(): Promise<void> {
  for (const shop of opened) await shop.close();
  rmSync(base, { recursive: true, force: true });
}
