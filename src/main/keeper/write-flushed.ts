import { open } from 'node:fs/promises';

/**
 * Writes a new file that this account alone can read, and has it on the disk when it answers. Answers how many bytes
 * it holds. @throws the system's error; a file that was there before is left alone.
 */
export async function writeFlushed(
  path: string,
  what: string | AsyncIterable<Uint8Array>,
  onWritten: (bytes: number) => void = () => {},
): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  let bytes = 0;
  try {
    if (typeof what === 'string') {
      await file.writeFile(what);
    } else {
      for await (const piece of what) {
        await file.write(piece);
        bytes += piece.length;
        onWritten(bytes);
      }
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes;
}
