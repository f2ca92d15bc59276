import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesSaid } from './acknowledged.ts';
import type { Bug } from './kill.ts';
import { onCopy } from './prepare-shop.ts';

const traced = ['-f', '-c', '-e', 'trace=fsync,fdatasync'];

/** Why the system cannot be asked here for the syncs of a process, or null. */
export function missingForTrace(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  const tried = spawnSync('strace', [...traced, 'true'], { stdio: 'ignore' });
  if (tried.error) return 'needs strace';
  return tried.status === 0 ? null : 'no process may be traced here';
}

/** How often the system was asked to put a file on the disk while so many orders were sold, and what was acknowledged. */
export function tracedSyncs(
  shop: string,
  orders: number,
  bug: Bug,
): Promise<{ syncs: number; deeds: number }> {
  return onCopy(shop, (copy) => {
    const place = mkdtempSync(join(tmpdir(), 'orderlla-trace-'));
    try {
      const counts = join(place, 'counts');
      const seller = [join(import.meta.dirname, 'seller.ts'), copy, bug, '1000', String(orders)];
      const said = execFileSync('strace', [...traced, '-o', counts, process.execPath, ...seller], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return { syncs: sumOf(readFileSync(counts, 'utf8')), deeds: linesSaid(said.toString()).length };
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
}

/** The calls of the table that strace leaves: "% time, seconds, usecs/call, calls, errors where there were any, syscall". */
function sumOf(table: string): number {
  return [...table.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s.*\bf(?:data)?sync$/gmu)].reduce(
    (sum, [, calls]) => sum + Number(calls),
    0,
  );
}
