import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export type FileSystem = 'ext4' | 'xfs';

/** A real file system in a file, whose power can be cut. */
export type LoopDisk = {
  readonly folder: string;
  /** Everything written so far is on the disk. */
  sync(): void;
  /** From now on nothing reaches the disk; with `withLog` what the file system noted of its own structure still does. */
  cut(withLog: boolean): void;
  /** The power is back: as the system finds the disk when it starts. Nobody may have a file of it open. */
  restart(): void;
};

/** The smallest that xfs can be made, with some room. */
const bytes = 340 * 1024 * 1024;

const env = { ...process.env, PATH: [process.env.PATH, '/usr/sbin', '/sbin'].join(delimiter) };

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

function hasProgram(program: string): boolean {
  return !spawnSync(program, ['-V'], { env, stdio: 'ignore' }).error;
}

/** Why no disk can be made in a file here and have its power cut, or null. */
export function missingForLoopDisk(system: FileSystem): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root, to mount a disk';
  const missing = [`mkfs.${system}`, 'xfs_io'].find((program) => !hasProgram(program));
  if (missing) return `needs ${missing} (packages e2fsprogs and xfsprogs)`;
  const place = mkdtempSync(join(tmpdir(), 'orderlla-disk-'));
  try {
    const image = makeImage(place, system);
    const isMounted = spawnSync('mount', ['-o', 'loop', image, place], { env, stdio: 'ignore' }).status === 0;
    if (isMounted) run('umount', place);
    return isMounted ? null : `no ${system} in a file can be mounted here`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function makeImage(place: string, system: FileSystem): string {
  const image = join(place, 'image');
  writeFileSync(image, '');
  truncateSync(image, bytes);
  run(`mkfs.${system}`, '-q', image);
  return image;
}

/** Runs `work` with a disk of its own, and takes it away. */
export async function withLoopDisk<T>(
  system: FileSystem,
  work: (disk: LoopDisk) => Promise<T> | T,
): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'orderlla-disk-'));
  const folder = join(place, 'disk');
  mkdirSync(folder);
  const image = makeImage(place, system);
  run('mount', '-o', 'loop', image, folder);
  try {
    return await work({
      folder,
      sync: () => run('sync', '-f', folder),
      cut: (withLog) => run('xfs_io', '-x', '-c', withLog ? 'shutdown -f' : 'shutdown', folder),
      restart() {
        run('umount', folder);
        run('mount', '-o', 'loop', image, folder);
      },
    });
  } finally {
    run('umount', '--lazy', folder);
    rmSync(place, { recursive: true, force: true });
  }
}
