import type { ChartPaint } from './chart-colours.ts';
import { cutToWidth } from './chart-letters.ts';
import type { Box, PaperHead, PaperPart } from './paper-picture.ts';
import type { ShareRow } from './share-bars.tsx';

const row = 48;
const rowWithBack = 72;

/** Share bars as a part of a picture. */
export function sharePaper(
  { title, note }: PaperHead,
  rows: readonly ShareRow[],
  paint: ChartPaint,
): PaperPart {
  return {
    ...{ title, note, legend: [] },
    height: rows.reduce((sum, { back }) => sum + (back ? rowWithBack : row), 0),
    draw: (context, box) => {
      let y = box.y;
      for (const one of rows) {
        drawRow(context, one, { ...box, y }, paint);
        y += one.back ? rowWithBack : row;
      }
    },
  };
}

function drawRow(
  context: CanvasRenderingContext2D,
  { name, part, figure, share, back }: ShareRow,
  { x, y, width }: Box,
  paint: ChartPaint,
): void {
  const { colour, family, direction } = paint;
  const rightToLeft = direction === 'rtl';
  const [from, to] = rightToLeft ? [x + width, x] : [x, x + width];
  const bar = (of: number, top: number, height: number) => {
    const length = width * Math.max(0, Math.min(1, of));
    context.fillRect(rightToLeft ? from - length : from, top, length, height);
  };
  context.textBaseline = 'middle';
  context.font = `600 14px ${family}`;
  context.fillStyle = colour('--text');
  context.textAlign = 'end';
  context.fillText([figure, share].filter(Boolean).join('   '), to, y + 8);
  context.textAlign = 'start';
  context.fillText(cutToWidth(context, name, width * 0.6), from, y + 8);
  context.fillStyle = colour('--surface-pressed');
  bar(1, y + 20, 12);
  context.fillStyle = colour('--chart-strong');
  bar(part, y + 20, 12);
  if (!back) return;
  context.fillStyle = colour('--chart-compare');
  bar(back.part, y + 36, 4);
  context.font = `400 12px ${family}`;
  context.fillStyle = colour('--text-muted');
  context.fillText(cutToWidth(context, back.words, width), from, y + 50);
}
