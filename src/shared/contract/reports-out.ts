import { z } from 'zod';
import { task } from './define.ts';
import { done, flag, nothing } from './fields.ts';
import { reportInput } from './reports.ts';

/** A report as a file or on paper. */

/** Which report: as it is run, with all of its rows. */
const report = reportInput.omit({ limit: true });

/** The chart as the window drew it: a PNG of at most 2 MiB, as base64. Main looks at every byte of it. */
const picture = z.string().min(1).max(2_800_000);

/** What a range may be refused for, as `reports.run` does. */
const rangeErrors = ['range-upside-down', 'range-too-long', 'too-many-steps'] as const;
/** Where a file could not be written: no room, not allowed, no such place, and whatever else (`details`: reason). */
const saveErrors = ['save-no-room', 'save-not-allowed', 'save-place-gone', 'save-failed'] as const;

export const reportsOutCalls = {
  /**
   * Saves the table of a report as CSV where the person says: every row, the compared range as columns beside, totals
   * last. Takes the right to see reports as well; costs and margins only for who may see profit.
   */
  'reports.saveCsv': task({
    needs: 'export',
    input: report,
    output: z.strictObject({ saved: flag, fileName: z.string(), rows: z.int() }),
    errors: [...rangeErrors, ...saveErrors],
  }),
  /** Saves a report as PDF where the person says: its figures, the chart, the table, and what each figure counts. */
  'reports.savePdf': task({
    needs: 'export',
    input: report.extend({ picture: picture.nullable() }),
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: [...rangeErrors, ...saveErrors, 'chart-unreadable'],
    secrets: ['picture'],
  }),
  /** Saves the chart of a report as PNG where the person says. */
  'reports.savePicture': task({
    needs: 'export',
    input: report.extend({ picture }),
    output: z.strictObject({ saved: flag, fileName: z.string() }),
    errors: [...saveErrors, 'chart-unreadable'],
    secrets: ['picture'],
  }),
  /** Prints what `reports.savePdf` saves; `rows` of the table at most, the others added up in one. */
  'reports.print': task({
    needs: 'see-reports',
    input: report.extend({ picture: picture.nullable(), rows: z.int().min(1).max(2000) }),
    output: z.strictObject({}),
    errors: [...rangeErrors, 'chart-unreadable', 'print-failed'],
    secrets: ['picture'],
  }),
  /** Stops what this window saves or prints of a report; no file of it stays. */
  'reports.cancelOut': task({ needs: 'see-reports', input: nothing, output: done, errors: [] }),
};
