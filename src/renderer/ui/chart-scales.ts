import type { ChartOptions } from 'chart.js';
import type { ChartPaint } from './chart-colours.ts';
import { cut, cutToWidth } from './chart-letters.ts';
import type { DrawnChart } from './chart-types.ts';

type Kind = 'bar' | 'line' | 'doughnut';
type Scales = Pick<ChartOptions<Kind>, 'scales' | 'layout' | 'indexAxis'>;

/** Axes: words of time below and figures beside, turned round where writing runs right to left. */
export function chartScales(drawn: DrawnChart, paint: ChartPaint): Scales {
  return drawn.kind === 'ranked' ? rankedScales(drawn, paint) : upright(drawn, paint);
}

function ticksOf({ colour, family, rem }: ChartPaint) {
  return { color: colour('--text-muted'), font: { family, size: Math.floor(rem * 0.75) } };
}

function upright(drawn: DrawnChart, paint: ChartPaint): Scales {
  const { labels, axisLabels = labels, isStacked = false, formatAxis } = drawn;
  const rightToLeft = paint.direction === 'rtl';
  const ticks = ticksOf(paint);
  const marked = axisLabels.flatMap((words, index) => (words === null ? [] : [{ value: index }]));
  return {
    // The last label stands under the last bar and would be cut by half.
    layout: { padding: { top: 4, left: rightToLeft ? 16 : 0, right: rightToLeft ? 0 : 16 } },
    scales: {
      x: {
        reverse: rightToLeft,
        stacked: isStacked,
        grid: { display: false },
        border: { color: paint.colour('--border') },
        ticks: {
          ...ticks,
          maxRotation: 0,
          autoSkipPadding: 16,
          callback: (index) => cut(axisLabels[Number(index)] ?? '', 18),
        },
        afterBuildTicks: (scale) => {
          scale.ticks = marked;
        },
      },
      y: {
        beginAtZero: true,
        stacked: isStacked,
        position: rightToLeft ? 'right' : 'left',
        border: { display: false },
        grid: { color: paint.colour('--chart-grid') },
        ticks: {
          ...ticks,
          maxTicksLimit: 6,
          precision: 0,
          ...smallestStep(drawn),
          callback: (value) => formatAxis(Number(value)),
        },
      },
    },
  };
}

/** Where all figures are small, lines stand at whole ones; anywhere else the axis chooses by itself. */
function smallestStep({ series, axisStep, isStacked = false }: DrawnChart): { stepSize?: number } {
  if (axisStep === undefined) return {};
  const most = Math.max(0, ...series.map(({ values }) => largest(values)));
  return most * (isStacked ? series.length : 1) <= axisStep * 4 ? { stepSize: axisStep } : {};
}

function largest(values: readonly (number | null)[]): number {
  return values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
}

/** Names take at most this part of the width; the figure stands at the bar's end, so that no axis is needed. */
const namesShare = 0.34;

function rankedScales(drawn: DrawnChart, paint: ChartPaint): Scales {
  const rightToLeft = paint.direction === 'rtl';
  const ticks = ticksOf(paint);
  const { labels } = drawn;
  const room = roomForEnds(drawn, paint);
  return {
    indexAxis: 'y',
    layout: { padding: rightToLeft ? { left: room } : { right: room } },
    scales: {
      x: {
        reverse: rightToLeft,
        stacked: drawn.isStacked ?? false,
        beginAtZero: true,
        display: false,
        // What goes both ways has figures at both ends.
        ...(drawn.isStacked ? { grace: '20%' } : {}),
      },
      y: {
        position: rightToLeft ? 'right' : 'left',
        stacked: drawn.isStacked ?? false,
        grid: { display: false },
        border: { display: false },
        ticks: {
          ...ticks,
          color: paint.colour('--text'),
          autoSkip: false,
          crossAlign: 'far',
          callback(index) {
            const { ctx, width } = this.chart;
            ctx.save();
            ctx.font = `${ticks.font.size}px ${ticks.font.family}`;
            const words = cutToWidth(ctx, labels[Number(index)] ?? '', width * namesShare);
            ctx.restore();
            return words;
          },
        },
      },
    },
  };
}

/** Room for the longest figure at the end of its bar. */
function roomForEnds({ series, formatValue, ends }: DrawnChart, { rem }: ChartPaint): number {
  const words = ends ?? (series[0]?.values ?? []).map((value) => formatValue(value ?? 0));
  const longest = words.reduce((most, one) => Math.max(most, one.length), 0);
  return Math.ceil(longest * rem * 0.45) + 12;
}
