import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sealFile } from '../src/main/database/sealing/seal-file.ts';
import { sealKeys } from '../src/main/database/sealing/seal-keys.ts';
import { createOpenShop, migrationsFolder } from '../test/support/create-test-app.ts';
import { closeAllDays } from './shop/close-all-days.ts';
import { fillTables } from './shop/fill.ts';
import { withoutTriggers } from './shop/rows.ts';
import { type ShopSize, seed, version } from './shop/size.ts';

export type { ShopSize } from './shop/size.ts';

/** The key of the log that `createTestApp` has. */
const auditKey = Buffer.alloc(32, 2);

/** Shops that were made once are kept here between runs. */
const cache = join(tmpdir(), 'orderlla-bench');

/**
 * The folder of a shop of a given size, to be read and never written: made once by bulk, kept in the temp folder under
 * its seed and the schema. Ten years with their seasons and hours, products by Zipf's law, discounts, two
 * taxes, four tenders, deliveries, cancellations, returns, refunds; each order with its seal and its entry in the log;
 * all days but today closed. `checkShop` of the tests holds for it (`make-shop.test.ts`).
 */
export async function shopOfSize(size: ShopSize): Promise<string> {
  const kept = join(cache, `${fingerprint()}-${size.orders}-${size.products}-${size.customers}`);
  if (existsSync(join(kept, 'shop.db'))) return kept;
  const start = performance.now();
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  say(`making a shop of ${size.orders} orders and ${size.products} products …`);
  const test = await createOpenShop({}, { keep: true });
  await test.close();
  fillFile(join(test.folder, 'shop.db'), size, say);
  say(`  closing its days …`);
  await closeAllDays(test.folder);
  mkdirSync(cache, { recursive: true });
  cpSync(test.folder, `${kept}.part`, { recursive: true });
  renameSync(`${kept}.part`, kept);
  rmSync(test.folder, { recursive: true, force: true });
  say(`  made in ${Math.floor((performance.now() - start) / 1000)} s`);
  return kept;
}

/** A copy of a shop, on the given disk, to be written; the caller deletes it. */
export async function copyOfShop(size: ShopSize, disk = tmpdir()): Promise<string> {
  const kept = await shopOfSize(size);
  const copy = mkdtempSync(join(disk, 'orderlla-copy-'));
  cpSync(kept, copy, { recursive: true });
  return copy;
}

function fillFile(path: string, size: ShopSize, say: (text: string) => void): void {
  const database = new BetterSqlite3(path);
  // Nobody else has the file yet, and one that was not finished is thrown away.
  for (const pragma of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'cache_size = -2000000',
  ])
    database.pragma(pragma);
  withoutTriggers(database, () => {
    let next = 100_000;
    fillTables(database, size, auditKey, (orders) => {
      if (orders < next) return;
      say(`  ${orders} orders`);
      next += 100_000;
    });
  });
  say('  sealing it …');
  database.exec('DELETE FROM digests');
  sealFile(database, sealKeys(auditKey));
  database.pragma('analysis_limit = 400');
  database.exec('ANALYZE');
  database.pragma('journal_mode = WAL');
  database.close();
}

let known: string | null = null;

/** Of what decides what is in the file: the schema, and which shop is made. */
function fingerprint(): string {
  if (known !== null) return known;
  const hash = createHash('sha256').update(`${seed} ${version}`);
  for (const name of readdirSync(migrationsFolder).sort())
    hash.update(readFileSync(join(migrationsFolder, name)));
  known = hash.digest('hex').slice(0, 12);
  return known;
}
