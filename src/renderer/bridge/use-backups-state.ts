import { useEffect } from 'react';
import type { AppText } from '../../shared/text/english.ts';
import type { Format } from '../../shared/text/format.ts';
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

type Words = { readonly text: AppText; readonly format: Format };

/** How long ago the shop was as a backup holds it: `12 minutes ago`; never in the future, whatever the clock did. */
export function backupAge(verifiedAt: number, now: number, { text, format }: Words): string {
  return now - verifiedAt < minute ? text('backups.just-now') : format.relative(verifiedAt, now);
}
