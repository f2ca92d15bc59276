import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { JobContext } from './jobs.ts';

const pieceBytes = 1 << 20;

/** A file in pieces, telling how far it is. It is opened when the first piece is asked for. */
export async function* piecesOf(
  path: string,
  { onProgress, signal }: JobContext,
): AsyncGenerator<Uint8Array> {
  const total = (await stat(path)).size;
  let done = 0;
  const options = { highWaterMark: pieceBytes, ...(signal ? { signal } : {}) };
  for await (const piece of createReadStream(path, options)) {
    done += (piece as Uint8Array).length;
    onProgress({ done, total });
    yield piece as Uint8Array;
  }
}
