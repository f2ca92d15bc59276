import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import type { Direction } from '../../shared/text/text.ts';
import type { ChartProps, ChartSeries } from './chart.tsx';
import { doughnutTokens, tokenColour } from './chart-colours.ts';

type Drawn = Pick<ChartProps, 'kind' | 'labels' | 'series' | 'formatValue' | 'formatAxis' | 'onOpen'>;
type Kind = ChartProps['kind'];

/** What the chart library is told: no legend, no junk, colours and letters of the theme in force. */
export function chartConfiguration(
  drawn: Drawn,
  element: Element,
  direction: Direction,
): ChartConfiguration<Kind, number[], string> {
  const colour = (token: string) => tokenColour(element, token);
  const strongLast = [...drawn.series].sort(
    (a, b) => Number(a.role === 'strong') - Number(b.role === 'strong'),
  );
  const series = drawn.kind === 'line' ? strongLast.reverse() : drawn.series;
  return {
    type: drawn.kind,
    data: {
      labels: [...drawn.labels],
      datasets: series.map((one) => dataset(drawn.kind, one, colour)),
    },
    options: options(drawn, element, direction, colour),
  };
}

function dataset(
  kind: Kind,
  { name, values, role }: ChartSeries,
  colour: (token: string) => string,
): ChartDataset<Kind, number[]> {
  const base = { label: name, data: [...values] };
  if (kind === 'doughnut') {
    return {
      ...base,
      backgroundColor: doughnutTokens.map(colour),
      borderColor: colour('--surface-raised'),
      borderWidth: 2,
      hoverOffset: 4,
    };
  }
  const ink = colour(`--chart-${role}`);
  if (kind === 'bar') {
    return { ...base, backgroundColor: ink, borderRadius: 3, maxBarThickness: 36, categoryPercentage: 0.75 };
  }
  return {
    ...base,
    borderColor: ink,
    backgroundColor: ink,
    borderWidth: role === 'strong' ? 2.5 : 1.5,
    pointRadius: 0,
    pointHoverRadius: 5,
    pointHitRadius: 16,
    tension: 0.25,
  };
}

function options(
  { kind, formatValue, formatAxis, onOpen }: Drawn,
  element: Element,
  direction: Direction,
  colour: (token: string) => string,
): ChartOptions<Kind> {
  const style = getComputedStyle(element);
  const rem = Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10) || 16;
  const font = { family: style.fontFamily, size: Math.floor(rem * 0.75) };
  const ticks = { color: colour('--text-muted'), font };
  const rightToLeft = direction === 'rtl';
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    ...(onOpen && opening(element, onOpen)),
    // The last label stands under the last bar and would be cut by half.
    layout: {
      padding: kind === 'doughnut' ? 4 : { left: rightToLeft ? 16 : 0, right: rightToLeft ? 0 : 16 },
    },
    interaction: kind === 'doughnut' ? { mode: 'nearest' } : { mode: 'index', intersect: false },
    ...(kind === 'doughnut'
      ? { cutout: '68%' }
      : {
          scales: {
            x: {
              reverse: rightToLeft,
              grid: { display: false },
              border: { color: colour('--border') },
              ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 12 },
            },
            y: {
              beginAtZero: true,
              position: rightToLeft ? 'right' : 'left',
              border: { display: false },
              grid: { color: colour('--chart-grid') },
              ticks: { ...ticks, maxTicksLimit: 5, callback: (value) => formatAxis(Number(value)) },
            },
          },
        }),
    plugins: {
      tooltip: {
        rtl: rightToLeft,
        backgroundColor: colour('--ink-raised'),
        titleColor: colour('--on-ink'),
        bodyColor: colour('--on-ink'),
        titleFont: { ...font, weight: 'bold' },
        bodyFont: font,
        padding: 10,
        cornerRadius: 8,
        boxPadding: 4,
        callbacks: {
          label: ({ dataset: { label }, label: part, raw }) =>
            `${kind === 'doughnut' ? part : (label ?? '')}  ${formatValue(Number(raw))}`,
        },
      },
    },
  };
}

/** A press opens what is under it, and the pointer says so. */
function opening(
  element: Element,
  onOpen: (index: number) => void,
): Pick<ChartOptions, 'onClick' | 'onHover'> {
  return {
    onClick: (_event, [first]) => {
      if (first) onOpen(first.index);
    },
    onHover: (_event, found) => {
      if (element instanceof HTMLElement) element.style.cursor = found.length > 0 ? 'pointer' : '';
    },
  };
}
