import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ShopFileError } from '../../src/main/database/migrate.ts';
import { lookThrough, noticedIn } from '../support/tampered-shop.ts';
import { inspectShop } from './inspect-shop.ts';
import { createTally, inPlace, openShop, type PlaceReport } from './place-shop.ts';

/** Sales before the log of writes is kept aside, and after: it is replayed whole, or into pages that are others now. */
const ways = [
  { before: 5, after: 3 },
  { before: 10, after: 30 },
  { before: 60, after: 60 },
] as const;

/**
 * A program that keeps copies puts an old log of writes beside the shop file while that is closed: SQLite writes it into
 * the file at the next start, and takes back what was sold since. The start must open the shop with everything in it,
 * or tell of it: on the page of trouble, or on the owner's screen. `refused` counts the latter.
 */
export async function staleLog(shop: string): Promise<PlaceReport> {
  let acknowledged = 0;
  let refused = 0;
  const failures: string[] = [];
  for (const { before, after } of ways) {
    await inPlace(shop, async (folder) => {
      const log = join(folder, 'shop.db-wal');
      let test = await openShop(folder);
      const tally = createTally(() => test);
      await tally.sellAll('before', before);
      copyFileSync(log, join(folder, 'old-log'));
      await test.close();
      test = await openShop(folder);
      await tally.sellAll('after', after);
      await test.close();
      if (existsSync(log)) tally.fail('the log of writes was not taken away');
      copyFileSync(join(folder, 'old-log'), log);
      const told = await toldAtStart(folder);
      const missing = inspectShop(folder, tally.said);
      acknowledged += tally.acknowledged;
      if (told.length > 0) refused += 1;
      else tally.fail(...missing.map((problem) => `an old log of ${before} sales: nothing told, ${problem}`));
      failures.push(...tally.failures);
    });
  }
  return { acknowledged, refused, failures };
}

/** What the start tells a person, by its kinds; nothing where all seems well. */
async function toldAtStart(folder: string): Promise<readonly string[]> {
  try {
    const test = await openShop(folder);
    try {
      await lookThrough(test);
      return (await noticedIn(test)).map(({ kind }) => kind);
    } catch (error) {
      if (/shop-damaged/u.test(String(error))) return ['damaged'];
      throw error;
    } finally {
      await test.close().catch(() => undefined);
    }
  } catch (error) {
    if (error instanceof ShopFileError) return [error.problem];
    if (/shop-damaged/u.test(String(error))) return ['damaged'];
    throw error;
  }
}
