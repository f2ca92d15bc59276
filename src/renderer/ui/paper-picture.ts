import type { ChartPaint } from './chart-colours.ts';
import { cutToWidth } from './chart-letters.ts';

/** A line of a picture's legend. */
export type PaperEntry = {
  readonly token: string;
  readonly mark: 'block' | 'line' | 'dashes';
  readonly name: string;
  readonly figure: string;
  readonly share: string;
};

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One part of a picture: its title and legend, then whatever it draws into its own place. */
export type PaperPart = {
  readonly title: string;
  /** What must be known to read it rightly; null where nothing must. */
  readonly note: string | null;
  readonly legend: readonly PaperEntry[];
  readonly height: number;
  readonly draw: (context: CanvasRenderingContext2D, box: Box) => void;
};

export type PaperHead = Pick<PaperPart, 'title' | 'note'>;

export type Paper = {
  readonly heading: string;
  readonly range: string;
  readonly parts: readonly PaperPart[];
};

/** Twice the pixels of the window, so that it is sharp in print. */
const scale = 2;
const width = 1120;
const margin = 40;
const inner = width - 2 * margin;
const titleRow = 32;
const legendRow = 22;

/**
 * A picture on white: heading, range, and each part below the other with its title and legend. @throws Error where the
 * window has no canvas.
 */
export function drawPaper(paper: Paper, paint: ChartPaint): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This window cannot draw pictures');
  const legends = paper.parts.map(({ legend }) => legendLines(context, legend, paint));
  const heights = paper.parts.map((part, index) => partHeight(part, legends[index]?.length ?? 0));
  const height = heights.reduce((sum, one) => sum + one, margin * 2 + 62);
  canvas.width = width * scale;
  canvas.height = height * scale;
  context.scale(scale, scale);
  context.direction = paint.direction;
  context.fillStyle = paint.colour('--surface-raised');
  context.fillRect(0, 0, width, height);
  heading(context, paper, paint);
  let y = margin + 62;
  for (const [index, part] of paper.parts.entries()) {
    drawPart(context, part, legends[index] ?? [], y, paint);
    y += heights[index] ?? 0;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture stayed empty'))),
      'image/png',
    );
  });
}

/** Where a line of writing begins, and in which direction it goes on. */
function start({ direction }: ChartPaint): { readonly x: number; readonly onwards: 1 | -1 } {
  return direction === 'rtl' ? { x: width - margin, onwards: -1 } : { x: margin, onwards: 1 };
}

function write(
  context: CanvasRenderingContext2D,
  { family, colour }: ChartPaint,
  words: string,
  at: { readonly x: number; readonly y: number; readonly size: number; readonly weight?: number },
  token = '--text',
): void {
  context.font = `${at.weight ?? 400} ${at.size}px ${family}`;
  context.fillStyle = colour(token);
  context.textAlign = 'start';
  context.textBaseline = 'middle';
  context.fillText(cutToWidth(context, words, inner), at.x, at.y);
}

function heading(
  context: CanvasRenderingContext2D,
  { heading: words, range }: Paper,
  paint: ChartPaint,
): void {
  const { x } = start(paint);
  write(context, paint, words, { x, y: margin + 12, size: 26, weight: 650 });
  write(context, paint, range, { x, y: margin + 40, size: 14 }, '--text-muted');
}

function partHeight({ note, height }: PaperPart, legendLines: number): number {
  return (
    titleRow +
    (note === null ? 0 : legendRow) +
    legendLines * legendRow +
    (legendLines > 0 ? 8 : 0) +
    height +
    28
  );
}

function drawPart(
  context: CanvasRenderingContext2D,
  part: PaperPart,
  legend: readonly LegendLine[],
  top: number,
  paint: ChartPaint,
): void {
  const { x } = start(paint);
  let y = top;
  write(context, paint, part.title, { x, y: y + 12, size: 16, weight: 650 });
  y += titleRow;
  if (part.note !== null) {
    write(context, paint, part.note, { x, y: y + 6, size: 13 }, '--text-muted');
    y += legendRow;
  }
  for (const line of legend) {
    for (const { entry, offset } of line) drawEntry(context, entry, offset, y + legendRow / 2, paint);
    y += legendRow;
  }
  if (legend.length > 0) y += 8;
  context.save();
  part.draw(context, { x: margin, y, width: inner, height: part.height });
  context.restore();
}

type LegendLine = readonly { readonly entry: PaperEntry; readonly offset: number }[];

const markWidth = 24;

function entryWords({ name, figure, share }: PaperEntry): string {
  return [name, figure, share].filter(Boolean).join('  ');
}

/** Entries beside each other as long as they fit, then a line below. */
function legendLines(
  context: CanvasRenderingContext2D,
  entries: readonly PaperEntry[],
  { family }: ChartPaint,
): readonly LegendLine[] {
  context.font = `400 13px ${family}`;
  const lines: { entry: PaperEntry; offset: number }[][] = [];
  let offset = 0;
  for (const entry of entries) {
    const needs = Math.min(inner, markWidth + context.measureText(entryWords(entry)).width);
    if (lines.length === 0 || offset + needs > inner) {
      lines.push([]);
      offset = 0;
    }
    lines.at(-1)?.push({ entry, offset });
    offset += needs + 24;
  }
  return lines;
}

function drawEntry(
  context: CanvasRenderingContext2D,
  entry: PaperEntry,
  offset: number,
  y: number,
  paint: ChartPaint,
): void {
  const { x, onwards } = start(paint);
  const from = x + onwards * offset;
  context.fillStyle = paint.colour(entry.token);
  context.strokeStyle = paint.colour(entry.token);
  if (entry.mark === 'block') context.fillRect(onwards > 0 ? from : from - 12, y - 6, 12, 12);
  else {
    context.lineWidth = 2.5;
    context.setLineDash(entry.mark === 'dashes' ? [5, 4] : []);
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(from + onwards * 18, y);
    context.stroke();
    context.setLineDash([]);
  }
  write(context, paint, entryWords(entry), { x: from + onwards * markWidth, y, size: 13 });
}
