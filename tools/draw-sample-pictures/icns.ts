import type { IconImage } from './ico.ts';

/** Apple's four-letter types for PNG pictures, by side in pixels; where two share a size, both are written. */
const typesBySize: ReadonlyMap<number, readonly string[]> = new Map([
  [16, ['icp4']],
  [32, ['icp5', 'ic11']],
  [64, ['ic12']],
  [128, ['ic07']],
  [256, ['ic08', 'ic13']],
  [512, ['ic09', 'ic14']],
  [1024, ['ic10']],
]);

/** A macOS .icns around PNGs: `icns`, the whole length, then type, length and bytes of each, big-endian. */
export function icns(images: readonly IconImage[]): Buffer {
  const blocks = images.flatMap(({ size, png }) => {
    const types = typesBySize.get(size);
    if (types === undefined) throw new RangeError(`an icns file has no picture of ${size} pixels`);
    return types.map((type) => block(type, png));
  });
  return block('icns', Buffer.concat(blocks));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}
