import type { TaskHandler } from '../../../app/context.ts';
import { requireRight } from '../../orders/require-right.ts';
import { makerOf, reportFileName, reportSubject } from './out-words.ts';
import { reportPaper } from './report-paper.ts';
import { saveOrRefuse } from './save-or-refuse.ts';

/** Rows of the table on paper at most: some fifty sheets. The CSV has them all. */
const mostRows = 2000;

/** Saves a report as PDF. Where, is asked first; the page is made in the helper process. */
export const saveReportPdf: TaskHandler<'reports.savePdf'> = async (ctx, { picture, ...wish }) => {
  requireRight(ctx, 'see-reports');
  const { language } = ctx.desktop.machine.get();
  const asked = { wish, rows: mostRows, picture, language, madeBy: makerOf(ctx) };
  const make = () => ctx.read(reportPaper, asked);
  const name = `${reportFileName(ctx, wish)}.pdf`;
  const result = await saveOrRefuse(ctx, () => ctx.desktop.savePdf(make, name, ctx.signal));
  const { fileName } = result;
  if (result.saved) await ctx.transaction((_db, note) => note(reportSubject(wish), { fileName }));
  return result;
};
