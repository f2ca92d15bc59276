import type { Direction } from '../../shared/text/text.ts';

/** What is read of a chart: a point of the axis, and one series of several, or all of them. */
export type ChartPlace = { readonly index: number; readonly series: number | null };

type Walked = {
  /** Points along the axis. */
  readonly count: number;
  readonly seriesCount: number;
  readonly direction: Direction;
  /** Bars that lie on their side stand below each other. */
  readonly isRanked: boolean;
};

/**
 * Where a key leads from a place: along the axis by ←/→ (or ↑/↓ where bars lie), by a tenth of it with Page up and
 * Page down, to its ends with Home and End; across the series by ↑/↓. Null for any other key, and where nothing is.
 */
export function walkChart(key: string, from: ChartPlace | null, walked: Walked): ChartPlace | null {
  const { count, seriesCount, isRanked } = walked;
  if (count === 0) return null;
  const series = from?.series ?? null;
  const step = stepOf(key, walked);
  if (step !== null) {
    const at = from?.index ?? (step > 0 ? -1 : count);
    return { index: Math.max(0, Math.min(count - 1, at + step)), series };
  }
  if (key === 'Home') return { index: 0, series };
  if (key === 'End') return { index: count - 1, series };
  const across = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (across === 0 || isRanked || seriesCount < 2) return null;
  const next = (series ?? (across > 0 ? -1 : seriesCount)) + across;
  return { index: from?.index ?? 0, series: Math.max(0, Math.min(seriesCount - 1, next)) };
}

function stepOf(key: string, { count, direction, isRanked }: Walked): number | null {
  const page = Math.max(1, Math.trunc(count / 10));
  if (key === 'PageDown') return page;
  if (key === 'PageUp') return -page;
  if (isRanked && key === 'ArrowDown') return 1;
  if (isRanked && key === 'ArrowUp') return -1;
  const onwards = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (key === 'ArrowLeft' || key === 'ArrowRight') return key === onwards ? 1 : -1;
  return null;
}
