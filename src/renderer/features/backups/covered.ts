import { localParts } from '../../../shared/domain/calendar.ts';

export type Span = 'hour' | 'day' | 'month';
/** A verified backup: how the shop was from one moment to another. */
export type Covers = { readonly from: number; readonly to: number };

export const spans: readonly { readonly span: Span; readonly most: number }[] = [
  { span: 'hour', most: 24 },
  { span: 'day', most: 30 },
  { span: 'month', most: 12 },
];

const hour = 3_600_000;

/** The number of the hour, day or month (UTC, as backups are kept by) that a moment lies in. */
function numberOf(span: Span, at: number): number {
  if (span === 'hour') return Math.floor(at / hour);
  if (span === 'day') return Math.floor(at / (24 * hour));
  const { date } = localParts(at, 'UTC');
  return Math.floor(date / 10_000) * 12 + (Math.floor(date / 100) % 100);
}

/** Which of the last so many hours, days or months have a backup, the oldest first. */
export function covered(
  span: Span,
  most: number,
  backups: readonly Covers[],
  now: number,
): readonly boolean[] {
  const last = numberOf(span, now);
  const cells = Array.from({ length: most }, () => false);
  for (const { from, to } of backups) {
    const begin = Math.max(0, most - 1 - (last - numberOf(span, from)));
    const end = Math.min(most - 1, most - 1 - (last - numberOf(span, Math.max(from, to))));
    for (let at = begin; at <= end; at += 1) cells[at] = true;
  }
  return cells;
}
