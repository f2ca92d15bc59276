import type { ChartPaint } from './chart-colours.ts';
import { cutToWidth } from './chart-letters.ts';
import type { DrawnHeat } from './heat-map.tsx';
import { heatStepCount, heatSteps } from './heat-steps.ts';
import type { PaperHead, PaperPart } from './paper-picture.ts';

const rowHeight = 38;
const names = 110;
const gap = 3;

/** A heat map as a part of a picture, its legend below it. */
export function heatPaper(
  { title, note }: PaperHead,
  { rowNames, columnNames, cells, formatValue }: DrawnHeat,
  words: { readonly little: string; readonly andMore: (value: string) => string },
  paint: ChartPaint,
): PaperPart {
  const steps = heatSteps(cells.flat().map(({ value }) => value));
  const { colour, family, direction } = paint;
  const ink = (step: number) => colour(step === 0 ? '--surface-sunken' : `--heat-${step}`);
  const letters = (context: CanvasRenderingContext2D, align: CanvasTextAlign, token = '--text-muted') => {
    context.font = `500 12px ${family}`;
    context.fillStyle = colour(token);
    context.textAlign = align;
    context.textBaseline = 'middle';
  };
  return {
    ...{ title, note, legend: [], height: (rowNames.length + 1) * rowHeight + 24 },
    draw: (context, { x, y, width }) => {
      const cell = (width - names) / Math.max(1, columnNames.length);
      const rightToLeft = direction === 'rtl';
      const left = (column: number) =>
        rightToLeft ? x + width - names - (column + 1) * cell : x + names + column * cell;
      letters(context, 'center');
      for (const [column, name] of columnNames.entries()) {
        context.fillText(cutToWidth(context, name, cell), left(column) + cell / 2, y + rowHeight / 2);
      }
      for (const [row, name] of rowNames.entries()) {
        const top = y + (row + 1) * rowHeight;
        letters(context, 'start');
        context.fillText(
          cutToWidth(context, name, names - 8),
          rightToLeft ? x + width : x,
          top + rowHeight / 2,
        );
        for (const column of columnNames.keys()) {
          context.fillStyle = ink(steps.stepOf(cells[row]?.[column]?.value ?? null));
          context.fillRect(left(column) + gap / 2, top + gap / 2, cell - gap, rowHeight - gap);
        }
      }
      const below = y + (rowNames.length + 1) * rowHeight + 14;
      let at = rightToLeft ? x + width - names : x + names;
      const onwards = rightToLeft ? -1 : 1;
      letters(context, 'start');
      context.fillText(words.little, at, below);
      at += onwards * (context.measureText(words.little).width + 10);
      for (let step = 0; step <= heatStepCount; step += 1) {
        context.fillStyle = ink(step);
        context.fillRect(rightToLeft ? at - 20 : at, below - 6, 18, 12);
        at += onwards * 20;
      }
      letters(context, 'start');
      const most = formatValue(steps.top);
      context.fillText(steps.isCapped ? words.andMore(most) : most, at + onwards * 8, below);
    },
  };
}
