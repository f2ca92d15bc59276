import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { HeadStore } from '../app/audit-head.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** Only this account reads it, like the keys beside it. */
const mode = 0o600;

/**
 * Keeps the head of the audit log in a file of the application's own folder, whole or not at all. It is written after
 * sales, so nobody waits for it; at the start it must be there before anything else is written.
 */
export function createHeadFile(path: string): HeadStore {
  return {
    read() {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        // What cannot be read says as little as what somebody else wrote.
        return '';
      }
    },
    write: (text) => writeWholeFile(path, text, mode),
    writeNow(text) {
      const beside = `${path}.part`;
      const file = openSync(beside, 'w', mode);
      try {
        writeSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(beside, path);
    },
  };
}
