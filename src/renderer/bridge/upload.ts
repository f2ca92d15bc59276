import { base64 } from './base64.ts';
import type { Client } from './client.ts';
import { createRequestId } from './request-id.ts';

/** Bytes of a piece; base64 makes it a third longer, still within what `import.upload` takes. */
export const pieceSize = 1024 * 1024;

type UploadOptions = {
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Hands a file that a person chose or dropped to main in pieces, and answers its upload id. The file's bytes
 * cross, never its path. @throws ApiError when main refuses, the signal's reason when aborted.
 */
export async function uploadFile(client: Client, file: File, options: UploadOptions = {}): Promise<string> {
  const { onProgress, signal } = options;
  const uploadId = createRequestId();
  let offset = 0;
  try {
    do {
      signal?.throwIfAborted();
      const piece = new Uint8Array(await file.slice(offset, offset + pieceSize).arrayBuffer());
      await client.ask('import.upload', { uploadId, fileName: file.name, offset, data: base64(piece) });
      offset += piece.length;
      onProgress?.(file.size === 0 ? 1 : offset / file.size);
    } while (offset < file.size);
    signal?.throwIfAborted();
    return uploadId;
  } catch (error) {
    // Main keeps no part of a file that nobody waits for.
    void client.ask('import.cancel', { uploadId, forget: true }).catch(() => undefined);
    throw error;
  }
}
