import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Caller } from '../../src/main/app/create-app.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import type { Seen } from '../../src/main/database/sealing/verify-seals.ts';
import { createTestApp, nextRequestId, type TestApp } from './create-test-app.ts';
import { eventfulShop } from './eventful-shop.ts';

const system: Caller = { kind: 'system' };

/** A shop that has traded and was closed as it should be: its folder, with shop.db and the kept head. */
export async function closedShop(): Promise<string> {
  const test = await eventfulShop();
  await test.close();
  return test.folder;
}

/** A copy of a closed shop, to be tampered with. */
export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'orderlla-tampered-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Does what somebody does with the sqlite3 tool: no triggers of ours, no checks, no foreign keys. */
export function editFile(folder: string, edit: string | ((database: BetterSqlite3.Database) => void)): void {
  const database = new BetterSqlite3(join(folder, 'shop.db'));
  database.pragma('foreign_keys = OFF');
  database.pragma('ignore_check_constraints = ON');
  const triggers = database
    .prepare<[], [string, string]>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .raw()
    .all();
  for (const [name] of triggers) database.exec(`DROP TRIGGER "${name}"`);
  if (typeof edit === 'string') database.exec(edit);
  else edit(database);
  for (const [, sql] of triggers) database.exec(sql);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Puts the shop file of one folder into another, and leaves what is kept beside it. */
export function replaceShopFile(from: string, to: string): void {
  rmSync(join(to, 'shop.db-wal'), { force: true });
  rmSync(join(to, 'shop.db-shm'), { force: true });
  copyFileSync(join(from, 'shop.db'), join(to, 'shop.db'));
}

export type Noticed = {
  readonly kind: string;
  readonly target: string | null;
  readonly params: Readonly<Record<string, unknown>>;
};

/** Opens the shop as the application starts it: a quick look, then everything. */
export async function openAgain(folder: string, isBlind = false): Promise<TestApp> {
  const test = createTestApp({ folder, keep: true, ...(isBlind ? { wrapFile: withoutSeals } : {}) });
  await lookThrough(test);
  return test;
}

export async function lookThrough(test: TestApp): Promise<void> {
  for (const scope of ['quick', 'whole'] as const) {
    const reply = await test.app.ask(system, 'audit.verify', { scope, cause: 'start' }, nextRequestId());
    if (!reply.ok) throw new Error(`${JSON.stringify(reply.error)} ${JSON.stringify(test.logged.at(-1))}`);
  }
}

/** What stands on the owner's screen. */
export async function noticedIn(test: TestApp): Promise<readonly Noticed[]> {
  const page = { state: 'open', cursor: null, limit: 100 } as const;
  const reply = await test.app.ask(system, 'audit.findings', page);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value.items
    .map(({ kind, target, params }) => ({
      kind,
      target: target && `${target.kind} ${target.id}`,
      params,
    }))
    .reverse();
}

/** Opens a tampered shop, tells what was noticed and throws the copy away. */
export async function noticedAtStart(folder: string, isBlind = false): Promise<readonly Noticed[]> {
  const test = await openAgain(folder, isBlind);
  const noticed = await noticedIn(test);
  await test.close();
  rmSync(folder, { recursive: true });
  return noticed;
}

/** The same file, but nobody seals and nobody compares seals: shows that it is they who notice. */
function withoutSeals(file: ShopFile): ShopFile {
  return {
    ...file,
    seal: () => {},
    snapshot: () => ({ ...file.snapshot(), verifySeals: (): Generator<Seen, []> => nothingSeen() }),
  };
}

function* nothingSeen(): Generator<Seen, []> {
  yield { orders: 0, rows: 0 };
  return [];
}
