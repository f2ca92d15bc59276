import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { isTimeZone } from '../../shared/domain/calendar.ts';
import { removeShopFile } from '../database/flush.ts';
import { type Migration, readMigrations } from '../database/migrate.ts';
import { createEmptyShop, type EmptyShop, type WholeTable } from '../database/whole-tables.ts';
import { readCsvParts } from '../features/csv/read-csv.ts';
import { allowedName, type CsvManifest, csvManifest, places, rowFromCells } from './csv-form.ts';
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
  const text = new TextDecoder('utf-8', { fatal: true }).decode(
    await wholePart(zip, places.manifest, mostManifest),
  );
  const parsed = csvManifest.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error('its manifest is not that of a CSV backup');
  if (parsed.data.schema > migrations.length) throw new Error('it is from a newer version of Orderlla');
  return parsed.data;
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
    let done = 0;
    for (const table of shop.tables) {
      ctx.signal?.throwIfAborted();
      const said = partNamed(manifest, places.table(table.name));
      const path = partOf(to);
      rmSync(path, { force: true });
      await writeFlushed(path, zip.pieces(said.name));
      if ((await hashOfFile(path, ctx.signal)) !== said.sha256) throw new Error(`${said.name} was changed`);
      let rows = 0;
      const counted = function* () {
        for (const row of rowsIn(path, table, pictures)) {
          rows += 1;
          yield row;
        }
      };
      shop.fill(table, counted());
      if (rows !== said.rows) throw new Error(`${said.name} has ${rows} rows of ${said.rows}`);
      done += rows;
      ctx.onProgress({ done, total: Math.max(1, total) });
    }
    requireShop(shop, manifest);
    shop.finish();
  } catch (error) {
    shop.abandon();
    throw error;
  }
}

/** Every table of its schema, every picture that its manifest names, and no other. */
function requireParts(zip: OpenZip, { files }: CsvManifest, tables: readonly WholeTable[]): void {
  const said = new Set(files.map(({ name }) => name));
  if (said.size !== files.length) throw new Error('its manifest names a file twice');
  for (const { name } of tables) {
    if (!said.has(places.table(name))) throw new Error(`${places.table(name)} is missing`);
  }
  const known = new Set(tables.map(({ name }) => places.table(name)));
  for (const { name } of files) {
    if (!zip.names.has(name)) throw new Error(`${name} is missing`);
    if (!known.has(name) && !name.startsWith('pictures/')) throw new Error(`${name} does not belong there`);
  }
  for (const name of zip.names) {
    const isOurs = name.startsWith('tables/') || name.startsWith('pictures/');
    if (isOurs && !said.has(name)) throw new Error(`${name} does not belong there`);
  }
}

/**
 * What no application would have written, though each table by itself takes it: a shop without a log (whoever made it
 * left out what was done in it), or one that says its hours by a clock which nobody has.
 */
function requireShop(shop: EmptyShop, manifest: CsvManifest): void {
  const rowsOf = (table: string): number | null =>
    manifest.files.find(({ name }) => name === places.table(table))?.rows ?? null;
  if (rowsOf('shop') === 0) throw new Error('no shop was opened in it');
  if (rowsOf('auditEntries') === 0) throw new Error('its log is missing');
  if (rowsOf('staff') === 0) throw new Error('nobody works in it');
  const timeZone = shop.ask('SELECT timeZone FROM shop');
  if (!isTimeZone(timeZone)) throw new Error('its shop has a time zone that is not known');
}

function partNamed({ files }: CsvManifest, name: string): CsvManifest['files'][number] {
  const found = files.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is missing`);
  return found;
}

/** Asked for while rows are put in, which waits for nobody; a shop's pictures are small, and none is held twice. */
async function picturesIn(zip: OpenZip, { files }: CsvManifest): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>();
  for (const { name, sha256 } of files.filter((one) => one.name.startsWith('pictures/'))) {
    const bytes = await wholePart(zip, name, mostPicture);
    if (hashOf(bytes) !== sha256) throw new Error(`${name} was changed`);
    pictures.set(name, bytes);
  }
  return pictures;
}

function* rowsIn(path: string, table: WholeTable, pictures: ReadonlyMap<string, Uint8Array>) {
  const bytesOf = (name: string): Uint8Array => {
    const bytes = pictures.get(name);
    if (!bytes) throw new Error(`${name} is missing`);
    return bytes;
  };
  let isHeader = true;
  for (const { cells, flaw, line } of readCsvParts(textOf(path), ',')) {
    if (flaw !== null) throw new Error(`line ${line} of ${table.name} is not CSV`);
    if (isHeader) {
      const names = table.columns.map(({ name }) => name);
      if (JSON.stringify(cells) !== JSON.stringify(names)) throw new Error(`${table.name} has other columns`);
      isHeader = false;
      continue;
    }
    try {
      yield rowFromCells(table, cells, bytesOf);
    } catch (error) {
      throw new Error(
        `line ${line} of ${table.name}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  if (isHeader) throw new Error(`${table.name} has no columns`);
}

/** A file in pieces of text, without its mark. @throws where it is no UTF-8. */
function* textOf(path: string): Generator<string, void, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(1 << 20);
  try {
    for (;;) {
      const read = readSync(file, buffer);
      if (read === 0) break;
      yield decoder.decode(buffer.subarray(0, read), { stream: true });
    }
    yield decoder.decode();
  } finally {
    closeSync(file);
  }
}

function partOf(to: string): string {
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
