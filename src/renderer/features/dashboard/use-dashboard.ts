import { useEffect, useRef } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useMay } from '../../bridge/use-session.ts';

export type Today = Output<'dashboard.today'>;
export type Charts = Output<'dashboard.charts'>;
export type Low = Output<'stock.listLow'>['items'][number];

/** The figures say "by this time", so that they age even where nothing is sold. */
const staleAfter = 60_000;
/** While sale follows sale, the screen is renewed this often at most. */
const atMostEvery = 1000;
const lowShown = 5;

/**
 * What the dashboard shows. Sales bring new figures by themselves; besides, they are read again each minute, as a
 * business day begins, and when somebody comes back to the screen.
 */
export function useDashboard() {
  const today = useApiQuery('dashboard.today', {}, { atMostEvery });
  const charts = useApiQuery('dashboard.charts', {}, { atMostEvery });
  const low = useApiQuery(
    'stock.listLow',
    { cursor: null, limit: lowShown },
    { atMostEvery, enabled: useMay('see-products') },
  );
  useReadAgain(today, Math.min(staleAfter, (today.data?.untilNext ?? staleAfter) + 1));
  const isTurned =
    today.data !== undefined && charts.data !== undefined && today.data.today !== charts.data.today;
  const { refetch } = charts;
  useEffect(() => {
    if (isTurned) void refetch();
  }, [isTurned, refetch]);
  return { today, charts, low: low.data?.items ?? null };
}

type Asked = ReturnType<typeof useApiQuery<'dashboard.today'>>;

/** Asks again when the screen is come back to, and so long after each answer, whatever it was. */
function useReadAgain(query: Asked, wait: number): void {
  const latest = useRef(query);
  latest.current = query;
  const readAgain = useRef(() => {
    if (!latest.current.isFetching) void latest.current.refetch();
  });
  useEffect(() => readAgain.current(), []);
  const answered = Math.max(query.dataUpdatedAt, query.errorUpdatedAt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer begins a new wait
  useEffect(() => {
    const timer = setTimeout(readAgain.current, wait);
    return () => clearTimeout(timer);
  }, [answered, wait]);
}
