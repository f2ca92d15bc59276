import { dateOldCancels, hasUndatedCancels } from '../features/reports/index.ts';
import type { Shop } from './context.ts';
import type { AppOptions } from './create-app.ts';

/**
 * What an older file needs beyond its schema, because SQL alone cannot reckon it: before anything is read, so that the
 * first dashboard is right. Once for each file; where it fails the shop sells all the same, and closing days tries again.
 */
export function bringUpToDate({ file, log }: Pick<AppOptions, 'file' | 'log'>, shop: Shop | null): void {
  if (shop === null || !hasUndatedCancels(file.read)) return;
  try {
    file.transaction((db) => dateOldCancels(db, shop));
  } catch (error) {
    log.error('Old cancellations could not be dated', { error: String(error) });
  }
}
