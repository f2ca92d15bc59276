import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { isTimeZone } from '../../shared/domain/calendar.ts';
import { removeShopFile } from '../database/flush.ts';
import { type Migration, readMigrations } from '../database/migrate.ts';
import { type Cell, createEmptyShop, type EmptyShop, type WholeTable } from '../database/whole-tables.ts';
import { readCsvParts } from '../features/csv/read-csv.ts';
import { csvFault, faultAt, faultWords, refusedRow, tableWords } from './csv-fault.ts';
import { allowedName, type CsvManifest, csvManifest, places, rowFromCells } from './csv-form.ts';
import { createRings } from './csv-rings.ts';
import type { JobContext } from './jobs.ts';
import { hashOfFile } from './manifest.ts';
import { roomOrReason } from './room.ts';
import { hashOf, type OpenZip, openZip, wholePart } from './unzip.ts';
import { writeFlushed } from './write-flushed.ts';

export type CsvBuild = {
  /** The zip of a CSV backup. */
  readonly from: string;
  /** The new shop file. */
  readonly to: string;
  readonly migrationsFolder: string;
};

const limits = { names: allowedName, mostParts: 200_000, mostBytes: 64 * 1024 ** 3 };
const mostManifest = 64 * 1024 * 1024;
/** As the table of pictures has it. */
const mostPicture = 1024 * 1024;

/**
 * Makes a shop file from a CSV backup: the schema of its time, filled with the rows as they are, in one transaction.
 * It is not brought up to date, and what can be searched is not there yet. Nothing is left of it where anything is
 * wrong. @throws AppError `backup-damaged` with the reason, `no-room`, or the signal's reason.
 */
export async function buildFromCsv(options: CsvBuild, ctx: JobContext): Promise<CsvManifest> {
  const { from, to, migrationsFolder } = options;
  const zip = await openZip(from, limits);
  try {
    const migrations = readMigrations(migrationsFolder);
    const manifest = await manifestIn(zip, migrations);
    await fill(zip, manifest, { to, migrations: migrations.slice(0, manifest.schema) }, ctx);
    return manifest;
  } catch (error) {
    removeShopFile(to);
    ctx.signal?.throwIfAborted();
    throw roomOrReason(error, 'backup-damaged');
  } finally {
    rmSync(partOf(to), { force: true });
    zip.close();
  }
}

async function manifestIn(zip: OpenZip, migrations: readonly Migration[]): Promise<CsvManifest> {
  if (!zip.names.has(places.manifest)) throw csvFault('file-missing', { file: places.manifest });
  const parsed = csvManifest.safeParse(jsonOf(await wholePart(zip, places.manifest, mostManifest)));
  if (!parsed.success) throw csvFault('manifest');
  if (parsed.data.schema > migrations.length) throw csvFault('newer');
  return parsed.data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw csvFault('manifest');
  }
}

type Into = { readonly to: string; readonly migrations: readonly Migration[] };

async function fill(
  zip: OpenZip,
  manifest: CsvManifest,
  { to, migrations }: Into,
  ctx: JobContext,
): Promise<void> {
  const shop = createEmptyShop(to, migrations);
  try {
    requireParts(zip, manifest, shop.tables);
    const pictures = await picturesIn(zip, manifest);
    const total = manifest.files.reduce((sum, { rows }) => sum + (rows ?? 0), 0);
    const rings = createRings();
    let done = 0;
    for (const table of shop.tables) {
      ctx.signal?.throwIfAborted();
      const said = partNamed(manifest, places.table(table.name));
      const path = partOf(to);
      rmSync(path, { force: true });
      await writeFlushed(path, zip.pieces(said.name));
      if ((await hashOfFile(path, ctx.signal)) !== said.sha256)
        throw csvFault('file-changed', { file: said.name });
      const rows = fillTable(shop, table, (seen) => rings.watch(table, rowsIn(path, table, pictures, seen)));
      if (rows !== said.rows) {
        throw csvFault('file-rows', { file: said.name, count: rows, saved: said.rows ?? 0 });
      }
      done += rows;
      ctx.onProgress({ done, total: Math.max(1, total) });
    }
    requireShop(shop, manifest);
    rings.requireNone();
    requireReferences(shop);
    shop.finish();
  } catch (error) {
    shop.abandon();
    throw error;
  }
}

type Seen = { rows: number; line: number };

/** Fills a table; answers how many rows it has. @throws AppError with the line that the table refuses. */
function fillTable(
  shop: EmptyShop,
  table: WholeTable,
  rowsOf: (seen: Seen) => Iterable<readonly Cell[]>,
): number {
  const seen: Seen = { rows: 0, line: 0 };
  try {
    shop.fill(table, rowsOf(seen));
  } catch (error) {
    const what = refusedRow(table, error);
    throw what === null ? error : faultAt(table, seen.line, what);
  }
  return seen.rows;
}

function requireReferences(shop: EmptyShop): void {
  const lost = shop.lost();
  if (lost === null) return;
  const { table, other, count } = lost;
  throw csvFault('lost', { table: tableWords(table), other: tableWords(other), count });
}

/** Every table of its schema, every picture that its manifest names, and no other. */
function requireParts(zip: OpenZip, { files }: CsvManifest, tables: readonly WholeTable[]): void {
  const said = new Set(files.map(({ name }) => name));
  if (said.size !== files.length) throw csvFault('manifest-twice');
  for (const { name } of tables) {
    if (!said.has(places.table(name))) throw csvFault('file-missing', { file: places.table(name) });
  }
  const known = new Set(tables.map(({ name }) => places.table(name)));
  for (const { name } of files) {
    if (!zip.names.has(name)) throw csvFault('file-missing', { file: name });
    if (!known.has(name) && !name.startsWith('pictures/')) throw csvFault('file-odd', { file: name });
  }
  for (const name of zip.names) {
    const isOurs = name.startsWith('tables/') || name.startsWith('pictures/');
    if (isOurs && !said.has(name)) throw csvFault('file-odd', { file: name });
  }
}

/**
 * What no application would have written, though each table by itself takes it: a shop without a log (whoever made it
 * left out what was done in it), or one that says its hours by a clock which nobody has.
 */
function requireShop(shop: EmptyShop, manifest: CsvManifest): void {
  const rowsOf = (table: string): number | null =>
    manifest.files.find(({ name }) => name === places.table(table))?.rows ?? null;
  if (rowsOf('shop') === 0) throw csvFault('no-shop');
  if (rowsOf('auditEntries') === 0) throw csvFault('no-log');
  if (rowsOf('staff') === 0) throw csvFault('nobody');
  const timeZone = shop.ask('SELECT timeZone FROM shop');
  if (!isTimeZone(timeZone)) throw csvFault('time-zone');
}

function partNamed({ files }: CsvManifest, name: string): CsvManifest['files'][number] {
  const found = files.find((one) => one.name === name);
  if (!found) throw csvFault('file-missing', { file: name });
  return found;
}

/** Asked for while rows are put in, which waits for nobody; a shop's pictures are small, and none is held twice. */
async function picturesIn(zip: OpenZip, { files }: CsvManifest): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const { name, sha256 } of files.filter((one) => one.name.startsWith('pictures/'))) {
    const bytes = await wholePart(zip, name, mostPicture);
    if (hashOf(bytes) !== sha256) throw csvFault('file-changed', { file: name });
    pictures.set(name, bytes);
  }
  return pictures;
}

/** The rows of a table's file; `seen` says how many there were, and on which line the last begins. */
function* rowsIn(
  path: string,
  table: WholeTable,
  pictures: ReadonlyMap<string, Uint8Array>,
  seen: Seen,
): Generator<readonly Cell[], void> {
  const file = places.table(table.name);
  const bytesOf = (name: string): Uint8Array => {
    const bytes = pictures.get(name);
    if (!bytes) throw new Error(faultWords('file-missing', { file: name }));
    return bytes;
  };
  let isHeader = true;
  for (const { cells, flaw, line } of readCsvParts(textOf(path, file), ',')) {
    if (flaw !== null) throw faultAt(table, line, faultWords('not-csv'));
    if (isHeader) {
      requireColumns(table, cells);
      isHeader = false;
      continue;
    }
    seen.rows += 1;
    seen.line = line;
    yield rowAt(table, line, () => rowFromCells(table, cells, bytesOf));
  }
  if (isHeader) requireColumns(table, []);
}

function requireColumns(table: WholeTable, cells: readonly string[]): void {
  const names = table.columns.map(({ name }) => name);
  if (JSON.stringify(cells) === JSON.stringify(names)) return;
  throw csvFault('columns', { table: tableWords(table.name), file: places.table(table.name) });
}

function rowAt(table: WholeTable, line: number, row: () => Cell[]): Cell[] {
  try {
    return row();
  } catch (error) {
    throw faultAt(table, line, error instanceof Error ? error.message : String(error));
  }
}

/** A file in pieces of text, without its mark. @throws AppError where it is no UTF-8. */
function* textOf(path: string, name: string): Generator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw csvFault('file-text', { file: name });
    }
  };
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(1 << 20);
  try {
    for (;;) {
      const read = readSync(file, buffer);
      if (read === 0) break;
      yield decoded(buffer.subarray(0, read));
    }
    yield decoded();
  } finally {
    closeSync(file);
  }
}

/** The table that is being read, beside the shop file that is built of a CSV backup. */
export function partOf(to: string): string {
  return `${to}.csv.part`;
}

/** Whether a file is a zip, by its first bytes. */
export function isZip(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const begin = Buffer.alloc(4);
    readSync(file, begin, 0, 4, 0);
    return begin.equals(Buffer.from('PK\u0003\u0004', 'latin1'));
  } finally {
    closeSync(file);
  }
}
