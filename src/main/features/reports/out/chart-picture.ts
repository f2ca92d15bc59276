import { Buffer } from 'node:buffer';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { InnerRead } from '../../../app/context.ts';
import { readPng } from '../../pictures/read-png.ts';

/** What a chart may be: larger than a picture of the shop, for paper and presentations. */
const chartLimits = { bytes: 2 * 1024 * 1024, side: 4096 };
/** More than that would take too much memory unpacked. */
const mostPixels = 8_000_000;
const signature = '\u0089PNG\r\n\u001a\n';

/**
 * The bytes of a chart that the window drew: exactly one still PNG whose every part is known, its checksums right and
 * its pixels all there. The window is not trusted: what it sends is written to files and drawn on paper.
 * @throws AppError `chart-unreadable`.
 */
export function chartBytes(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  try {
    if (bytes.length > chartLimits.bytes || bytes.toString('base64') !== base64)
      throw new AppError('chart-unreadable');
    if (bytes.subarray(0, signature.length).toString('latin1') !== signature)
      throw new AppError('chart-unreadable');
    const { width, height } = readPng(bytes, chartLimits);
    if (width * height > mostPixels) throw new AppError('chart-unreadable');
    return bytes;
  } catch (thrown) {
    if (thrown instanceof AppError) throw new AppError('chart-unreadable', thrown.details);
    throw thrown;
  }
}

/** The same in the helper process: unpacking millions of pixels takes a while. */
export const chartPicture: InnerRead<string, Uint8Array> = {
  name: 'chart-picture',
  // biome-ignore lint/correctness/useYield: one step, which nobody need hear of.
  *steps(_ctx, base64) {
    return chartBytes(base64);
  },
};
