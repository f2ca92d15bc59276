import type { TaskHandler } from '../../app/context.ts';
import { takePicturePiece } from '../pictures/keep-picture.ts';

/** Takes the next piece of a picture of the catalogue. */
export const uploadPicture: TaskHandler<'catalog.uploadPicture'> = async (ctx, piece) => ({
  received: takePicturePiece(ctx, piece),
});
