import type { AppText } from './english.ts';
import type { Format } from './format.ts';

type Words = { readonly text: AppText; readonly format: Format };

const minute = 60_000;

/** How long ago the shop was as a backup holds it: `12 minutes ago`; never in the future, whatever the clock did. */
export function backupAge(verifiedAt: number, now: number, { text, format }: Words): string {
  return now - verifiedAt < minute ? text('backups.just-now') : format.relative(verifiedAt, now);
}
