import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pieceSize, sendFile } from './upload.ts';

async function sent(file: File, options: Parameters<typeof sendFile>[2] = {}) {
  const pieces: Buffer[] = [];
  const offsets: number[] = [];
  await sendFile(
    file,
    async ({ offset, data }) => {
      offsets.push(offset);
      pieces.push(Buffer.from(data, 'base64'));
    },
    options,
  );
  return { bytes: Buffer.concat(pieces), pieces, offsets };
}

/** Twelve mebibytes that pack well, no line like another. */
const long = Array.from(
  { length: 300_000 },
  (_, index) => `2024-01-02,Order ${index},Coffee beans 1 kg\n`,
).join('');

describe('a file that is sent', () => {
  it('arrives byte by byte, in pieces of a mebibyte that follow each other', async () => {
    const { bytes, pieces, offsets } = await sent(new File([long], 'sales.csv'));
    expect(bytes.toString()).toBe(long);
    expect(pieces.slice(0, -1).every(({ length }) => length === pieceSize)).toBe(true);
    expect(offsets).toEqual(offsets.map((_, index) => index * pieceSize));
  });

  it('is packed when it is large and main may unpack it, and says how far the file is', async () => {
    const shares: number[] = [];
    const onProgress = (share: number) => void shares.push(share);
    const { bytes, pieces, offsets } = await sent(new File([long], 'sales.csv'), { pack: true, onProgress });
    expect(bytes.length).toBeLessThan(long.length / 3);
    expect(gunzipSync(bytes).toString()).toBe(long);
    let before = 0;
    for (const [index, piece] of pieces.entries()) {
      expect([offsets[index], piece.length <= pieceSize]).toEqual([before, true]);
      before += piece.length;
    }
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('is not packed when it is small or packed already, and an empty one is one empty piece', async () => {
    const small = await sent(new File(['a,b\n'], 'sales.csv'), { pack: true });
    expect(small.bytes.toString()).toBe('a,b\n');
    const bytes = Buffer.alloc(9 * pieceSize, 1);
    bytes.set([0x1f, 0x8b]);
    expect((await sent(new File([bytes], 'sales.csv.gz'), { pack: true })).bytes.equals(bytes)).toBe(true);
    expect((await sent(new File([], 'empty.csv'))).offsets).toEqual([0]);
  });

  it('stops when it is told to, packed or not', async () => {
    for (const pack of [false, true]) {
      const stop = new AbortController();
      let count = 0;
      const sending = sendFile(
        new File([long, long, long], 'sales.csv'),
        async () => {
          count += 1;
          stop.abort(new Error('enough'));
        },
        { pack, signal: stop.signal },
      );
      await expect(sending).rejects.toThrow('enough');
      expect(count).toBe(1);
    }
  });
});
