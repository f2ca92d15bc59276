import { headerBytes, pictureHeader } from './picture-header.ts';

/** Why a file is no picture that can be taken. */
export type PictureProblem = 'picture-not-supported' | 'picture-damaged' | 'picture-too-large';

export type EncodedPicture =
  | { readonly ok: true; readonly picture: Blob }
  | { readonly ok: false; readonly problem: PictureProblem };

/** Longest side of what is kept, in pixels, and most bytes of it. */
const longestSide = 1024;
const mostBytes = 1_000_000;
/** Of a file that is read at all; beyond, decoding would take more memory than a till has to spare. */
const mostFileBytes = 40_000_000;
const mostPixels = 64_000_000;

/**
 * Draws a picture anew, at most 1,024 pixels on each side: whatever else the file holds is left behind, and so is all
 * but the first picture of one that moves. Only PNG, JPEG and WebP are decoded, known by their bytes.
 */
export async function encodePicture(file: Blob): Promise<EncodedPicture> {
  if (file.size > mostFileBytes) return refused('picture-too-large');
  const header = pictureHeader(new Uint8Array(await file.slice(0, headerBytes).arrayBuffer()));
  if (header === null) return refused('picture-not-supported');
  if ((header.width ?? 0) * (header.height ?? 0) > mostPixels) return refused('picture-too-large');
  // By its bytes: a wrong name must not lead the decoder astray.
  const bitmap = await createImageBitmap(new Blob([file], { type: `image/${header.kind}` })).catch(
    () => null,
  );
  if (bitmap === null || bitmap.width === 0 || bitmap.height === 0) return refused('picture-damaged');
  try {
    const picture = await smallEnough(bitmap);
    return picture === null ? refused('picture-damaged') : { ok: true, picture };
  } finally {
    bitmap.close();
  }
}

function refused(problem: PictureProblem): EncodedPicture {
  return { ok: false, problem };
}

/** WebP where the window writes it, else PNG; smaller by steps until it is light enough. */
async function smallEnough(bitmap: ImageBitmap): Promise<Blob | null> {
  for (const [side, quality] of [
    [longestSide, 0.86],
    [longestSide, 0.7],
    [longestSide / 2, 0.7],
    [longestSide / 4, 0.7],
  ] as const) {
    const picture = await drawn(bitmap, side, quality);
    if (picture === null || picture.size <= mostBytes) return picture;
  }
  return null;
}

async function drawn(bitmap: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(bitmap.width * scale));
  canvas.height = Math.max(1, Math.floor(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/webp', quality));
}
