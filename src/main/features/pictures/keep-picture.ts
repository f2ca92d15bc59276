import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandContext, Context } from '../../app/context.ts';
import type { Upload, Uploads } from '../../app/uploads.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { pictureLimits } from './picture-limits.ts';
import { readPicture } from './read-picture.ts';

type Piece = { readonly uploadId: string; readonly offset: number; readonly data: string };
type Uploading = Context & { readonly uploads: Uploads };

const isUsed = preparedRead<{ pictureId: number }, { used: number }>(
  (slot) => sql<{ used: number }>`
    SELECT EXISTS (SELECT 1 FROM products WHERE pictureId = ${slot('pictureId')})
      OR EXISTS (SELECT 1 FROM categories WHERE pictureId = ${slot('pictureId')})
      OR EXISTS (SELECT 1 FROM shop WHERE logoPictureId = ${slot('pictureId')}) AS used`,
);

/**
 * Takes the next piece of a picture (base64) and answers how much is there. The first one (offset 0) drops the
 * window's last upload. @throws AppError `picture-too-large`, `upload-out-of-order`.
 */
export function takePicturePiece(ctx: Uploading, { uploadId, offset, data }: Piece): number {
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
  return upload.size;
}

/**
 * Keeps the uploaded picture and answers its id. The bytes are read here once more: what is not exactly a picture
 * never gets in. @throws AppError `upload-gone`, `picture-too-large`, `picture-not-supported`, `picture-damaged`,
 * `picture-animated`.
 */
export function addPicture(ctx: CommandContext, uploadId: string): number {
  const upload = requirePictureUpload(ctx, uploadId);
  const bytes = Buffer.concat(upload.pieces);
  return ctx.db.run(query.insertInto('pictures').values({ ...readPicture(bytes), bytes })).lastId;
}

/** Drops a picture that nothing shows any more. */
export function removeUnusedPicture(db: WriteDb & ReadDb, pictureId: number): void {
  if (isUsed.get(db, { pictureId })?.used === 1) return;
  db.run(query.deleteFrom('pictures').where('id', '=', pictureId));
}

/** The calling window's upload. @throws AppError `upload-gone`. */
function requirePictureUpload(ctx: Uploading, uploadId: string): Upload {
  const upload = ctx.uploads.find(windowOf(ctx), uploadId);
  if (!upload) throw new AppError('upload-gone');
  return upload;
}

function windowOf({ actor }: Context): number {
  return actor.kind === 'system' ? 0 : actor.windowId;
}
