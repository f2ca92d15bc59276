import type { Output } from '../../../shared/contract/index.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';

export type Check = Output<'audit.checks'>[number];

/** What was looked at: "4,812 entries and 7,800 orders checked, with 31,004 rows of …". */
export function checkedWords({ entries, orders, rows }: Check, text: AppText): string {
  return text('audit.verified-what', {
    entries: text('audit.entries-count', { count: entries }),
    orders: text('audit.orders-count', { count: orders }),
    rows: text('audit.rows-count', { count: rows }),
  });
}

/** Who or what had it made, and when. */
export function causeWords({ cause, staffName, at }: Check, text: AppText, format: Format): string {
  const why =
    cause === 'manual' && staffName !== null
      ? text('audit.cause-manual-by', { name: staffName })
      : text(`audit.cause-${cause}`);
  return text('audit.verified-when', { cause: why, time: format.dateTime(at) });
}
