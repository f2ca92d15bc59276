import { useEffect } from 'react';
import { useApiQuery } from './api-query.ts';
import { useNow } from './use-now.ts';

const minute = 60_000;

/**
 * How safe the shop is, and main's clock to tell its age by. A backup grows old without anything happening, so that
 * main is asked again each minute.
 */
export function useBackupsState() {
  const state = useApiQuery('backups.state', {});
  const now = useNow(minute)?.now ?? null;
  const { refetch } = state;
  useEffect(() => {
    if (now !== null) void refetch();
  }, [now, refetch]);
  return { ...state, now };
}
