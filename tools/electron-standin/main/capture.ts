import { createImage } from './native-image.ts';
import type { StandinWebContents } from './web-contents.ts';

/** A window that has just been made or resized has nothing to photograph for a moment. */
const ATTEMPTS = 20;
const PAUSE_MS = 150;

/** `webContents.capturePage` */
export async function capture(
  contents: StandinWebContents,
  rectangle: Electron.Rectangle | undefined,
): Promise<Electron.NativeImage> {
  const { session } = await contents.page;
  const clip = rectangle ? { clip: { ...rectangle, scale: 1 } } : {};
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { data } = await session.send('Page.captureScreenshot', { format: 'png', ...clip });
      return createImage(Buffer.from(data, 'base64'));
    } catch (error) {
      const notYet = error instanceof Error && error.message.includes('Unable to capture screenshot');
      if (!notYet || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
