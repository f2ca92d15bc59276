import type { TaskHandler } from '../../../app/context.ts';
import { printOrRefuse } from '../../documents/print-or-refuse.ts';
import { makerOf, reportSubject } from './out-words.ts';
import { reportPaper } from './report-paper.ts';

/** Prints a report on sheets: on this computer's default printer, or the receipt printer where that has sheets too. */
export const printReport: TaskHandler<'reports.print'> = async (ctx, { picture, rows, ...wish }) => {
  const { language, receiptPrinter } = ctx.desktop.machine.get();
  const document = await ctx.read(reportPaper, { wish, rows, picture, language, madeBy: makerOf(ctx) });
  ctx.signal.throwIfAborted();
  await printOrRefuse(ctx, document, ctx.shop.receiptPaper === 'a4' ? receiptPrinter : '');
  await ctx.transaction((_db, note) => note(reportSubject(wish), { rows }));
  return {};
};
