import { open } from 'node:fs/promises';

/**
 * Writes a new file that this account alone can read, and has it on the disk when it answers.
 * @throws the system's error; a file that was there before is left alone.
 */
export async function writeFlushed(path: string, what: string | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(what);
    await file.sync();
  } finally {
    await file.close();
  }
}
