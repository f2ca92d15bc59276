import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reserveBytes } from '../../src/shared/domain/disk-room.ts';

/**
 * Moves the closed shop of a profile to a small disk with a reserve on it and no other room; answers its path there, and
 * what takes the disk away. Null where none can be mounted: only root may.
 */
export function moveToFullDisk(profile: string): { readonly shop: string; remove(): void } | null {
  const disk = join(profile, 'small-disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status !== 0) return null;
  const remove = (): void => void spawnSync('umount', ['-l', disk]);
  try {
    const shop = join(disk, 'shop.db');
    cpSync(join(profile, 'shop.db'), shop);
    writeFileSync(`${shop}.reserve`, Buffer.alloc(reserveBytes));
    fill(join(disk, 'filler'));
    const machine = join(profile, 'machine.json');
    const kept = JSON.parse(readFileSync(machine, 'utf8'));
    writeFileSync(machine, JSON.stringify({ ...kept, shopFile: shop }));
    return { shop, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Until the disk takes no more. */
function fill(path: string): void {
  for (;;) {
    try {
      appendFileSync(path, Buffer.alloc(4096));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return;
      throw error;
    }
  }
}
