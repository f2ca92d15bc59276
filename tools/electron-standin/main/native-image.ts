import { readFileSync } from 'node:fs';
import { guarded, unimplemented } from '../guard.ts';

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Width and height from a PNG's first chunk; nothing for other formats. */
function pngSize(bytes: Buffer): Electron.Size {
  const isPng = bytes.length >= 24 && bytes.subarray(0, 8).equals(PNG_SIGNATURE);
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : { width: 0, height: 0 };
}

/** A picture as the bytes it came in: it can be asked and saved, not changed. */
export function createImage(bytes: Buffer): Electron.NativeImage {
  const image = {
    isMacTemplateImage: false,
    isEmpty: () => bytes.length === 0,
    getSize: () => pngSize(bytes),
    getAspectRatio: () => pngSize(bytes).width / (pngSize(bytes).height || 1),
    toPNG: () => Buffer.from(bytes),
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    setTemplateImage: () => undefined,
    isTemplateImage: () => false,
  } satisfies Partial<Electron.NativeImage>;
  Object.setPrototypeOf(image, unimplemented('NativeImage'));
  return image as unknown as Electron.NativeImage;
}

/** `nativeImage` */
export const nativeImage = guarded('nativeImage', {
  createEmpty: () => createImage(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => createImage(Buffer.from(bytes)),
  createFromDataURL: (url: string) => createImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  createFromPath(path: string): Electron.NativeImage {
    try {
      return createImage(readFileSync(path));
    } catch {
      // Electron too gives an empty picture for a file it cannot read.
      return createImage(Buffer.alloc(0));
    }
  },
} satisfies Partial<typeof Electron.NativeImage>);
