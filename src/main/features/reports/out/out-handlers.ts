import type { reportsOutCalls } from '../../../../shared/contract/reports-out.ts';
import type { Handlers } from '../../../app/context.ts';
import { cancelReportOut } from './cancel-out.ts';
import { chartPicture } from './chart-picture.ts';
import { printReport } from './print-report.ts';
import { reportCsv } from './report-csv.ts';
import { reportPaper } from './report-paper.ts';
import { saveReportCsv } from './save-csv.ts';
import { saveReportPdf } from './save-pdf.ts';
import { saveReportPicture } from './save-picture.ts';

/** Handlers of the calls in `shared/contract/reports-out.ts`. */
export const reportsOutHandlers: Handlers<typeof reportsOutCalls> = {
  'reports.saveCsv': saveReportCsv,
  'reports.savePdf': saveReportPdf,
  'reports.savePicture': saveReportPicture,
  'reports.print': printReport,
  'reports.cancelOut': cancelReportOut,
};

/** What of it is done in the helper process. */
export const reportsInnerReads = [reportCsv, reportPaper, chartPicture] as const;
