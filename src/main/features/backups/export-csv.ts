import { csvTables, csvTablesWithDays } from '../../../shared/contract/csv-tables.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { isoDate } from '../../../shared/domain/calendar.ts';
import type { QueryHandler, TaskContext, TaskHandler } from '../../app/context.ts';
import type { SomeCsvTables } from '../../app/desktop-backups.ts';
import { documentWords } from '../documents/document-words.ts';
import { requireRight } from '../orders/require-right.ts';

type Wanted = Parsed<'backups.exportCsv'>;

export const listCsvTables: QueryHandler<'backups.csvTables'> = () =>
  csvTables.map((table) => ({ table, hasDays: csvTablesWithDays.has(table) }));

/**
 * Saves the shop as CSV, or some of it; nothing is made before the person has said where.
 * @throws AppError `forbidden`, `backup-running`, `range-upside-down`, `no-room`, `save-failed`, `cancelled`.
 */
export const exportCsv: TaskHandler<'backups.exportCsv'> = async (ctx, wanted) => {
  requireRight(ctx, 'export');
  const some = someOf(wanted);
  let made = { rows: 0, bytes: 0 };
  const work = { onProgress: ctx.progress, signal: ctx.signal };
  const { saved, fileName } = await save(ctx, nameOf(ctx, wanted), () =>
    ctx.desktop.backups.csvPieces(some, work, (given) => {
      made = { rows: given.rows, bytes: given.bytes };
    }),
  );
  if (saved) {
    await ctx.transaction((_db, note) => note('backups', { ...wanted, fileName, rows: made.rows }));
  }
  return { saved, fileName, ...made };
};

/** The first and last day of all times, where a range is open-ended. */
const ever = { from: 0, to: 99_991_231 };

function someOf(wanted: Wanted): SomeCsvTables | null {
  if (wanted.what === 'all') return null;
  const { from, to } = wanted;
  if (from !== null && to !== null && from > to) throw new AppError('range-upside-down');
  const days = from === null && to === null ? null : { from: from ?? ever.from, to: to ?? ever.to };
  return { tables: [...new Set(wanted.tables)], days };
}

function nameOf(ctx: TaskContext, wanted: Wanted): string {
  const { text } = documentWords(ctx);
  const isOne = wanted.what === 'some' && new Set(wanted.tables).size === 1;
  const [table] = wanted.what === 'some' ? wanted.tables : [];
  if (isOne && table) return `${text(`backups.table-${table}`)} ${isoDate(ctx.today)}.csv`;
  return `${text(wanted.what === 'all' ? 'backups.csv-file' : 'backups.csv-tables-file')} ${isoDate(ctx.today)}.zip`;
}

async function save(ctx: TaskContext, name: string, pieces: () => AsyncIterable<Uint8Array>) {
  try {
    return await ctx.desktop.savePieces(pieces, name);
  } catch (error) {
    ctx.signal.throwIfAborted();
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
    if (isFull) throw new AppError('no-room');
    if (error instanceof AppError && error.code !== 'backup-failed') throw error;
    const said = error instanceof AppError ? error.details?.reason : null;
    const reason = String(said ?? (error instanceof Error ? error.message : ''));
    throw new AppError('save-failed', { reason });
  }
}
