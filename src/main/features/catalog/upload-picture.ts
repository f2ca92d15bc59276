import { AppError } from '../../../shared/contract/errors.ts';
import type { Context, TaskHandler } from '../../app/context.ts';
import type { Upload, Uploads } from '../../app/uploads.ts';
import { pictureLimits } from '../pictures/picture-limits.ts';

/**
 * Takes the next piece of a picture. The first one (offset 0) drops the window's last upload.
 * @throws AppError `picture-too-large`, `upload-out-of-order`.
 */
export const uploadPicture: TaskHandler<'catalog.uploadPicture'> = async (
  ctx,
  { uploadId, offset, data },
) => {
  const windowId = windowOf(ctx);
  if (offset === 0) {
    const fileName = 'picture';
    ctx.uploads.put({ uploadId, windowId, fileName, pieces: [], size: 0, reading: null, stopReading: null });
  }
  const upload = ctx.uploads.find(windowId, uploadId);
  if (!upload || upload.size !== offset) throw new AppError('upload-out-of-order');
  const piece = Buffer.from(data, 'base64');
  if (upload.size + piece.length > pictureLimits.bytes) {
    ctx.uploads.remove(windowId, uploadId);
    throw new AppError('picture-too-large');
  }
  upload.pieces.push(piece);
  upload.size += piece.length;
  // Whoever else read this upload read another file.
  upload.stopReading?.();
  upload.reading = null;
  return { received: upload.size };
};

/** The calling window's upload. @throws AppError `upload-gone`. */
export function requirePictureUpload(ctx: Context & { readonly uploads: Uploads }, uploadId: string): Upload {
  const upload = ctx.uploads.find(windowOf(ctx), uploadId);
  if (!upload) throw new AppError('upload-gone');
  return upload;
}

function windowOf({ actor }: Context): number {
  return actor.kind === 'system' ? 0 : actor.windowId;
}
