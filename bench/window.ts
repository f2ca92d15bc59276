import type { Line } from './line.ts';
import { lineOf } from './measured.ts';
import { benchScan } from './scan.ts';
import { benchScroll } from './scroll.ts';

/** What a person at the till waits for, in the built window under the stand-in for Electron. */
export async function benchWindow(): Promise<readonly Line[]> {
  const [scans, scrolls] = [await benchScan(), await benchScroll(50_000)];
  return [...scans.map((one) => lineOf('23', one)), ...scrolls.map((one) => lineOf('24', one))];
}
