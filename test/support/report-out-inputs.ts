import { Buffer } from 'node:buffer';
import type { CallName, Input } from '../../src/shared/contract/index.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { pngFile } from './pictures.ts';

const report: Input<'reports.saveCsv'> = {
  ...{ report: 'sales', from: calendarDate(20261101), to: calendarDate(20261130) },
  ...{ by: 'day', compare: 'previous', sort: '-netSales' },
};

/** A small chart as the window sends it. */
export const chartInput = Buffer.from(pngFile()).toString('base64');

/** What the calls that take reports out of the window are asked in earnest. */
export const reportOutInputs = {
  'reports.saveCsv': report,
  'reports.savePdf': { ...report, picture: chartInput },
  'reports.savePicture': { ...report, picture: chartInput },
  'reports.print': { ...report, picture: null, rows: 50 },
  'reports.cancelOut': {},
} satisfies Partial<{ readonly [N in CallName]: Input<N> }>;
