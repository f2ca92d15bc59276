import { describe, expect, it } from 'vitest';
import { browserPictures, pngFile } from '../../../test/support/pictures.ts';
import { pictureHeader } from './picture-header.ts';

describe('pictureHeader', () => {
  it('reads the kind and size of what is shown', () => {
    const size = { width: 12, height: 7 };
    expect(pictureHeader(pngFile())).toEqual({ kind: 'png', ...size });
    expect(pictureHeader(browserPictures.jpeg)).toEqual({ kind: 'jpeg', ...size });
    expect(pictureHeader(browserPictures.webp)).toEqual({ kind: 'webp', ...size });
    expect(pictureHeader(pngFile({ width: 60_000, height: 50_000 }))).toMatchObject({ width: 60_000 });
  });

  it('knows nothing else, whatever it is called', () => {
    for (const words of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '', 'RIFF0000WAVE'])
      expect(pictureHeader(new TextEncoder().encode(words))).toBe(null);
  });

  it('is not led round by what is cut off', () => {
    const { jpeg, webp } = browserPictures;
    for (const picture of [jpeg, webp, pngFile()])
      for (let length = 0; length < 64; length += 1) pictureHeader(picture.subarray(0, length));
    expect(pictureHeader(jpeg.subarray(0, 20))).toEqual({ kind: 'jpeg', width: null, height: null });
  });
});
