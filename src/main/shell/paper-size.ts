import type { Paper } from '../app/desktop.ts';

/** Size of a page in microns, as `webContents.print` takes it. */
export type PageSize = { readonly width: number; readonly height: number };

const micronsPerPixel = 25_400 / 96;
const widths: Readonly<Record<Paper, number>> = {
  '58mm': 58_000,
  '80mm': 80_000,
  a4: 210_000,
  letter: 215_900,
};
const sheetHeights: Partial<Readonly<Record<Paper, number>>> = { a4: 297_000, letter: 279_400 };

/** A roll is cut below its last line: a few millimetres more than the content, so that no line falls off. */
const cut = 4_000;
/** The longest page that a PDF can have (200 inches); a longer receipt goes on on a second one. */
const longest = 5_080_000;
const shortest = 40_000;

/** Width of a paper in CSS pixels: what the page is laid out in before it is measured. */
export function paperWidth(paper: Paper): number {
  return Math.floor(widths[paper] / micronsPerPixel);
}

/** The page for a content of so many CSS pixels: a sheet as it is, a roll as long as what is on it. */
export function pageSize(paper: Paper, contentHeight: number): PageSize {
  const width = widths[paper];
  const sheet = sheetHeights[paper];
  if (sheet !== undefined) return { width, height: sheet };
  const height = Math.ceil(contentHeight * micronsPerPixel) + cut;
  return { width, height: Math.min(Math.max(height, shortest), longest) };
}

/** The same in inches, as `printToPDF` takes it. */
export function inInches({ width, height }: PageSize): PageSize {
  return { width: width / 25_400, height: height / 25_400 };
}
