import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };
type Box = readonly { readonly colour: number; readonly count: number }[];

/**
 * The same picture in 256 colours, a third of the size: enough for the flat colours of a window. Takes what
 * Chromium writes: eight bits each of red, green and blue, not interlaced.
 * @throws Error for any other PNG.
 */
export function palettePng(png: Buffer): Buffer {
  const { width, height, rgb } = decode(png);
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const colour = colourAt(rgb, at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const boxes = cutInBoxes([...counts].map(([colour, count]) => ({ colour, count })));
  const indices = new Map(boxes.flatMap((box, index) => box.map(({ colour }) => [colour, index] as const)));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const row = Math.floor(pixel / width);
    rows[pixel + row + 1] = indices.get(colourAt(rgb, pixel * 3)) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(boxes.flatMap(meanOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(rgb: Uint8Array, at: number): number {
  return ((rgb[at] ?? 0) << 16) | ((rgb[at + 1] ?? 0) << 8) | (rgb[at + 2] ?? 0);
}

/** Red, green or blue of a colour. */
function part(colour: number, shift: number): number {
  return (colour >> shift) & 255;
}

/** Median cut: the box with the widest spread of many pixels is halved until there is one for each colour. */
function cutInBoxes(all: Box): readonly Box[] {
  const boxes: Box[] = [all];
  const weighed = new Map<Box, ReturnType<typeof spreadOf>>([[all, spreadOf(all)]]);
  while (boxes.length < mostColours) {
    const widest = boxes.reduce((a, b) =>
      (weighed.get(b)?.weight ?? 0) > (weighed.get(a)?.weight ?? 0) ? b : a,
    );
    const { shift, weight } = weighed.get(widest) ?? { shift: 0, weight: 0 };
    if (weight === 0) break;
    const sorted = [...widest].sort((a, b) => part(a.colour, shift) - part(b.colour, shift));
    const halves = [sorted.slice(0, sorted.length >> 1), sorted.slice(sorted.length >> 1)];
    boxes.splice(boxes.indexOf(widest), 1, ...halves);
    for (const half of halves) weighed.set(half, spreadOf(half));
  }
  return boxes;
}

/** The channel along which a box is longest; rare colours weigh less, but weigh. */
function spreadOf(box: Box): { readonly shift: number; readonly weight: number } {
  const spreads = [16, 8, 0].map((shift) => {
    const values = box.map(({ colour }) => part(colour, shift));
    const low = values.reduce((a, b) => Math.min(a, b), 255);
    return { shift, length: values.reduce((a, b) => Math.max(a, b), 0) - low };
  });
  const longest = spreads.reduce((a, b) => (b.length > a.length ? b : a));
  const pixels = box.reduce((sum, { count }) => sum + count, 0);
  return { shift: longest.shift, weight: longest.length ** 2 * Math.sqrt(pixels) };
}

function meanOf(box: Box): readonly number[] {
  const pixels = box.reduce((sum, { count }) => sum + count, 0) || 1;
  return [16, 8, 0].map((shift) => {
    const sum = box.reduce((total, { colour, count }) => total + part(colour, shift) * count, 0);
    return Math.floor(sum / pixels + 0.5);
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function decode(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  const header = png.subarray(16, 29);
  if (!png.subarray(0, 8).equals(signature) || header[8] !== 8 || header[9] !== 2 || header[12] !== 0)
    throw new Error('Only PNG with eight bits each of red, green and blue can be read');
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return { width, height, rgb: unfilter(inflateSync(Buffer.concat(parts)), width * 3, height) };
}

/** Undoes the filter that each row names in its first byte (PNG, section 9). */
function unfilter(raw: Buffer, stride: number, height: number): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column >= 3 ? (out[at - 3] ?? 0) : 0;
      const up = row > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = row > 0 && column >= 3 ? (out[at - stride - 3] ?? 0) : 0;
      out[at] = (raw[at + row + 1] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
