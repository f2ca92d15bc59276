import { base64 } from './base64.ts';
import type { Client } from './client.ts';
import { createRequestId } from './request-id.ts';
import { pieceSize } from './upload.ts';

/**
 * Hands the bytes of a picture to main in pieces, and answers the upload id that `catalog.setPicture` takes.
 * @throws ApiError when main refuses.
 */
export async function uploadPicture(client: Client, picture: Blob): Promise<string> {
  const uploadId = createRequestId();
  let offset = 0;
  do {
    const piece = new Uint8Array(await picture.slice(offset, offset + pieceSize).arrayBuffer());
    await client.ask('catalog.uploadPicture', { uploadId, offset, data: base64(piece) });
    offset += piece.length;
  } while (offset < picture.size);
  return uploadId;
}
