import { AppError } from '../../../shared/contract/errors.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import { checkProfile } from './check-profile.ts';
import { checkSize, damaged, type PictureSize } from './picture-limits.ts';

type Chunk = { readonly type: string; readonly data: Buffer };

const flag = { profile: 0x20, alpha: 0x10, animation: 0x02 };

/**
 * The size of a WebP that is exactly one still picture, plain or extended by transparency and a colour profile. What
 * its outside says of its size is what its pixels say.
 * @throws AppError `picture-damaged`, `picture-animated`, `picture-too-large`.
 */
export function readWebp(bytes: Uint8Array): PictureSize {
  const reader = createByteReader(bytes);
  reader.take(4);
  if (reader.littleUint32() !== bytes.length - 8) throw damaged('another length than it says');
  reader.take(4);
  const chunks: Chunk[] = [];
  while (reader.left > 0) chunks.push(nextChunk(reader));
  if (chunks.some(({ type }) => type === 'ANIM' || type === 'ANMF')) throw new AppError('picture-animated');
  const [first, ...others] = chunks;
  if (!first) throw damaged('no picture');
  if (first.type === 'VP8X') return readExtended(first.data, others);
  if (others.length > 0) throw damaged('an unknown part');
  return readPixels(first);
}

function nextChunk(reader: ByteReader): Chunk {
  const type = reader.ascii(4);
  const length = reader.littleUint32();
  const data = reader.take(length);
  if (length % 2 === 1 && reader.byte() !== 0) throw damaged('something between its parts');
  return { type, data };
}

function readExtended(data: Buffer, others: readonly Chunk[]): PictureSize {
  if (data.length !== 10) throw damaged('no header');
  const header = createByteReader(data);
  const flags = header.byte();
  if ((flags & flag.animation) !== 0) throw new AppError('picture-animated');
  if ((flags & ~(flag.profile | flag.alpha)) !== 0 || header.littleUint24() !== 0)
    throw damaged('an unknown part');
  const canvas = checkSize({ width: header.littleUint24() + 1, height: header.littleUint24() + 1 });
  const rest = [...others];
  if ((flags & flag.profile) !== 0) {
    const profile = rest.shift();
    if (profile?.type !== 'ICCP') throw damaged('no colour profile');
    checkProfile(profile.data);
  }
  if (rest[0]?.type === 'ALPH') checkAlpha(rest.shift(), flags, rest[0]?.type);
  const [picture, ...more] = rest;
  if (!picture || more.length > 0) throw damaged('an unknown part');
  const size = readPixels(picture);
  if (size.width !== canvas.width || size.height !== canvas.height)
    throw damaged('another size than it says');
  return size;
}

function checkAlpha(alpha: Chunk | undefined, flags: number, next: string | undefined): void {
  const method = alpha?.data[0] ?? 255;
  const isKnown = (method & 0xc0) === 0 && (method & 3) <= 1 && (alpha?.data.length ?? 0) > 1;
  if (!isKnown || (flags & flag.alpha) === 0 || next !== 'VP8 ') throw damaged('unknown transparency');
}

function readPixels({ type, data }: Chunk): PictureSize {
  if (type === 'VP8 ') return readLossy(data);
  if (type === 'VP8L') return readLossless(data);
  throw damaged('an unknown part');
}

/** A key frame that is shown, with its first part whole. */
function readLossy(data: Buffer): PictureSize {
  const reader = createByteReader(data);
  const tag = reader.littleUint24();
  const isKeyFrame = (tag & 1) === 0;
  const isShown = ((tag >> 4) & 1) === 1;
  const version = (tag >> 1) & 7;
  if (!isKeyFrame || !isShown || version > 3 || reader.take(3).toString('hex') !== '9d012a') {
    throw damaged('no picture');
  }
  const width = reader.byte() | (reader.byte() << 8);
  const height = reader.byte() | (reader.byte() << 8);
  // The two bits above a side's fourteen ask to draw it larger; nobody does.
  if (width >> 14 !== 0 || height >> 14 !== 0) throw damaged('an unknown form');
  const size = checkSize({ width, height });
  if (tag >> 5 >= reader.left) throw damaged('cut short');
  return size;
}

function readLossless(data: Buffer): PictureSize {
  const reader = createByteReader(data);
  if (reader.byte() !== 0x2f) throw damaged('no picture');
  const bits = reader.littleUint32();
  const size = checkSize({ width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 });
  if (bits >>> 29 !== 0) throw damaged('an unknown form');
  if (reader.left === 0) throw damaged('cut short');
  return size;
}
