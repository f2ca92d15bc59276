/** One picture of an icon file: its side in pixels and its PNG bytes. */
export type IconImage = { readonly size: number; readonly png: Buffer };

/**
 * A Windows .ico around PNGs: a header, one 16-byte entry per picture, the pictures.
 * A size of 256 is written as 0. (Source: the ICONDIR and ICONDIRENTRY structures of the Windows SDK.)
 */
export function ico(images: readonly IconImage[]): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = 6 + 16 * images.length;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map((image) => image.png)]);
}
