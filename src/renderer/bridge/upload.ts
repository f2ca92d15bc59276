import { base64 } from './base64.ts';
import { ApiError, type Client } from './client.ts';
import { createRequestId } from './request-id.ts';

/** Bytes of a piece; base64 makes it a third longer, still within what `import.upload` takes. */
export const pieceSize = 1024 * 1024;

/** Files from here on are packed on their way: packing takes less time than more pieces would. */
const packFrom = 8 * pieceSize;

type UploadOptions = {
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /** Main unpacks it: large files go quicker. */
  readonly pack?: boolean;
};

/**
 * Hands a file that a person chose or dropped to main in pieces, and answers its upload id. The file's bytes
 * cross, never its path. @throws ApiError when main refuses, the signal's reason when aborted.
 */
export async function uploadFile(client: Client, file: File, options: UploadOptions = {}): Promise<string> {
  const uploadId = createRequestId();
  const send = (piece: { offset: number; data: string }) =>
    client.ask('import.upload', { uploadId, fileName: file.name, ...piece });
  try {
    await sendFile(file, send, options);
    return uploadId;
  } catch (error) {
    // Main keeps no part of a file that nobody waits for.
    void client.ask('import.cancel', { uploadId, forget: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Sends a file's bytes one piece after the other, never more than a few of them in memory; an empty file is one empty
 * piece. @throws whatever `send` does, the signal's reason when aborted.
 */
export async function sendFile(
  file: File,
  send: (piece: { readonly offset: number; readonly data: string }) => Promise<unknown>,
  { onProgress, signal, pack = false }: UploadOptions = {},
): Promise<void> {
  let offset = 0;
  const isPacked = pack && file.size >= packFrom && !(await isGzip(file));
  for await (const { bytes, read } of isPacked ? packedPieces(file) : plainPieces(file)) {
    signal?.throwIfAborted();
    await send({ offset, data: base64(bytes) });
    offset += bytes.length;
    onProgress?.(file.size === 0 ? 1 : Math.min(1, read / file.size));
  }
  signal?.throwIfAborted();
}

/** A file that the window cannot read any more was moved, unplugged or changed since it was chosen. */
export function refusalOfFile(error: unknown): unknown {
  return error instanceof ApiError ? error : new ApiError({ code: 'upload-gone', message: String(error) });
}

async function isGzip(file: File): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** Bytes to send, and how many of the file's own they stand for, those before included. */
type Piece = { readonly bytes: Uint8Array; readonly read: number };

async function* plainPieces(file: File): AsyncGenerator<Piece, void> {
  let read = 0;
  do {
    const bytes = new Uint8Array(await file.slice(read, read + pieceSize).arrayBuffer());
    read += bytes.length;
    yield { bytes, read };
    if (bytes.length === 0) return;
  } while (read < file.size);
}

async function* packedPieces(file: File): AsyncGenerator<Piece, void> {
  const pack = new CompressionStream('gzip');
  const reader = pack.readable.getReader();
  let read = 0;
  const writing = fill(file, pack.writable.getWriter(), (count) => {
    read += count;
  });
  // Whoever reads hears of it below; until then nobody else may.
  writing.catch(() => undefined);
  let held: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (value) held.push(value);
      size += value?.length ?? 0;
      if (!done && size < pieceSize / 2) continue;
      for (const bytes of cut(held, size)) yield { bytes, read };
      if (done) return await writing;
      held = [];
      size = 0;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

async function fill(
  file: File,
  writer: WritableStreamDefaultWriter<BufferSource>,
  onRead: (count: number) => void,
): Promise<void> {
  try {
    for (let from = 0; from < file.size; from += pieceSize) {
      const bytes = new Uint8Array(await file.slice(from, from + pieceSize).arrayBuffer());
      await writer.write(bytes);
      onRead(bytes.length);
    }
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}

/** Joins what was packed and cuts it to what one call takes. */
function* cut(held: readonly Uint8Array[], size: number): Generator<Uint8Array, void> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of held) {
    whole.set(part, at);
    at += part.length;
  }
  for (let from = 0; from < size; from += pieceSize) yield whole.subarray(from, from + pieceSize);
}
