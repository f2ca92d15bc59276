import type { Page } from 'playwright';
import type { Svg } from './svg.ts';

/** An SVG as the bytes of a square image, drawn by the browser's canvas. Quality counts for WebP only. */
export async function rasterise(
  page: Page,
  svg: Svg,
  size: number,
  type: 'image/webp' | 'image/png',
  quality = 0.9,
): Promise<Buffer> {
  const url = await page.evaluate(
    async (job) => {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(job.svg)}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = job.size;
      canvas.height = job.size;
      const brush = canvas.getContext('2d');
      if (brush === null) throw new Error('this browser has no canvas');
      brush.imageSmoothingQuality = 'high';
      brush.drawImage(image, 0, 0, job.size, job.size);
      return canvas.toDataURL(job.type, job.quality);
    },
    { svg, size, type, quality },
  );
  const head = `data:${type};base64,`;
  if (!url.startsWith(head)) throw new Error(`this browser cannot write ${type}`);
  return Buffer.from(url.slice(head.length), 'base64');
}
