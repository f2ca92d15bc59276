import type { TaskHandler } from '../../../app/context.ts';
import { requireRight } from '../../orders/require-right.ts';
import { reportFileName, reportSubject } from './out-words.ts';
import { reportCsv } from './report-csv.ts';
import { saveOrRefuse } from './save-or-refuse.ts';

/** Bytes that are written together; between two the till goes on. */
const pieceSize = 1024 * 1024;

/**
 * Saves the table of a report. Where, is asked first; then the helper process adds up and writes the table, and main
 * only passes its bytes on to the disk. The log learns of every file that was made.
 */
export const saveReportCsv: TaskHandler<'reports.saveCsv'> = async (ctx, wish) => {
  requireRight(ctx, 'see-reports');
  const { language } = ctx.desktop.machine.get();
  let rows = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const made = await ctx.read(reportCsv, { wish, language });
    rows = made.rows;
    for (let at = 0; at < made.bytes.length; at += pieceSize) {
      ctx.signal.throwIfAborted();
      yield made.bytes.subarray(at, at + pieceSize);
    }
    ctx.signal.throwIfAborted();
  }
  const name = `${reportFileName(ctx, wish)}.csv`;
  const { saved, fileName } = await saveOrRefuse(ctx, () => ctx.desktop.savePieces(pieces, name));
  if (saved) await ctx.transaction((_db, note) => note(reportSubject(wish), { rows, fileName }));
  return { saved, fileName, rows };
};
