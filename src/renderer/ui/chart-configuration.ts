import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import { type ChartPaint, doughnutTokens } from './chart-colours.ts';
import { cut } from './chart-letters.ts';
import { barEnds, ringShares, zeroLine } from './chart-marks.ts';
import { chartScales } from './chart-scales.ts';
import type { ChartProps, ChartSeries, DrawnChart } from './chart-types.ts';

type Kind = 'bar' | 'line' | 'doughnut';
type Drawn = DrawnChart & Pick<ChartProps, 'onOpen'>;
export type Configuration = ChartConfiguration<Kind, (number | null)[], string>;

/** What the chart library is told: no legend, no junk, colours and letters of the theme in force. */
export function chartConfiguration(drawn: Drawn, paint: ChartPaint): Configuration {
  const { kind, series } = drawn;
  const type = kind === 'ranked' ? 'bar' : kind;
  return {
    type,
    data: {
      labels: [...drawn.labels],
      datasets: series.map((one, index) => dataset(drawn, one, index, paint)),
    },
    options: options(drawn, paint),
    plugins: [
      ...(kind === 'ranked' ? [barEnds(drawn, paint)] : []),
      ...(kind === 'doughnut' ? [ringShares(drawn, paint)] : []),
      ...(kind === 'bar' ? [zeroLine(drawn, paint)] : []),
    ],
  };
}

function dataset(
  drawn: Drawn,
  one: ChartSeries,
  index: number,
  paint: ChartPaint,
): ChartDataset<Kind, (number | null)[]> {
  const { kind, inks = doughnutTokens } = drawn;
  const base = { label: one.name, data: [...one.values] };
  if (kind === 'doughnut') return { ...base, ...ringLook(one, inks.map(paint.colour), paint) };
  // What comes first lies on top of what comes later; an inset bar on top of all, a line too.
  const order = one.asLine || one.inset ? -1 : index;
  if (kind === 'line' || one.asLine) return { ...base, ...lineLook(one, kind, paint), order };
  return { ...base, ...barLook(drawn, one, paint), order };
}

/** Parts thinner than this, of a whole of 1, would vanish under a rim. */
const thinPart = 0.015;

function ringLook({ values }: ChartSeries, backgroundColor: string[], paint: ChartPaint) {
  // A ring has no room for less than nothing.
  const data = values.map((value) => Math.max(0, value ?? 0));
  const whole = data.reduce((sum, value) => sum + value, 0);
  const hasThin = data.some((value) => value > 0 && value < whole * thinPart);
  return {
    ...{ data, backgroundColor, hoverBackgroundColor: backgroundColor, hoverOffset: 6 },
    borderColor: paint.colour('--surface-raised'),
    borderWidth: hasThin ? 0 : 2,
  };
}

/** A bar is never wider than one can see it is one bar. */
const widest = 44;

/** A line of the ground between bars that stand side by side. */
const sides = { left: 1, right: 1 };

/** Few pairs of bars have so much room that the two would stand far apart: then each is as wide as it may be. */
function stayTogether({ kind, isStacked, labels, series }: Drawn): boolean {
  const beside = series.filter(({ inset, asLine }) => !inset && !asLine).length;
  return kind === 'bar' && !isStacked && beside > 1 && labels.length * beside <= 6;
}

function barLook(drawn: Drawn, one: ChartSeries, paint: ChartPaint) {
  const { kind, isStacked, labels } = drawn;
  const ink = paint.colour(`--chart-${one.role}`);
  const isCrowded = labels.length > 60;
  return {
    backgroundColor: ink,
    hoverBackgroundColor: ink,
    hoverBorderColor: paint.colour('--focus'),
    hoverBorderWidth: isCrowded ? 0 : 2,
    borderRadius: isStacked || isCrowded ? 0 : 3,
    maxBarThickness: kind === 'ranked' ? paint.rem * 1.25 : widest,
    ...(stayTogether(drawn) && !one.inset
      ? { barThickness: widest, borderColor: paint.colour('--surface-raised'), borderWidth: sides }
      : {}),
    categoryPercentage: isCrowded ? 0.95 : 0.78,
    barPercentage: one.inset ? 0.38 : isCrowded ? 1 : 0.92,
    grouped: !one.inset && kind !== 'ranked',
    // What is compared with stands beside the stack, not on it.
    ...(isStacked ? { stack: one.role === 'compare' ? 'before' : 'now' } : {}),
    // Colours alone do not tell two halves of a stack apart: a line of the ground lies between them.
    ...(isStacked && kind === 'bar'
      ? { borderColor: paint.colour('--surface-raised'), borderWidth: { top: isCrowded ? 0 : 1 } }
      : {}),
  };
}

function lineLook(one: ChartSeries, kind: Drawn['kind'], paint: ChartPaint) {
  const ink = paint.colour(`--chart-${one.role}`);
  const isStrong = one.role !== 'compare';
  const { values } = one;
  const isAlone = (at: number) => (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
  return {
    type: 'line' as const,
    borderColor: ink,
    backgroundColor: ink,
    borderWidth: isStrong ? 2.5 : 2,
    ...(isStrong || kind === 'bar' ? {} : { borderDash: [5, 4] }),
    // A point between two gaps would be no line at all.
    pointRadius: ({ dataIndex }: { readonly dataIndex: number }) =>
      isAlone(dataIndex) || (isStrong && values.length <= 31) ? 3 : 0,
    pointHoverRadius: 6,
    pointHitRadius: 16,
    hoverBorderColor: paint.colour('--focus'),
    stack: one.name,
    spanGaps: false,
    tension: 0,
  };
}

function options(drawn: Drawn, paint: ChartPaint): ChartOptions<Kind> {
  const { kind, onOpen } = drawn;
  const { rem, family: fontFamily, direction } = paint;
  const font = { family: fontFamily, size: Math.floor(rem * 0.75) };
  const rightToLeft = direction === 'rtl';
  const axis = kind === 'ranked' ? ('y' as const) : ('x' as const);
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    ...(onOpen && opening(paint, onOpen)),
    ...(kind === 'doughnut' ? { cutout: '62%', layout: { padding: 8 } } : chartScales(drawn, paint)),
    interaction: kind === 'doughnut' ? { mode: 'nearest' } : { mode: 'index', axis, intersect: false },
    plugins: {
      tooltip: {
        rtl: rightToLeft,
        textDirection: direction,
        // Two series that lie inside each other have one middle: the notice stands where the bar ends.
        position: 'nearest',
        backgroundColor: paint.colour('--ink-raised'),
        titleColor: paint.colour('--on-ink'),
        bodyColor: paint.colour('--on-ink'),
        borderColor: paint.colour('--border'),
        borderWidth: 1,
        titleFont: { ...font, weight: 'bold' },
        bodyFont: font,
        padding: 10,
        cornerRadius: 8,
        boxPadding: 4,
        callbacks: {
          title: ([first]) => (kind === 'doughnut' ? '' : cut(first?.label ?? '', 60)),
          label: ({ dataset: { label }, label: part, datasetIndex, dataIndex }) =>
            `${cut(kind === 'doughnut' ? part : (label ?? ''), 60)}  ${figureAt(drawn, datasetIndex, dataIndex)}`,
        },
      },
    },
  };
}

/** The exact figure of a point; a dash where there is none. */
export function figureAt({ series, formatValue }: DrawnChart, at: number, index: number): string {
  const value = series[at]?.values[index] ?? null;
  return value === null ? '–' : formatValue(value);
}

/** A press opens what is under it, the nearest where it hits none, and the pointer says so. */
function opening(
  { pointed }: ChartPaint,
  onOpen: NonNullable<ChartProps['onOpen']>,
): Pick<ChartOptions<Kind>, 'onClick' | 'onHover'> {
  return {
    onClick: (event, elements, chart) => {
      const hit = event.native
        ? chart.getElementsAtEventForMode(event.native, 'nearest', { intersect: true }, false)
        : [];
      const found = hit[0] ?? elements[0];
      if (found) onOpen(found.index, found.datasetIndex);
    },
    onHover: (_event, found) => {
      if (pointed) pointed.style.cursor = found.length > 0 ? 'pointer' : '';
    },
  };
}
