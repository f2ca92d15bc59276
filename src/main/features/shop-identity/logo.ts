import { AppError } from '../../../shared/contract/errors.ts';
import type { CommandHandler, TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { addPicture, removeUnusedPicture, takePicturePiece } from '../pictures/keep-picture.ts';

/** Takes the next piece of the logo. */
export const uploadLogo: TaskHandler<'shop.uploadLogo'> = async (ctx, piece) => ({
  received: takePicturePiece(ctx, piece),
});

/** Takes what the window sent as the shop's logo, or takes the logo away. The one before is dropped. */
export const setLogo: CommandHandler<'shop.setLogo'> = (ctx, { uploadId }) => {
  const { db, note, shop } = ctx;
  const before = shop.logoPictureId;
  if (uploadId === null && before === null) throw new AppError('nothing-changed');
  const pictureId = uploadId === null ? null : addPicture(ctx, uploadId);
  db.run(query.updateTable('shop').set({ logoPictureId: pictureId }).where('id', '=', 1));
  if (before !== null) removeUnusedPicture(db, before);
  note('shop', { before: { logoPictureId: before }, after: { logoPictureId: pictureId } });
  return { pictureId };
};
