import { crc32, deflateSync } from 'node:zlib';

/** What Chromium's canvas wrote for 12 × 7 pixels, byte for byte. */
const jpeg = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh',
  'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB',
  'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA',
  'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y',
  'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM',
  'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAAUDBAQEAwUEBAQFBQUGBwwIBwcHBw8LCwkM',
  'EQ8SEhEPERETFhwXExQaFRERGCEYGh0dHx8fExciJCIeJBweHx7/2wBDAQUFBQcGBw4ICA4eFBEUHh4eHh4eHh4eHh4eHh4eHh4e',
  'Hh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh7/wAARCAAHAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH',
  '/8QAHBAAAgICAwAAAAAAAAAAAAAAAQMAAgQREhMU/8QAFQEBAQAAAAAAAAAAAAAAAAAABgf/xAAjEQABAwIFBQAAAAAAAAAAAAAB',
  'AgMRACEEBTFRYQYHEiJB/9oADAMBAAIRAxEAPwDGjl4VC72pYwGhC+B1q0lHvPYYiWbt7lOHQ2py/sBabCNh853pZ1m86jGLcCyf',
  'IixJIECLDQcxrX//2Q==',
];
const webp = [
  'UklGRpYCAABXRUJQVlA4WAoAAAAwAAAACwAABgAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh',
  'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB',
  'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA',
  'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y',
  'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM',
  'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZBTFBIQAAAAAVgE9m2E74EcrCSalShAwGooMIHZarP',
  'JUPLFxERE7AJq4AbxL2vyIKbm24A/arMGRvgEkS1aXvgBvHtE7IgrAJWUDggYAAAADACAJ0BKgwABwABABwlsAJ0MoABOx/iU74A',
  'AP78yzvX498SwQREE/A0U2T0iNnW+9SjPh/8p1e3e/2nv8bg6/+1Ef8SlP9IEvzAZ/8f8ruGWf7myucVv/7yhtpL0EgAAA==',
];

export const browserPictures = {
  jpeg: Buffer.from(jpeg.join(''), 'base64'),
  webp: Buffer.from(webp.join(''), 'base64'),
};

/** A part of a PNG with its length and checksum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

type PngDraft = {
  readonly width?: number;
  readonly height?: number;
  /** Between header and pixels. */
  readonly before?: readonly Buffer[];
  readonly pixels?: Buffer;
  readonly after?: readonly Buffer[];
};

/** A PNG of opaque pixels, whole unless told otherwise. */
export function pngFile({ width = 12, height = 7, before = [], pixels, after = [] }: PngDraft = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = pixels ?? deflateSync(Buffer.alloc((1 + width * 4) * height));
  const end = pngChunk('IEND', Buffer.alloc(0));
  const start = Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1');
  return Buffer.concat([start, pngChunk('IHDR', header), ...before, pngChunk('IDAT', rows), ...after, end]);
}
