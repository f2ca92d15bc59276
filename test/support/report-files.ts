import { parse } from 'csv-parse/sync';
import type { PrintDocument } from '../../src/main/app/desktop.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import type { TestApp } from './create-test-app.ts';

/** The sales of November, day by day, compared with nothing. */
export const november: Input<'reports.saveCsv'> = {
  ...{ report: 'sales', from: calendarDate(20261101), to: calendarDate(20261130) },
  ...{ by: 'day', compare: 'none', sort: null },
};

/** The file that was saved last, as text. */
export function savedText({ desktop }: TestApp): string {
  const { bytes } = desktop.saved.at(-1) ?? {};
  if (!(bytes instanceof Uint8Array)) throw new Error('no file');
  return Buffer.from(bytes).toString('utf8');
}

/** What a spreadsheet reads of it. */
export function savedTable(test: TestApp): string[][] {
  return parse(savedText(test), { bom: true }) as string[][];
}

/** The page that was saved last. */
export function savedPage({ desktop }: TestApp): PrintDocument {
  const { bytes } = desktop.saved.at(-1) ?? {};
  if (!bytes || bytes instanceof Uint8Array) throw new Error('no page');
  return bytes;
}
