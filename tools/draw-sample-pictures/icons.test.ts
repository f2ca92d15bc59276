import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { icns } from './icns.ts';
import { ico } from './ico.ts';

const folder = join(import.meta.dirname, '../../resources/icons');
const pngHead = '89504e470d0a1a0a';

function pngSize(png: Buffer): number {
  expect(png.subarray(0, 8).toString('hex')).toBe(pngHead);
  expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
  return png.readUInt32BE(16);
}

describe('the committed icons', () => {
  it('hold what the entries of icon.ico promise', () => {
    const file = readFileSync(join(folder, 'icon.ico'));
    const count = file.readUInt16LE(4);
    expect([file.readUInt16LE(0), file.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes = Array.from({ length: count }, (_, place) => {
      const entry = 6 + 16 * place;
      const png = file.subarray(
        file.readUInt32LE(entry + 12),
        file.readUInt32LE(entry + 12) + file.readUInt32LE(entry + 8),
      );
      expect(pngSize(png) % 256).toBe(file.readUInt8(entry));
      return pngSize(png);
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('fill icon.icns block by block, up to 1024 pixels', () => {
    const file = readFileSync(join(folder, 'icon.icns'));
    expect(file.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const sizes: number[] = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      sizes.push(pngSize(file.subarray(at + 8, at + file.readUInt32BE(at + 4))));
    }
    expect(sizes).toEqual([16, 32, 32, 64, 128, 256, 256, 512, 512, 1024]);
  });

  it('are there as PNGs of the sizes in their names', () => {
    expect(pngSize(readFileSync(join(folder, 'icon.png')))).toBe(1024);
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
      expect(pngSize(readFileSync(join(folder, `linux/${size}x${size}.png`)))).toBe(size);
    }
  });
});

describe('icon containers', () => {
  it('write 256 pixels as 0 in an ico', () => {
    const file = ico([{ size: 256, png: Buffer.from('picture') }]);
    expect(file.readUInt8(6)).toBe(0);
    expect(file.subarray(22).toString()).toBe('picture');
  });

  it('refuse a size that an icns cannot hold', () => {
    expect(() => icns([{ size: 48, png: Buffer.alloc(1) }])).toThrow('48 pixels');
  });
});
