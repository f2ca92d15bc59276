import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectShop } from './inspect-shop.ts';
import { inPlace, type PlaceBug, type PlaceReport } from './place-shop.ts';

/** What a disk answers with an error. */
export const diskFaults = ['read', 'write', 'sync'] as const;

/** What the selling process says at its end. */
export type FailingDiskSaid = PlaceReport & { readonly said: readonly string[] };

/** Why no failing disk can be made here, or null. */
export function missingForFailingDisk(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  if (spawnSync('gcc', ['--version']).error) return 'needs gcc';
  return null;
}

/**
 * Sells while the disk answers some reads, writes or syncs with an error, and again once it does not: what is refused is
 * refused in words, what was acknowledged is there after a kill, and the file was never taken for a damaged one.
 */
export async function failingDisk(shop: string, bug: PlaceBug = 'none'): Promise<PlaceReport> {
  const tools = mkdtempSync(join(tmpdir(), 'orderlla-fail-'));
  try {
    const library = join(tools, 'fail-disk.so');
    const source = join(import.meta.dirname, 'fail-disk.c');
    execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl']);
    return await inPlace(shop, async (folder) => {
      const faultSwitch = join(tools, 'switch');
      const seller = join(import.meta.dirname, 'failing-disk-seller.ts');
      spawnSync(process.execPath, [seller, folder, faultSwitch, bug], {
        env: { ...process.env, LD_PRELOAD: library, FAIL_FOLDER: folder, FAIL_SWITCH: faultSwitch },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      const told = JSON.parse(readFileSync(`${faultSwitch}-said`, 'utf8')) as FailingDiskSaid;
      return { ...told, failures: [...told.failures, ...inspectShop(folder, told.said)] };
    });
  } finally {
    rmSync(tools, { recursive: true, force: true });
  }
}
