import { existsSync, renameSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { Log } from '../app/context.ts';
import type { LastShopFileChange } from '../app/desktop.ts';
import { copyShopFile } from '../database/copy-shop-file.ts';
import { removeShopFile } from '../database/flush.ts';
import type { MachineStore } from './machine-store.ts';
import type { RunningShop } from './running-shop.ts';
import { tried } from './tried.ts';

type SwitchShopFile = {
  readonly kind: LastShopFileChange['kind'];
  readonly to: string;
  readonly shop: RunningShop;
  readonly machine: MachineStore;
  readonly clock: () => number;
  readonly log: Log;
  /** Shows what the window is to show now: that the file is being copied, then the shop. */
  readonly show: () => void;
};

/**
 * Closes the shop, copies its file to another place (or takes another file), and opens it there. From the last sale
 * on nobody writes until the new file is open, so nothing can be missing in it. Whatever fails, the shop goes on
 * where it was, and the machine's settings say why.
 */
export async function switchShopFile(options: SwitchShopFile): Promise<void> {
  const { kind, to, shop, machine, clock, log, show } = options;
  const from = shop.path();
  const end = async (problem: string | null, left: string): Promise<void> => {
    await tried(log, 'It could not be kept what became of the shop file', () =>
      machine.set('lastChange', { kind, at: clock(), from, to, left, problem }),
    );
    try {
      if (shop.app() === null) await shop.open();
    } finally {
      // Until then the window has no button that would open it.
      show();
    }
  };
  let isCopied = false;
  try {
    await shop.pause();
    show();
    if (kind === 'moved') {
      await copyShopFile(from, to);
      isCopied = true;
    }
    machine.set('shopFile', to);
    await shop.open();
    if (shop.app() === null) throw new Error(`The file at ${to} could not be opened: ${shop.trouble()}`);
  } catch (error) {
    log.error('The shop file stays where it was', { kind, from, to, error });
    await tried(log, 'It could not be kept where the shop file is', () => machine.set('shopFile', from));
    await end(error instanceof Error ? error.message : String(error), from);
    // The copy of this very call, once the original is open: that place can be chosen again then.
    if (isCopied && shop.app() !== null && shop.path() === from)
      await tried(log, 'A copy could not be taken away', () => removeShopFile(to));
    return;
  }
  log.info('The shop file is in another place', { kind, from, to });
  await end(null, kind === 'moved' ? putAside(from, log) : from);
}

/**
 * Gives the file that was left behind another name, so that nobody opens it unawares and sells into the past. Where
 * that cannot be, it stays. Answers where it is.
 */
function putAside(path: string, log: Log): string {
  const { dir, name, ext } = parse(path);
  for (let count = 1; count < 100; count += 1) {
    const aside = join(dir, `${name} (moved${count === 1 ? '' : ` ${count}`})${ext}`);
    if (existsSync(aside)) continue;
    try {
      renameSync(path, aside);
      return aside;
    } catch (error) {
      log.error('The file that was left behind could not be renamed', { path, error });
      return path;
    }
  }
  return path;
}
