import { accessSync, constants, statfsSync } from 'node:fs';

const memory = '/dev/shm';
const enough = 4 * 1024 ** 3;

/**
 * The environment in which tests write into memory where Linux has enough of it: a disk that syncs each of their
 * commits is most of what they wait for. What is lost when the power goes is tried on real disks by test/crash.
 */
export function memoryDiskEnv() {
  if (process.platform !== 'linux' || process.env.TMPDIR) return {};
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= enough ? { TMPDIR: memory } : {};
  } catch {
    return {};
  }
}
