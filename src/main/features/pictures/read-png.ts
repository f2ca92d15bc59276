import { crc32, inflateSync } from 'node:zlib';
import { AppError } from '../../../shared/contract/errors.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import { checkSize, damaged, type PictureLimits, type PictureSize, pictureLimits } from './picture-limits.ts';

/** What a canvas writes, and what tells colours; anything else is somebody's luggage. */
const colourChunks = new Set(['PLTE', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'pHYs', 'sBIT']);
const animationChunks = new Set(['acTL', 'fcTL', 'fdAT']);

/** Samples a pixel, and the depths that each colour type may have. */
const colourTypes: Readonly<
  Record<number, { readonly samples: number; readonly depths: readonly number[] }>
> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

type Chunk = { readonly type: string; readonly data: Buffer };
type Header = PictureSize & { readonly bitsPerPixel: number; readonly needsPalette: boolean };

/**
 * The size of a PNG that is exactly one still picture: every chunk known and with its checksum, nothing behind the
 * last, and as many pixels in it as it says.
 * @throws AppError `picture-damaged`, `picture-animated`, `picture-too-large`.
 */
export function readPng(bytes: Uint8Array, limits: PictureLimits = pictureLimits): PictureSize {
  const reader = createByteReader(bytes);
  reader.take(8);
  const header = readHeader(nextChunk(reader), limits);
  const parts: Buffer[] = [];
  const seen = new Set<string>();
  let lastType = 'IHDR';
  for (let chunk = nextChunk(reader); chunk.type !== 'IEND'; chunk = nextChunk(reader)) {
    if (animationChunks.has(chunk.type)) throw new AppError('picture-animated');
    if (chunk.type === 'IDAT') {
      if (parts.length > 0 && lastType !== 'IDAT') throw damaged('pixels in two places');
      parts.push(chunk.data);
    } else if (!colourChunks.has(chunk.type) || seen.has(chunk.type) || parts.length > 0) {
      throw damaged('an unknown part');
    } else checkColours(chunk);
    seen.add(chunk.type);
    lastType = chunk.type;
  }
  if (reader.left > 0) throw damaged('something behind its end');
  if (header.needsPalette && !seen.has('PLTE')) throw damaged('no palette');
  checkPixels(Buffer.concat(parts), header);
  return { width: header.width, height: header.height };
}

function nextChunk(reader: ByteReader): Chunk {
  const length = reader.uint32();
  const typed = reader.take(4);
  const data = reader.take(length);
  if (reader.uint32() !== crc32(data, crc32(typed))) throw damaged('a wrong checksum');
  const type = typed.toString('latin1');
  if (type === 'IEND' && length > 0) throw damaged('something in its end');
  return { type, data };
}

function readHeader({ type, data }: Chunk, limits: PictureLimits): Header {
  if (type !== 'IHDR' || data.length !== 13) throw damaged('no header');
  const size = checkSize({ width: data.readUInt32BE(0), height: data.readUInt32BE(4) }, limits);
  const [depth = 0, colourType = 0, compression, filter, interlace] = data.subarray(8);
  const colours = colourTypes[colourType];
  if (!colours?.depths.includes(depth)) throw damaged('unknown colours');
  if (compression !== 0 || filter !== 0 || interlace !== 0) throw damaged('an unknown form');
  return { ...size, bitsPerPixel: depth * colours.samples, needsPalette: colourType === 3 };
}

/** The sizes these parts can have. */
function checkColours({ type, data }: Chunk): void {
  const sizes: Readonly<Record<string, boolean>> = {
    PLTE: data.length > 0 && data.length <= 768 && data.length % 3 === 0,
    tRNS: data.length > 0 && data.length <= 256,
    sRGB: data.length === 1,
    gAMA: data.length === 4,
    cHRM: data.length === 32,
    pHYs: data.length === 9,
    sBIT: data.length > 0 && data.length <= 4,
  };
  if (!sizes[type]) throw damaged('a part of the wrong size');
}

/** Unpacks the pixels, never more of them than there may be, and counts them. */
function checkPixels(packed: Buffer, { width, height, bitsPerPixel }: Header): void {
  const row = 1 + Math.ceil((width * bitsPerPixel) / 8);
  const pixels = unpack(packed, row * height);
  for (let at = 0; at < pixels.length; at += row) {
    if ((pixels[at] ?? 0) > 4) throw damaged('an unknown filter');
  }
}

function unpack(packed: Buffer, expected: number): Buffer {
  let unpacked: { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
  try {
    unpacked = inflateSync(packed, { maxOutputLength: expected, info: true }) as unknown as typeof unpacked;
  } catch {
    throw damaged('pixels that cannot be read');
  }
  if (unpacked.buffer.length !== expected) throw damaged('other pixels than it says');
  if (unpacked.engine.bytesWritten !== packed.length) throw damaged('something behind its pixels');
  return unpacked.buffer;
}
