import type { ArcElement, BarElement, Chart, Plugin } from 'chart.js';
import { type ChartPaint, lettersOn } from './chart-colours.ts';
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
export function ringShares({ series, formatShare }: DrawnChart, paint: ChartPaint): AnyPlugin {
  return {
    id: 'ring-shares',
    afterDatasetsDraw(chart: Chart) {
      const { ctx } = chart;
      const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
      const whole = values.reduce((sum, value) => sum + value, 0);
      if (whole === 0 || formatShare === undefined) return;
      const arcs = chart.getDatasetMeta(0).data as unknown as readonly ArcElement[];
      ctx.save();
      ctx.font = letters(paint);
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const [index, value] of values.entries()) {
        const arc = arcs[index];
        if (!arc || value / whole < leastWritten || arc.outerRadius - arc.innerRadius < paint.rem * 1.5)
          continue;
        const { x, y } = arc.getCenterPoint(true);
        ctx.fillStyle = paint.colour(lettersOn(String(arc.options.backgroundColor)));
        ctx.fillText(formatShare(index), x, y);
      }
      ctx.restore();
    },
  };
}

/** A firmer line at zero, from which bars go up and down. */
export function zeroLine(paint: ChartPaint): AnyPlugin {
  return {
    id: 'zero-line',
    beforeDatasetsDraw({ ctx, chartArea, scales }: Chart) {
      const y = scales.y?.getPixelForValue(0);
      if (y === undefined || y > chartArea.bottom || y < chartArea.top) return;
      ctx.save();
      ctx.strokeStyle = paint.colour('--border-strong');
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(chartArea.left, Math.floor(y) + 0.5);
      ctx.lineTo(chartArea.right, Math.floor(y) + 0.5);
      ctx.stroke();
      ctx.restore();
    },
  };
}
