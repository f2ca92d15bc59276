import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { palettePng } from './palette-png.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(data.length, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)]);
}

/** A picture three pixels wide whose rows are already filtered. */
function rgbPng(rows: readonly (readonly number[])[], colourType = 2): Buffer {
  const header = Buffer.from([0, 0, 0, 3, 0, 0, 0, rows.length, 8, colourType, 0, 0, 0]);
  const data = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    Buffer.from(signature),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours of a palette picture, row by row. */
function colours(png: Buffer): readonly string[][] {
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    parts.set(type, png.subarray(at + 8, at + 8 + length));
    expect(png.readUInt32BE(at + 8 + length), type).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    at += 12 + length;
  }
  const palette = parts.get('PLTE') ?? Buffer.alloc(0);
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0));
  return Array.from({ length: rows.length / 4 }, (_, row) =>
    [...rows.subarray(row * 4 + 1, row * 4 + 4)].map((index) =>
      palette.subarray(index * 3, index * 3 + 3).toString('hex'),
    ),
  );
}

describe('palettePng', () => {
  it('keeps few colours as they are, whatever filter their rows were written with', () => {
    const png = rgbPng([
      [0, 255, 0, 0, 0, 255, 0, 16, 32, 48],
      [1, 10, 20, 30, 1, 1, 1, 1, 1, 1],
      [2, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      [3, 0, 0, 0, 5, 5, 5, 0, 0, 0],
      [4, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]);
    expect(colours(palettePng(png))).toEqual([
      ['ff0000', '00ff00', '102030'],
      ['0a141e', '0b151f', '0c1620'],
      ['0b151f', '0c1620', '0d1721'],
      ['050a0f', '0d151c', '0d161e'],
      ['060c12', '111a22', '18222b'],
    ]);
  });

  it('brings many colours down to near ones', () => {
    const rows = Array.from({ length: 200 }, (_, y) => [0, y, 0, 0, y, 255 - y, 0, y, y, y]);
    const given = rows.map(([, ...rest]) => rest);
    const shown = colours(palettePng(rgbPng(rows)));
    expect(new Set(shown.flat()).size).toBeLessThanOrEqual(256);
    const furthest = shown.flatMap((row, y) =>
      row.flatMap((colour, x) =>
        [...Buffer.from(colour, 'hex')].map((value, part) =>
          Math.abs(value - (given[y]?.[x * 3 + part] ?? 0)),
        ),
      ),
    );
    expect(Math.max(...furthest)).toBeLessThan(16);
  });

  it('refuses what it cannot read', () => {
    expect(() => palettePng(rgbPng([[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], 6))).toThrow('eight bits each');
    expect(() => palettePng(Buffer.from('GIF89a and more bytes to come'))).toThrow('eight bits each');
  });
});
