import type { TaskHandler } from '../../../app/context.ts';
import { requireRight } from '../../orders/require-right.ts';
import { chartPicture } from './chart-picture.ts';
import { reportFileName, reportSubject } from './out-words.ts';
import { saveOrRefuse } from './save-or-refuse.ts';

/** Saves the chart of a report, once its bytes have been looked at. */
export const saveReportPicture: TaskHandler<'reports.savePicture'> = async (ctx, { picture, ...wish }) => {
  requireRight(ctx, 'see-reports');
  const bytes = await ctx.read(chartPicture, picture);
  const name = `${reportFileName(ctx, wish)}.png`;
  const result = await saveOrRefuse(ctx, () => ctx.desktop.saveFile(bytes, name));
  const { fileName } = result;
  if (result.saved) await ctx.transaction((_db, note) => note(reportSubject(wish), { fileName }));
  return result;
};
