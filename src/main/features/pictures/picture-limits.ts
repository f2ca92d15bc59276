import { AppError } from '../../../shared/contract/errors.ts';

/** What a picture of the shop may be; the window makes it so before it sends it. */
export const pictureLimits: PictureLimits = { bytes: 1024 * 1024, side: 1024 };

export type PictureLimits = { readonly bytes: number; readonly side: number };

export type PictureSize = { readonly width: number; readonly height: number };

/** @throws AppError `picture-too-large`, `picture-damaged` for a picture without any pixel. */
export function checkSize({ width, height }: PictureSize, { side } = pictureLimits): PictureSize {
  if (width > side || height > side) throw new AppError('picture-too-large');
  if (width < 1 || height < 1) throw damaged('no pixels');
  return { width, height };
}

/** The refusal of a file that is not exactly a picture; `why` is for whoever reads the audit log. */
export function damaged(why: string): AppError {
  return new AppError('picture-damaged', { why });
}
