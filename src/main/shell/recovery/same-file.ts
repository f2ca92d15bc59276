import { closeSync, openSync, readSync, statSync } from 'node:fs';

/**
 * Whether what was kept of a shop file is what lies in its place: a second name of it, or, where the disk knows no such
 * thing, the same byte for byte.
 */
export function isSameFile(kept: string, path: string): boolean {
  const [one, other] = [kept, path].map((name) => statSync(name, { throwIfNoEntry: false, bigint: true }));
  if (!one || !other) return false;
  if (one.ino === other.ino && one.dev === other.dev) return true;
  return one.isFile() && other.isFile() && one.size === other.size && holdsTheSame(kept, path);
}

function holdsTheSame(one: string, other: string): boolean {
  const files = [one, other].map((name) => openSync(name, 'r'));
  const parts = files.map(() => Buffer.alloc(1024 * 1024));
  try {
    for (;;) {
      const [first, second] = files.map((file, at) => {
        const part = parts[at] ?? Buffer.alloc(0);
        return part.subarray(0, readSync(file, part));
      });
      if (!first || !second?.equals(first)) return false;
      if (first.length === 0) return true;
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}
