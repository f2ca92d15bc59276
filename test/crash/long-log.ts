import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { startKeeper } from '../../bench/keeper.ts';
import { writeKeys } from '../../src/main/shell/keys.ts';
import { counterSale, line } from '../support/builders.ts';
import { firstNow, ownerPassword } from '../support/create-test-app.ts';
import { linesSaid } from './acknowledged.ts';
import { inspectShop } from './inspect-shop.ts';
import { onCopy } from './prepare-shop.ts';
import { protector, startShop } from './started-shop.ts';

export type LongLogReport = {
  readonly deeds: number;
  readonly logBytes: number;
  /** Milliseconds from the start on: until the shop was open, and until a first order was acknowledged. */
  readonly openAfter: number;
  readonly soldAfter: number;
  readonly failures: readonly string[];
};

/** Milliseconds: what is wished for, and what is a failure. */
export const wished = 3000;
const most = 10_000;

/**
 * Sells without moving anything from the log of writes into the shop file until the log has `logBytes`, kills the
 * process, and starts the application as its next start would: until its first sale, with nothing lost.
 */
export function sellAfterLongLog(shop: string, logBytes: number): Promise<LongLogReport> {
  return onCopy(shop, async (folder) => {
    await writeKeys(
      join(folder, 'keys.json'),
      { pepper: Buffer.alloc(32, 1), audit: Buffer.alloc(32, 2) },
      protector,
    );
    await sellUntilKilled(folder, logBytes);
    const length = sizeOf(join(folder, 'shop.db-wal'));
    const said = linesSaid(readFileSync(join(folder, 'acks.log'), 'utf8'));
    const { openAfter, soldAfter, failures } = await timeFirstSale(folder);
    return {
      ...{ deeds: said.length, logBytes: length, openAfter, soldAfter },
      failures: [
        ...failures,
        ...(length < logBytes ? [`the log has ${length} bytes alone`] : []),
        ...(soldAfter > most ? [`the first sale came after ${soldAfter} ms`] : []),
        ...inspectShop(folder, said),
      ],
    };
  });
}

async function sellUntilKilled(folder: string, logBytes: number): Promise<void> {
  const seller = join(import.meta.dirname, 'seller.ts');
  const child = spawn(process.execPath, [seller, folder, 'none', '0', '0'], { stdio: 'ignore' });
  const ended = once(child, 'close');
  while (child.exitCode === null && sizeOf(join(folder, 'shop.db-wal')) < logBytes) await setTimeout(20);
  child.kill('SIGKILL');
  await ended;
}

async function timeFirstSale(
  folder: string,
): Promise<Pick<LongLogReport, 'openAfter' | 'soldAfter' | 'failures'>> {
  const begun = performance.now();
  const since = (): number => Math.ceil(performance.now() - begun);
  const started = await startShop(folder, { isShopOpened: true }, firstNow, startKeeper());
  const openAfter = since();
  await started.ask('session.signIn', { staffId: 1, password: ownerPassword });
  const sale = counterSale([line(1, 1, 136)], { oversellAccepted: [1] });
  const sold = await started.ask('orders.place', sale);
  const soldAfter = since();
  await started.settled();
  const faults = started.faults.filter((fault) => !fault.includes('no key store'));
  await started.shop.close();
  return {
    ...{ openAfter, soldAfter },
    failures: [...(sold.ok ? [] : [`it does not sell: ${sold.error.code}`]), ...faults],
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
