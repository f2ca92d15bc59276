import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import type { ReadDb, WriteDb } from '../../database/connection.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { readPicture } from '../pictures/read-picture.ts';
import { requirePictureUpload } from './upload-picture.ts';

const isUsed = preparedRead<{ pictureId: number }, { used: number }>(
  (slot) => sql<{ used: number }>`
    SELECT EXISTS (SELECT 1 FROM products WHERE pictureId = ${slot('pictureId')})
      OR EXISTS (SELECT 1 FROM categories WHERE pictureId = ${slot('pictureId')}) AS used`,
);

/**
 * Gives a product or a category the picture that the window sent, or takes its picture away. The bytes are read here
 * once more: what is not exactly a picture never gets in. The one before goes where nothing shows it any more.
 * @throws AppError `not-found`, `upload-gone`, `nothing-changed`, `picture-too-large`, `picture-not-supported`,
 *   `picture-damaged`, `picture-animated`.
 */
export const setPicture: CommandHandler<'catalog.setPicture'> = (ctx, { of, id, uploadId }) => {
  const { db, note } = ctx;
  const table = of === 'product' ? ('products' as const) : ('categories' as const);
  const owner = db.get(query.selectFrom(table).select(['name', 'pictureId']).where('id', '=', id));
  if (!owner) throw new AppError('not-found', { what: of });
  const before = owner.pictureId;
  if (uploadId === null && before === null) throw new AppError('nothing-changed');
  const pictureId = uploadId === null ? null : addPicture(ctx, uploadId);
  db.run(query.updateTable(table).set({ pictureId }).where('id', '=', id));
  if (before !== null) removeUnused(db, before);
  note(`${of} ${id}`, { name: owner.name, before: { pictureId: before }, after: { pictureId } });
  return { pictureId };
};

function addPicture(ctx: CommandContext, uploadId: string): number {
  const upload = requirePictureUpload(ctx, uploadId);
  const bytes = Buffer.concat(upload.pieces);
  return ctx.db.run(query.insertInto('pictures').values({ ...readPicture(bytes), bytes })).lastId;
}

function removeUnused(db: WriteDb & ReadDb, pictureId: number): void {
  if (isUsed.get(db, { pictureId })?.used === 1) return;
  db.run(query.deleteFrom('pictures').where('id', '=', pictureId));
}
