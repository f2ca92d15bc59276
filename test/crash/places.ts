import { cpSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectShop } from './inspect-shop.ts';
import {
  createTally,
  inPlace,
  onSmallDisk,
  openShop,
  type PlaceBug,
  type PlaceReport,
  tries,
} from './place-shop.ts';

/**
 * Sells on a small disk until it is full, tries on, then deletes a file beside it and sells 50 more without opening the
 * shop again. Nothing that was acknowledged may be missing, and every refusal must be the one in words.
 */
export function fullDisk(shop: string, bug: PlaceBug = 'none'): Promise<PlaceReport> {
  return onSmallDisk(10_240, async (folder) => {
    cpSync(shop, folder, { recursive: true });
    const filler = join(folder, 'filler');
    writeFileSync(filler, Buffer.alloc(3 * 1024 * 1024));
    const test = await openShop(folder, bug);
    const tally = createTally(() => test);
    await tally.sellUntil('disk-full');
    await tally.sellNone('on the full disk', tries);
    unlinkSync(filler);
    await tally.sellAll('with room again', 50);
    await test.close();
    tally.fail(...inspectShop(folder, tally.said));
    return tally;
  });
}

const pulls: Readonly<Record<string, (folder: string) => void>> = {
  'the shop file deleted': (folder) => unlinkSync(join(folder, 'shop.db')),
  'the shop file renamed': (folder) => renameSync(join(folder, 'shop.db'), join(folder, 'elsewhere.db')),
  'the shop file replaced': (folder) => replace(join(folder, 'shop.db')),
  'its log of writes deleted': (folder) => unlinkSync(join(folder, 'shop.db-wal')),
  'its log of writes replaced': (folder) => replace(join(folder, 'shop.db-wal')),
};

function replace(path: string): void {
  writeFileSync(`${path}.copy`, readFileSync(path));
  renameSync(`${path}.copy`, path);
}

/** Pulls the files away under an open shop, in five ways: not one sale may be acknowledged after it. */
export async function pulledAway(shop: string, bug: PlaceBug = 'none'): Promise<PlaceReport> {
  const reports: PlaceReport[] = [];
  for (const [what, pull] of Object.entries(pulls)) {
    const report = await inPlace(shop, async (folder) => {
      const test = await openShop(folder, bug);
      const tally = createTally(() => test);
      await tally.sellAll(`before ${what}`, tries);
      pull(folder);
      await tally.sellNone(what, tries);
      await test.close().catch(() => undefined);
      return tally;
    });
    reports.push(report);
  }
  const sum = (kind: 'acknowledged' | 'refused'): number =>
    reports.reduce((all, report) => all + report[kind], 0);
  return {
    ...{ acknowledged: sum('acknowledged'), refused: sum('refused') },
    failures: reports.flatMap(({ failures }) => failures),
  };
}
