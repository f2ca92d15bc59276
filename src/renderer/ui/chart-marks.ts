import type { ArcElement, BarElement, Chart, Plugin } from 'chart.js';
import { type ChartPaint, lettersOn } from './chart-colours.ts';
import { cutToWidth } from './chart-letters.ts';
import type { DrawnChart } from './chart-types.ts';

type AnyPlugin = Plugin<'bar' | 'line' | 'doughnut'>;

function letters({ family, rem }: ChartPaint): string {
  return `500 ${Math.floor(rem * 0.75)}px ${family}`;
}

/** The figure of each lying bar at its end: nothing need be measured against an axis. */
export function barEnds(
  { series, formatValue, ends, isStacked = false }: DrawnChart,
  paint: ChartPaint,
): AnyPlugin {
  const onwards = paint.direction === 'rtl' ? -1 : 1;
  return {
    id: 'bar-ends',
    afterDatasetsDraw(chart: Chart) {
      const { ctx, scales } = chart;
      ctx.save();
      ctx.font = letters(paint);
      ctx.fillStyle = paint.colour('--text');
      ctx.textBaseline = 'middle';
      const zero = scales.x?.getPixelForValue(0) ?? 0;
      for (const [at, { values, inset }] of series.entries()) {
        if (inset || (at > 0 && !isStacked)) continue;
        const bars = chart.getDatasetMeta(at).data as unknown as readonly BarElement[];
        for (const [index, bar] of bars.entries()) {
          const value = values[index] ?? null;
          if (value === null || (isStacked && value === 0)) continue;
          // What lies below zero in a stack has its figure on its own side; alone it has it after zero, in the free.
          const side = isStacked && value < 0 ? -onwards : onwards;
          const end = onwards > 0 ? Math.max(bar.x, zero) : Math.min(bar.x, zero);
          ctx.textAlign = side > 0 ? 'left' : 'right';
          ctx.fillText(
            ends?.[index] ?? formatValue(value),
            (side === onwards ? end : bar.x) + side * 8,
            bar.y,
          );
        }
      }
      ctx.restore();
    },
  };
}

/** Shares under this are named by the legend alone: their piece of the ring has no room for letters. */
const leastWritten = 0.06;

/** The share of each larger part on the ring itself, so that no part is known by its colour alone. */
export function ringShares({ series, formatShare, formatValue }: DrawnChart, paint: ChartPaint): AnyPlugin {
  return {
    id: 'ring-shares',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
      const whole = values.reduce((sum, value) => sum + value, 0);
      if (whole === 0) return;
      const arcs = chart.getDatasetMeta(0).data as unknown as readonly ArcElement[];
      ctx.save();
      ctx.font = letters(paint);
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      writeWhole(chart, [formatValue(whole), series[0]?.name ?? ''], paint);
      for (const [index, value] of values.entries()) {
        const arc = arcs[index];
        if (!arc || value / whole < leastWritten || arc.outerRadius - arc.innerRadius < paint.rem * 1.5)
          continue;
        const { x, y } = arc.getCenterPoint(true);
        ctx.fillStyle = paint.colour(lettersOn(String(arc.options.backgroundColor)));
        ctx.fillText(formatShare?.(index) ?? '', x, y);
      }
      ctx.restore();
    },
  };
}

/** All of it, in the middle of the ring. */
function writeWhole(chart: Chart, [figure, name]: readonly [string, string], paint: ChartPaint): void {
  const { ctx, chartArea } = chart;
  const arc = chart.getDatasetMeta(0).data[0] as unknown as ArcElement | undefined;
  if (!arc || arc.innerRadius < paint.rem * 2.5) return;
  const [x, y] = [(chartArea.left + chartArea.right) / 2, (chartArea.top + chartArea.bottom) / 2];
  const room = arc.innerRadius * 1.7;
  ctx.save();
  ctx.fillStyle = paint.colour('--text');
  ctx.font = `650 ${Math.floor(paint.rem * 1.5)}px ${paint.family}`;
  ctx.fillText(cutToWidth(ctx, figure, room), x, y - paint.rem * 0.5);
  ctx.fillStyle = paint.colour('--text-muted');
  ctx.font = letters(paint);
  ctx.fillText(cutToWidth(ctx, name, room), x, y + paint.rem * 0.75);
  ctx.restore();
}

/** A rim of the ground along a line that runs over bars, so that it stands out from them. */
function drawCasing(chart: Chart, at: number, paint: ChartPaint): void {
  const { ctx } = chart;
  ctx.save();
  ctx.strokeStyle = paint.colour('--surface-raised');
  ctx.lineWidth = 5;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  let isBegun = false;
  for (const point of chart.getDatasetMeta(at).data) {
    const { x, y } = point.getProps(['x', 'y'], true);
    if (x === null || y === null || Number.isNaN(y)) isBegun = false;
    else if (isBegun) ctx.lineTo(x, y);
    else {
      ctx.moveTo(x, y);
      isBegun = true;
    }
  }
  ctx.stroke();
  ctx.restore();
}

/** So high is a bar at least that stands for anything at all: beside a huge one it is not gone. */
const leastBar = 2;

/** A firmer line at zero, from which bars go up and down, and a trace of those too small to be seen. */
export function zeroLine({ series, isStacked = false }: DrawnChart, paint: ChartPaint): AnyPlugin {
  return {
    id: 'zero-line',
    beforeDatasetsDraw({ ctx, chartArea, scales }: Chart) {
      const y = scales.y?.getPixelForValue(0);
      if (y === undefined || y > chartArea.bottom || y < chartArea.top) return;
      ctx.save();
      ctx.fillStyle = paint.colour('--border-strong');
      ctx.fillRect(chartArea.left, Math.floor(y), chartArea.right - chartArea.left, 1);
      ctx.restore();
    },
    beforeDatasetDraw(chart: Chart, { index }) {
      if (series[index]?.asLine) drawCasing(chart, index, paint);
    },
    afterDatasetsDraw(chart: Chart) {
      if (isStacked) return;
      const { ctx } = chart;
      for (const [at, { values, role, asLine }] of series.entries()) {
        if (asLine) continue;
        ctx.fillStyle = paint.colour(`--chart-${role}`);
        const bars = chart.getDatasetMeta(at).data as unknown as readonly BarElement[];
        for (const [index, bar] of bars.entries()) {
          const value = values[index] ?? 0;
          const { x, y, base, width } = bar.getProps(['x', 'y', 'base', 'width'], true);
          if (x === null || y === null || value === 0 || Math.abs(base - y) >= leastBar) continue;
          ctx.fillRect(x - width / 2, value > 0 ? base - leastBar : base, width, leastBar);
        }
      }
    },
  };
}
