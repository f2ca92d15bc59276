import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskHandler } from '../../app/context.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { type DocumentWords, documentWords } from '../documents/document-words.ts';
import type { OddThing } from './odd-things.ts';
import { type OrderllaReading, readingOf, uploadOf } from './orderlla-upload.ts';

/** Saves what was read, made and odd as a table of two columns: what, and how many or in words. */
export const saveReport: TaskHandler<'orderllaImport.saveReport'> = async (ctx, { uploadId }) => {
  const reading = readingOf(ctx, uploadId);
  const words = documentWords(ctx);
  const rows = [...countRows(reading, words), ...oddRows(reading.preview.odd, words)];
  const bytes = Buffer.from([...writeCsv(rows)].join(''), 'utf8');
  const name = uploadOf(ctx, uploadId).fileName.replace(/\.[^.]*$/, '');
  try {
    return await ctx.desktop.saveFile(bytes, `${name} ${words.text('orderlla-import.report-file')}.csv`);
  } catch (error) {
    throw new AppError('save-failed', { reason: error instanceof Error ? error.message : '' });
  }
};

function countRows({ preview, made }: OrderllaReading, { text, format }: DocumentWords): readonly string[][] {
  const { read, known, leftOut } = preview;
  const created = made?.created ?? { customers: 0, products: 0, orders: 0 };
  const subjects = ['customers', 'products', 'orders'] as const;
  return [
    [text('orderlla-import.heading-what'), text('orderlla-import.heading-count')],
    [text('orderlla-import.file'), preview.fileName],
    ...subjects.map((subject) => [text(`orderlla-import.read-${subject}`), String(read[subject])]),
    ...subjects.map((subject) => [text(`orderlla-import.made-${subject}`), String(created[subject])]),
    ...subjects.map((subject) => [text(`orderlla-import.known-${subject}`), String(known[subject])]),
    [text('orderlla-import.left-out'), String(leftOut)],
    ...preview.statuses.map(({ status, orders, total }) => [
      text(`orderlla-import.status-${status}`),
      `${orders} · ${format.money(total)}`,
    ]),
  ];
}

function oddRows(odd: readonly OddThing[], { text }: DocumentWords): readonly string[][] {
  const say = text as unknown as (key: string, params: OddThing['params']) => string;
  return odd.map(({ code, params, needsLook }) => [
    text(needsLook ? 'orderlla-import.look-at' : 'orderlla-import.good-to-know'),
    say(`orderlla-import.odd.${code}`, params),
  ]);
}
