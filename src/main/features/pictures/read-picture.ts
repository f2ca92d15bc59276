import { AppError } from '../../../shared/contract/errors.ts';
import { type PictureSize, pictureLimits } from './picture-limits.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { readWebp } from './read-webp.ts';

type PictureFacts = PictureSize & { readonly mime: 'image/png' | 'image/jpeg' | 'image/webp' };

/**
 * What a file is, by its bytes alone: exactly one PNG, JPEG or WebP of at most 1024 pixels a side and 1 MiB, and
 * nothing more. The window re-encodes what a person chose; this trusts no window. SVG is never a picture here.
 * @throws AppError `picture-too-large`, `picture-not-supported`, `picture-damaged`, `picture-animated`.
 */
export function readPicture(bytes: Uint8Array): PictureFacts {
  if (bytes.length > pictureLimits.bytes) throw new AppError('picture-too-large');
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (start.startsWith('\u0089PNG\r\n\u001a\n')) return { mime: 'image/png', ...readPng(bytes) };
  if (start.startsWith('\u00ff\u00d8\u00ff')) return { mime: 'image/jpeg', ...readJpeg(bytes) };
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP')
    return { mime: 'image/webp', ...readWebp(bytes) };
  throw new AppError('picture-not-supported');
}
