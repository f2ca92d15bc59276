import type { CsvTable } from '../../shared/contract/csv-tables.ts';
import type { SomeCsvTables } from '../app/desktop-backups.ts';
import type { WholeShop, WholeTable } from '../database/whole-tables.ts';
import { writeCsv } from '../features/csv/write-csv.ts';
import { places } from './csv-form.ts';
import { bytesOf, countingRows, tableRows } from './csv-table.ts';
import { dayOfRow, withheld } from './csv-tables.ts';
import { someCsvWords } from './csv-words.ts';
import type { JobContext } from './jobs.ts';
import { writeFlushed } from './write-flushed.ts';
import { writeZip } from './zip-file.ts';

type Writing = { readonly to: string; readonly some: SomeCsvTables };

/**
 * Writes some tables by themselves: one as a CSV file, several as a zip with words about them. Nobody's secrets are in
 * them, and no shop is made from them again. Answers the number of rows. @throws Error where a table is not there.
 */
export async function writeSome(shop: WholeShop, { to, some }: Writing, ctx: JobContext): Promise<number> {
  const parts = some.tables.map((name) => partOf(shop, name, some.days));
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const counted = countingRows({ done: 0, total: Math.max(1, total) }, ctx.onProgress);
  const csvOf = ({ table, rows }: (typeof parts)[number]) =>
    bytesOf(writeCsv(tableRows(table, counted(rows()))));
  const [only] = parts;
  if (only && parts.length === 1) {
    await writeFlushed(to, inTurns(csvOf(only), ctx.signal));
    return total;
  }
  const words = someCsvWords(
    parts.map(({ table }) => table),
    some.days,
  );
  await writeZip(
    to,
    [
      { name: places.words, pieces: () => [Buffer.from(words)] },
      ...parts.map((part) => ({ name: places.table(part.table.name), pieces: () => csvOf(part) })),
    ],
    ctx.signal,
  );
  return total;
}

function partOf(shop: WholeShop, name: CsvTable, days: SomeCsvTables['days']) {
  const found = shop.tables.find((one) => one.name === name);
  if (!found) throw new Error(`there is no table ${name}`);
  const columns = found.columns.filter((column) => !withheld.has(column.name) && column.type !== 'BLOB');
  const table: WholeTable = { ...found, columns };
  const day = days === null ? null : dayOfRow(name);
  return {
    table,
    count: days && day ? shop.countBetween(table, day, days.from, days.to) : shop.count(table),
    rows: () => (days && day ? shop.rowsBetween(table, day, days.from, days.to) : shop.rows(table)),
  };
}

/** A turn of the event loop after each piece, so that whoever wants to stop it is heard. */
async function* inTurns(pieces: Iterable<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    signal?.throwIfAborted();
    yield piece;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
