import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SomeCsvTables } from '../app/desktop-backups.ts';
import { readMigrations } from '../database/migrate.ts';
import { openWholeShop, type WholeShop, type WholeTable } from '../database/whole-tables.ts';
import { writeCsv } from '../features/csv/write-csv.ts';
import { type CsvManifest, endingOf, places } from './csv-form.ts';
import { readableLists } from './csv-readable.ts';
import { writeSome } from './csv-some.ts';
import { bytesOf, countingRows, tableRows } from './csv-table.ts';
import { csvWords } from './csv-words.ts';
import type { JobContext } from './jobs.ts';
import { requireRoom, roomOrReason } from './room.ts';
import { sizeOf } from './steps.ts';
import { writeZip, type ZipPart } from './zip-file.ts';

export type CsvExport = {
  readonly shopPath: string;
  /** The new file. */
  readonly to: string;
  readonly migrationsFolder: string;
  readonly app: string;
  /** Milliseconds UTC. */
  readonly now: number;
  /** Some tables by themselves; else the whole shop as a set that it is made from again. */
  readonly some?: SomeCsvTables;
};

export type CsvExported = { readonly rows: number; readonly bytes: number };

/**
 * Writes the shop as it is at one moment: the whole of it as a zip of CSV files, or some of its tables. The same shop
 * makes the same files.
 * @throws AppError `no-room`, `backup-failed` with the reason, or the signal's reason; nothing is left of it then.
 */
export async function exportCsv(options: CsvExport, ctx: JobContext): Promise<CsvExported> {
  const { to } = options;
  let shop: WholeShop | null = null;
  try {
    await requireRoom(dirname(to), sizeOf(options.shopPath) / 2);
    shop = openWholeShop(options.shopPath, readMigrations(options.migrationsFolder));
    const rows = await (options.some
      ? writeSome(shop, { to, some: options.some }, ctx)
      : write(shop, options, ctx));
    return { rows, bytes: sizeOf(to) };
  } catch (error) {
    await rm(to, { force: true });
    ctx.signal?.throwIfAborted();
    throw roomOrReason(error);
  } finally {
    shop?.close();
  }
}

async function write(shop: WholeShop, { to, app, now }: CsvExport, ctx: JobContext): Promise<number> {
  const files: CsvManifest['files'] = [];
  const total = shop.tables.reduce((sum, table) => sum + shop.count(table), 0);
  const progress = { done: 0, total: Math.max(1, total) };
  const tables = shop.tables.map((table) =>
    tablePart(shop, table, files, countingRows(progress, ctx.onProgress)),
  );
  const pictures = shop.tables.filter(({ columns }) => columns.some(({ type }) => type === 'BLOB'));
  const readable = readableLists(shop).map(
    ({ name, rows }): ZipPart => ({ name: places.readable(name), pieces: () => bytesOf(writeCsv(rows())) }),
  );
  const name = String([...shop.ask('SELECT name FROM shop')][0]?.[0] ?? '');
  const manifest: ZipPart = {
    name: places.manifest,
    pieces() {
      const said: CsvManifest = {
        ...{ format: 'orderlla-csv-1', schema: shop.schema, app, shop: name, madeAt: now },
        files: files.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
      };
      return [Buffer.from(`${JSON.stringify(said, null, 1)}\n`)];
    },
  };
  const words: ZipPart = { name: places.words, pieces: () => [Buffer.from(csvWords(shop))] };
  const blobs = pictures.flatMap((table) => pictureParts(shop, table, files));
  await writeZip(to, [words, ...tables, ...blobs, ...readable, manifest], ctx.signal);
  return total;
}

/** A table with its header; what it came to is told to the manifest once it is written. */
function tablePart(
  shop: WholeShop,
  table: WholeTable,
  files: CsvManifest['files'],
  counted: <T>(rows: Iterable<T>) => Iterable<T>,
): ZipPart {
  const name = places.table(table.name);
  return {
    name,
    pieces: () => bytesOf(writeCsv(tableRows(table, counted(shop.rows(table))))),
    onWritten: (written) => files.push({ name, rows: shop.count(table), ...written }),
  };
}

/** One file for each picture: read when its turn has come, for all of them together may be large. */
function pictureParts(shop: WholeShop, table: WholeTable, files: CsvManifest['files']): readonly ZipPart[] {
  const column = table.columns.find(({ type }) => type === 'BLOB')?.name ?? '';
  const ask = (what: string, where = '') => shop.ask(`SELECT ${what} FROM "${table.name}"${where}`);
  return [...ask(`id, substr("${column}", 1, 12)`, ' ORDER BY id')].map(([id, begin]): ZipPart => {
    const name = places.picture(BigInt(String(id)), endingOf(begin as Uint8Array));
    return {
      name,
      pieces: () =>
        [...ask(`"${column}"`, ` WHERE id = ${BigInt(String(id))}`)].map(([bytes]) => bytes as Uint8Array),
      onWritten: (written) => files.push({ name, rows: null, ...written }),
    };
  });
}
