import { statSync } from 'node:fs';

/** Which file lies there, whatever is written into it; empty where there is none. */
export function fileIdentity(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev}:${found.ino}` : '';
}
