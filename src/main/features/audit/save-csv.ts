import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { isoDate } from '../../../shared/domain/calendar.ts';
import { english } from '../../../shared/text/english.ts';
import type { TaskContext, TaskHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { type DocumentWords, documentWords } from '../documents/document-words.ts';
import { listPieces } from '../lists/list-file.ts';
import { requireRight } from '../orders/require-right.ts';
import { type EntryView, entryView } from './entry-view.ts';
import { findEntries } from './find-entries.ts';

const mostRows = 100_000;
const rowsInStep = 500;

/**
 * Saves the entries that a filter leaves as CSV, newest first; nothing is written before the person has said where.
 * @throws AppError `forbidden`, `cancelled`, `save-failed`.
 */
export const saveCsv: TaskHandler<'audit.saveCsv'> = async (ctx, filter) => {
  requireRight(ctx, 'export');
  const words = documentWords(ctx);
  const written = { rows: 0 };
  const name = `${words.text('audit.file-name')} ${isoDate(ctx.today)}.csv`;
  const file = { head: heading(words), total: newestId(ctx), pages: pages(ctx, filter, words) };
  const { saved, fileName } = await save(ctx, name, () => listPieces(ctx, file, written));
  if (saved) {
    await ctx.transaction((_db, note) => note('list audit', { rows: written.rows, fileName }));
  }
  return { saved, fileName, rows: written.rows };
};

async function save(ctx: TaskContext, name: string, from: () => AsyncGenerator<Uint8Array>) {
  try {
    return await ctx.desktop.savePieces(from, name);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('save-failed', { reason: error instanceof Error ? error.message : '' });
  }
}

function newestId({ db }: TaskContext): number {
  const newest = db.get(query.selectFrom('auditEntries').select('id').orderBy('id', 'desc').limit(1));
  return newest?.id ?? 0;
}

function* pages({ db }: TaskContext, filter: Parsed<'audit.saveCsv'>, words: DocumentWords) {
  let left = mostRows;
  for (let beforeId: number | null = Number.MAX_SAFE_INTEGER; beforeId !== null && left > 0; ) {
    const { rows, through } = findEntries(db, filter, beforeId, Math.min(rowsInStep, left));
    left -= rows.length;
    yield { rows: rows.map((row) => cells(entryView(row), words)), listed: rows.length };
    beforeId = through;
  }
}

function heading({ text }: DocumentWords): readonly string[] {
  return [
    text('audit.file-number'),
    text('audit.file-date'),
    text('audit.file-time'),
    text('audit.file-person'),
    text('audit.file-by'),
    text('audit.file-action'),
    text('audit.file-call'),
    text('audit.file-result'),
    text('audit.file-approved-by'),
    text('audit.file-subject'),
  ];
}

function cells(entry: EntryView, { text, format }: DocumentWords): readonly string[] {
  const { outcome } = entry;
  return [
    String(entry.entryId),
    isoDate(entry.businessDate),
    format.time(entry.at),
    entry.staff?.name ?? '',
    text(`audit.actor-${entry.actor}`),
    actionOf(entry, text),
    entry.call,
    outcome === 'ok' ? text('audit.file-done') : outcome,
    entry.approvedBy?.name ?? '',
    entry.subject ?? '',
  ];
}

/** What was done, or tried, in the window's language; nothing for a call of another version. */
function actionOf({ call, outcome }: EntryView, text: DocumentWords['text']): string {
  const key = `audit.${outcome === 'ok' ? 'did' : 'tried'}-${call}`;
  return Object.hasOwn(english, key) ? text(key as 'audit.did-orders.place') : '';
}
