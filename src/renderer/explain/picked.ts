import { type ReportPart, reportPart } from '../../shared/contract/reports.ts';
import { type CalendarDate, isCalendarDate, isoDate, parseIsoDate } from '../../shared/domain/calendar.ts';
import { type Metric, metricKeys } from '../../shared/domain/kpi.ts';
import { changeQuery, usePlace } from '../ui/router.ts';

/** A figure that somebody wants to know more of: of which part, over which business dates, and what it is called. */
export type Picked = {
  readonly metric: Metric;
  readonly part: ReportPart;
  /** Business dates, yyyymmdd, both included. */
  readonly from: number;
  readonly to: number;
  /** What the part is called on the screen: "Espresso beans", "Card", "March 2026"; empty for the whole. */
  readonly label: string;
};

type Query = Readonly<Record<string, string | undefined>>;

/** Longer labels are cut in the address. */
const longestLabel = 200;

/** The figure that an address names; null where it names none, or anything else than a figure. */
export function readPicked(query: Query): Picked | null {
  const metric = metricKeys.find((one) => one === query.explain);
  const from = dateIn(query['explain-from']);
  const to = dateIn(query['explain-to']);
  const part = partIn(query['explain-part']);
  if (!metric || from === null || to === null || part === null) return null;
  return { metric, part, from, to, label: (query['explain-of'] ?? '').slice(0, longestLabel) };
}

function dateIn(written: string | undefined): CalendarDate | null {
  return written === undefined ? null : parseIsoDate(written);
}

/** `product.12`; the key may itself hold any sign. */
function partIn(written: string | undefined): ReportPart | null {
  if (written === undefined) return { kind: 'all', key: '' };
  const cut = written.indexOf('.');
  const read = reportPart.safeParse({ kind: written.slice(0, cut), key: written.slice(cut + 1) });
  return cut > 0 && read.success ? read.data : null;
}

/** The same as an address carries it. Of null: nothing. */
export function pickedQuery(picked: Picked | null): Query {
  const date = (day: number): string | undefined => (isCalendarDate(day) ? isoDate(day) : undefined);
  const { kind, key } = picked?.part ?? { kind: 'all', key: '' };
  return {
    explain: picked?.metric,
    'explain-part': kind === 'all' ? undefined : `${kind}.${key}`,
    'explain-from': picked ? date(picked.from) : undefined,
    'explain-to': picked ? date(picked.to) : undefined,
    'explain-of': picked?.label.slice(0, longestLabel),
    'explain-row': undefined,
  };
}

/** Opens the explanation of a figure beside the screen where one is; null closes it. */
export function pickFigure(picked: Picked | null): void {
  changeQuery(pickedQuery(picked));
}

/** The figure whose explanation is open. It stands in the window's address, so that Back brings it back. */
export function usePicked(): Picked | null {
  return readPicked(usePlace().query);
}
