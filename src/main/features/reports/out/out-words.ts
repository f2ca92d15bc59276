import type { ReportKey } from '../../../../shared/contract/reports.ts';
import { isoDate } from '../../../../shared/domain/calendar.ts';
import type { TaskContext } from '../../../app/context.ts';
import { documentWords } from '../../documents/document-words.ts';
import type { ReportWish } from './report-sheet.ts';

/** How things stand now, whatever the days: their file is of today. */
const nowReports: ReadonlySet<ReportKey> = new Set(['stock-value', 'low-stock']);

/** What a report's file is called, without its ending: "Sales 2026-11-01 to 2026-11-29". */
export function reportFileName(ctx: TaskContext, wish: ReportWish): string {
  const { text } = documentWords(ctx);
  const report = text(`reports.${wish.report}`);
  const isNow = nowReports.has(wish.report);
  const from = isoDate(isNow ? ctx.today : wish.from);
  const to = isoDate(isNow ? ctx.today : wish.to);
  return from === to
    ? text('report-out.file-day', { report, from })
    : text('report-out.file', { report, from, to });
}

/** What the log says of it, whatever became of the window's words. */
export function reportSubject({ report }: ReportWish): string {
  return `report ${report}`;
}

/** Who makes it, as it stands on the paper. */
export function makerOf({ actor }: TaskContext): string {
  return actor.kind === 'staff' ? actor.name : '';
}
