import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { addPicture, removeUnusedPicture } from '../pictures/keep-picture.ts';

/**
 * Gives a product or a category the picture that the window sent, or takes its picture away. The one before goes where
 * nothing shows it any more.
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
  if (before !== null) removeUnusedPicture(db, before);
  note(`${of} ${id}`, { name: owner.name, before: { pictureId: before }, after: { pictureId } });
  return { pictureId };
};
