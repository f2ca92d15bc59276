import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserPictures, pngChunk, pngFile } from '../../../../test/support/pictures.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { readPicture } from './read-picture.ts';

const { jpeg, webp } = browserPictures;
const samples = join(import.meta.dirname, '../../../../resources/sample-shop/pictures');
const script = '<script>alert(1)</script>';

/** The code of the refusal, or the facts of what was taken. */
function answer(bytes: Uint8Array): unknown {
  try {
    return readPicture(bytes);
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.code;
    throw thrown;
  }
}

describe('readPicture', () => {
  it('takes what a canvas writes, with its size', () => {
    expect(readPicture(jpeg)).toEqual({ mime: 'image/jpeg', width: 12, height: 7 });
    expect(readPicture(webp)).toEqual({ mime: 'image/webp', width: 12, height: 7 });
    expect(readPicture(pngFile())).toEqual({ mime: 'image/png', width: 12, height: 7 });
    expect(readPicture(pngFile({ width: 1024, height: 1024 }))).toMatchObject({ width: 1024, height: 1024 });
    expect(answer(pngFile({ before: [pngChunk('sRGB', Buffer.of(0))] }))).toMatchObject({ width: 12 });
  });

  it('takes every picture of the sample shop', () => {
    const files = readdirSync(samples).filter((name) => name.endsWith('.webp'));
    expect(files.length).toBeGreaterThan(20);
    for (const name of files)
      expect(answer(readFileSync(join(samples, name))), name).toMatchObject({ mime: 'image/webp' });
  });

  it.each(hostileFiles())('refuses %s', (_name, bytes, code) => {
    expect(answer(bytes)).toBe(code);
  });

  it.each([
    ['PNG', pngFile()],
    ['JPEG', jpeg],
    ['WebP', webp],
  ])('refuses a %s cut anywhere', (_name, whole) => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(typeof answer(whole.subarray(0, length)), `at ${length}`).toBe('string');
    }
  });

  it('never falls over bytes that changed, and says no larger size than a picture may have', () => {
    const wholes = fc.constantFrom(pngFile(), jpeg, webp);
    const spots = fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(wholes, spots, (whole, changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const said = answer(bytes);
        if (typeof said === 'string') return;
        const { width, height } = said as { width: number; height: number };
        expect(Math.max(width, height)).toBeLessThanOrEqual(1024);
        expect(Math.min(width, height)).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

type Hostile = readonly [name: string, bytes: Uint8Array, code: string];

function hostileFiles(): readonly Hostile[] {
  return [...strangers(), ...pngs(), ...jpegs(), ...webps()];
}

function strangers(): readonly Hostile[] {
  const no = 'picture-not-supported';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`;
  return [
    ['nothing', Buffer.alloc(0), no],
    ['an SVG with a script', Buffer.from(svg), no],
    ['an SVG behind an XML head', Buffer.from(`<?xml version="1.0"?>${svg}`), no],
    ['a page', Buffer.from(`<!doctype html>${script}`), no],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), no],
    ['a BMP', Buffer.from(`BM${'\u0000'.repeat(60)}`, 'latin1'), no],
    ['a PDF', Buffer.from('%PDF-1.7'), no],
    ['a ZIP', Buffer.from('PK\u0003\u0004', 'latin1'), no],
    ['a sound in a RIFF', Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WAVE')]), no],
    ['a picture behind something', Buffer.concat([Buffer.from(script), pngFile()]), no],
    ['more than a MiB', Buffer.concat([pngFile(), Buffer.alloc(1024 * 1024)]), 'picture-too-large'],
  ];
}

function pngs(): readonly Hostile[] {
  const no = 'picture-damaged';
  const wrongSum = pngFile();
  wrongSum.writeUInt8((wrongSum.at(-1) ?? 0) ^ 1, wrongSum.length - 1);
  const bomb = deflateSync(Buffer.alloc(50_000_000));
  const short = deflateSync(Buffer.alloc(100));
  const rows = deflateSync(Buffer.alloc((1 + 12 * 4) * 7));
  const oddFilter = deflateSync(Buffer.alloc((1 + 12 * 4) * 7, 5));
  return [
    [
      'a PNG of 50,000 pixels',
      pngFile({ width: 50_000, height: 50_000, pixels: short }),
      'picture-too-large',
    ],
    ['a PNG one pixel too wide', pngFile({ width: 1025, height: 1 }), 'picture-too-large'],
    ['a PNG without pixels', pngFile({ width: 0 }), no],
    ['a PNG with something behind its end', Buffer.concat([pngFile(), Buffer.from(script)]), no],
    ['a PNG that is a ZIP as well', Buffer.concat([pngFile(), Buffer.from('PK\u0005\u0006', 'latin1')]), no],
    ['a PNG with a text', pngFile({ before: [pngChunk('tEXt', Buffer.from(`a\u0000${script}`))] }), no],
    ['a PNG with a part of its own', pngFile({ before: [pngChunk('evIl', Buffer.from(script))] }), no],
    [
      'a PNG with a script behind its pixels',
      pngFile({ after: [pngChunk('iTXt', Buffer.from(script))] }),
      no,
    ],
    ['a PNG that moves', pngFile({ before: [pngChunk('acTL', Buffer.alloc(8))] }), 'picture-animated'],
    ['a PNG with a wrong checksum', wrongSum, no],
    ['a PNG that unpacks to fifty megabytes', pngFile({ pixels: bomb }), no],
    ['a PNG with too few pixels', pngFile({ pixels: short }), no],
    [
      'a PNG with something behind its pixels',
      pngFile({ pixels: Buffer.concat([rows, Buffer.from(script)]) }),
      no,
    ],
    ['a PNG with an unknown filter', pngFile({ pixels: oddFilter }), no],
  ];
}

function jpegs(): readonly Hostile[] {
  const no = 'picture-damaged';
  const segment = (marker: number, content: string): Buffer => {
    const data = Buffer.from(content, 'latin1');
    return Buffer.concat([Buffer.of(0xff, marker, 0, data.length + 2), data]);
  };
  const behindHead = (part: Buffer): Buffer => Buffer.concat([jpeg.subarray(0, 20), part, jpeg.subarray(20)]);
  const frame = jpeg.indexOf(Buffer.of(0xff, 0xc0));
  const wide = Buffer.from(jpeg);
  wide.writeUInt16BE(50_000, frame + 7);
  const twice = Buffer.concat([
    jpeg.subarray(0, frame),
    jpeg.subarray(frame, frame + 19),
    jpeg.subarray(frame),
  ]);
  return [
    ['a JPEG of 50,000 pixels', wide, 'picture-too-large'],
    ['a JPEG with a comment', behindHead(segment(0xfe, script)), no],
    ['a JPEG with a camera’s notes', behindHead(segment(0xe1, `Exif\u0000\u0000${script}`)), no],
    ['a JPEG with something behind its end', Buffer.concat([jpeg, Buffer.from(script)]), no],
    ['two JPEGs in one', Buffer.concat([jpeg, jpeg]), no],
    ['a JPEG with two sizes', twice, no],
    ['a JPEG of a start and an end', Buffer.of(0xff, 0xd8, 0xff, 0xd9), no],
    [
      'a JPEG without pixels',
      Buffer.concat([jpeg.subarray(0, jpeg.indexOf(Buffer.of(0xff, 0xda))), Buffer.of(0xff, 0xd9)]),
      no,
    ],
  ];
}

function webps(): readonly Hostile[] {
  const no = 'picture-damaged';
  const riff = (...parts: readonly Buffer[]): Buffer => {
    const file = Buffer.concat([Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBP'), ...parts]);
    file.writeUInt32LE(file.length - 8, 4);
    return file;
  };
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return Buffer.concat([Buffer.from(type), length, data, Buffer.alloc(data.length % 2)]);
  };
  const parts = webp.subarray(12);
  const moving = Buffer.from(webp);
  moving.writeUInt8(0x32, 20);
  const wide = Buffer.from(webp);
  wide.writeUIntLE(49_999, 24, 3);
  const other = Buffer.from(webp);
  other.writeUIntLE(20, 24, 3);
  return [
    ['a WebP of 50,000 pixels', wide, 'picture-too-large'],
    ['a WebP whose outside says another size', other, no],
    ['a WebP that moves', moving, 'picture-animated'],
    ['a WebP with a frame of a film', riff(parts, chunk('ANMF', Buffer.alloc(16))), 'picture-animated'],
    ['a WebP with a camera’s notes', riff(parts, chunk('EXIF', Buffer.from(script))), no],
    ['a WebP with a part of its own', riff(parts, chunk('EVIL', Buffer.from(script))), no],
    ['a WebP with something behind its end', Buffer.concat([webp, Buffer.from(script)]), no],
    ['a WebP of a header alone', riff(parts.subarray(0, 18)), no],
    ['a WebP of nothing', riff(), no],
    [
      'a lossless WebP of 16,384 pixels',
      riff(chunk('VP8L', Buffer.of(0x2f, 0xff, 0xff, 0xff, 0x0f, 0))),
      'picture-too-large',
    ],
  ];
}
