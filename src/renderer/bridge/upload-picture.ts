import { base64 } from './base64.ts';
import type { Client } from './client.ts';
import { createRequestId } from './request-id.ts';
import { pieceSize } from './upload.ts';

/**
 * Hands the bytes of a picture to main in pieces, and answers the upload id that `catalog.setPicture` or `shop.setLogo` takes.
 * @throws ApiError when main refuses.
 */
export async function uploadPicture(
  client: Client,
  picture: Blob,
  call: 'catalog.uploadPicture' | 'shop.uploadLogo' = 'catalog.uploadPicture',
): Promise<string> {
  const uploadId = createRequestId();
  let offset = 0;
  do {
    const piece = new Uint8Array(await picture.slice(offset, offset + pieceSize).arrayBuffer());
    await client.ask(call, { uploadId, offset, data: base64(piece) });
    offset += piece.length;
  } while (offset < picture.size);
  return uploadId;
}
