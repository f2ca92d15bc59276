import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { zipDay } from './clock.ts';

export type ZipPart = {
  readonly name: string;
  /** Asked for when its turn has come. */
  readonly pieces: () => Iterable<Uint8Array>;
  /** Told once it is written. */
  readonly onWritten?: (written: { readonly bytes: number; readonly sha256: string }) => void;
};

/** Writes a zip, one part after the other. @throws what a part throws, the system's error, or the signal's reason. */
export async function writeZip(path: string, parts: readonly ZipPart[], signal?: AbortSignal): Promise<void> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_resolve, reject) => zip.on('error', reject));
  for (const part of parts) {
    zip.addReadStreamLazy(part.name, { mtime: zipDay, mode: 0o100644, forceDosTimestamp: true }, (give) => {
      const stream = Readable.from(counted(part, signal), { objectMode: false });
      stream.on('error', (error) => zip.emit('error', error));
      give(null, stream);
    });
  }
  zip.end();
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await Promise.race([pipeline(zip.outputStream, file, ...(signal ? [{ signal }] : [])), failed]).catch(
    (error: unknown) => {
      file.destroy();
      signal?.throwIfAborted();
      throw error;
    },
  );
}

function* counted({ pieces, onWritten }: ZipPart, signal?: AbortSignal): Generator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of pieces()) {
    signal?.throwIfAborted();
    hash.update(piece);
    bytes += piece.length;
    yield piece;
  }
  onWritten?.({ bytes, sha256: hash.digest('hex') });
}
