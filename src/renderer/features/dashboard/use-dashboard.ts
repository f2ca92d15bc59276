import { useEffect, useRef } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useApiQuery } from '../../bridge/api-query.ts';

export type Today = Output<'dashboard.today'>;

/** The figures say "by this time", so that they age even where nothing is sold. */
const staleAfter = 60_000;

/**
 * The figures of the day. Sales bring new ones by themselves; besides, they are read again each minute and
 * when somebody comes back to the screen.
 */
export function useDashboard() {
  const query = useApiQuery('dashboard.today', {});
  const latest = useRef(query);
  latest.current = query;
  useEffect(() => {
    const readAgain = () => {
      if (!latest.current.isFetching) void latest.current.refetch();
    };
    readAgain();
    const timer = setInterval(readAgain, staleAfter);
    return () => clearInterval(timer);
  }, []);
  return query;
}
