import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { countItems } from '../../../shared/domain/count-items.ts';
import { parseCart } from '../../../shared/domain/parse-cart.ts';
import type { Log } from '../../app/context.ts';
import type { ShopFile } from '../../database/open-shop-file.ts';
import { query } from '../../database/query.ts';
import { wordsOf } from '../backups/backup-refusal.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** A till's open cart, taken from a shop file that cannot be relied on any more. */
type KeptCart = {
  /** The shop that it belongs to, and where its file was. */
  readonly shop: string;
  readonly path: string;
  readonly id: string;
  readonly till: string;
  /** Milliseconds UTC. */
  readonly updatedAt: number;
  readonly content: object;
};

/** Only this account reads it, like the shop file that it comes from. */
const mode = 0o600;

/**
 * The open carts of shops whose file cannot be relied on any more, until their shop is open again: in memory, and in
 * `open-carts.json` of the application's own folder, because it may be closed meanwhile.
 */
export class KeptCarts {
  readonly #file: string;
  readonly #log: Log;
  #carts: readonly KeptCart[] | null = null;
  #shop = '';
  #writing: Promise<void> = Promise.resolve();

  constructor({ folder, log }: { readonly folder: string; readonly log: Log }) {
    this.#file = join(folder, 'open-carts.json');
    this.#log = log;
  }

  /** A shop file is open: puts into it what was kept of its shop. What could not be put there is kept on. */
  bringBack(file: ShopFile): void {
    try {
      this.#shop = shopOf(file);
      const own = this.#all().filter(({ shop }) => shop === this.#shop);
      if (own.length === 0) return;
      putCarts(file, own);
      this.#change(this.#all().filter(({ shop }) => shop !== this.#shop));
    } catch (error) {
      this.#log.error('The open cart could not be kept', { error: wordsOf(error) });
    }
  }

  /** Takes the open carts out of a file that is given up, as far as they can still be read. */
  keep(file: ShopFile): void {
    const others = this.#all().filter(({ shop }) => shop !== this.#shop);
    const own = this.#shop === '' ? [] : readCarts(file, this.#shop);
    if (own.length > 0) this.#change([...others, ...own]);
  }

  /** How many items are in the open carts that come back to the shop whose file was here. */
  items(path: string): number {
    const own = this.#all().filter((cart) => cart.path === path);
    return own.reduce((sum, { content }) => sum + countItems(parseCart(content)?.lines ?? []), 0);
  }

  #all(): readonly KeptCart[] {
    this.#carts ??= readKept(this.#file);
    return this.#carts;
  }

  #change(carts: readonly KeptCart[]): void {
    this.#carts = carts;
    this.#writing = this.#writing
      .then(() =>
        carts.length === 0
          ? rm(this.#file, { force: true })
          : writeWholeFile(this.#file, JSON.stringify(carts), mode),
      )
      .catch((error: unknown) =>
        this.#log.error('The open cart could not be written down', { error: wordsOf(error) }),
      );
  }
}

/** What somebody else wrote, or half wrote, counts as nothing. */
function readKept(file: string): readonly KeptCart[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(kept) && kept.every(isKeptCart) ? kept : [];
  } catch {
    return [];
  }
}

function isKeptCart(value: unknown): value is KeptCart {
  if (!isObject(value)) return false;
  const { shop, path, id, till, updatedAt, content } = value as Partial<KeptCart>;
  return (
    [shop, path, id, till].every((part) => typeof part === 'string' && part !== '') &&
    Number.isSafeInteger(updatedAt) &&
    isObject(content)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shopOf({ read }: Pick<ShopFile, 'read'>): string {
  return read.get(query.selectFrom('shopFile').select('fileId'))?.fileId ?? '';
}

function readCarts({ read, path }: Pick<ShopFile, 'read' | 'path'>, shop: string): readonly KeptCart[] {
  try {
    return read
      .all(
        query.selectFrom('carts').select(['id', 'till', 'content', 'updatedAt']).where('state', '=', 'open'),
      )
      .map((row) => ({ ...row, shop, path, content: JSON.parse(row.content) }))
      .filter(isKeptCart);
  } catch {
    // The page that it lies on is damaged too.
    return [];
  }
}

/** Puts carts where they are newer than the open one of the shop that was brought back. */
function putCarts(file: ShopFile, carts: readonly KeptCart[]): void {
  file.transaction((db) => {
    for (const { id, till, content, updatedAt } of carts) {
      const open = db.get(
        query.selectFrom('carts').select('updatedAt').where('till', '=', till).where('state', '=', 'open'),
      );
      if (open && open.updatedAt > updatedAt) continue;
      db.run(query.deleteFrom('carts').where('till', '=', till).where('state', '=', 'open'));
      const kept = { id, till, updatedAt, content: JSON.stringify(content) };
      // One that was sold by then stays sold.
      db.run(
        query
          .insertInto('carts')
          .values({ ...kept, state: 'open', label: '', staffId: null })
          .onConflict((conflict) => conflict.column('id').doNothing()),
      );
    }
  });
}
