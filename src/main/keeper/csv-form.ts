import { z } from 'zod';
import type { Cell, WholeTable } from '../database/whole-tables.ts';
import { type ExactCell, readExact, writeExact } from '../features/csv/exact-cell.ts';
import { readGuarded } from '../features/csv/formula-guard.ts';
import { faultWords, fieldWords } from './csv-fault.ts';

/** Where things stand in the zip of a CSV backup. */
export const places = {
  manifest: 'manifest.json',
  words: 'README.md',
  table: (name: string) => `tables/${name}.csv`,
  readable: (name: string) => `readable/${name}.csv`,
  picture: (id: bigint, ending: string) => `pictures/${id}.${ending}`,
} as const;

/** Names that may be in it, and nothing else: no name of it ever becomes a path. */
export const allowedName =
  /^(?:manifest\.json|README\.md|(?:tables|readable)\/[A-Za-z-]{1,40}\.csv|pictures\/\d{1,15}\.(?:png|jpg|webp|bin))$/u;

const part = z.strictObject({
  name: z.string(),
  /** Of a table; null for a picture. */
  rows: z.number().int().min(0).nullable(),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a CSV backup says of itself. */
export const csvManifest = z.strictObject({
  format: z.literal('orderlla-csv-1'),
  /** The number of the schema of its tables. */
  schema: z.number().int().min(1),
  app: z.string(),
  shop: z.string(),
  /** Milliseconds UTC. */
  madeAt: z.number().int(),
  files: z.array(part),
});
export type CsvManifest = z.output<typeof csvManifest>;

/** A row of a table as cells of text; a picture's bytes are a file of their own, which the cell names. */
export function rowOfCells(row: readonly Cell[]): string[] {
  return row.map((cell) => {
    if (cell instanceof Uint8Array) return writeExact(places.picture(BigInt(String(row[0])), endingOf(cell)));
    return writeExact(cell === null ? null : String(cell));
  });
}

/** Beyond it the application would read another number than the one that is written. */
const most = BigInt(Number.MAX_SAFE_INTEGER);
const wholeNumber = /^-?(?:0|[1-9]\d{0,18})$/u;

/**
 * The row behind cells of text. `bytesOf` gives the bytes of a picture by the name of its file.
 * @throws Error with a sentence where a cell is not what its column holds.
 */
export function rowFromCells(
  table: WholeTable,
  cells: readonly string[],
  bytesOf: (name: string) => Uint8Array,
): Cell[] {
  const columns = table.columns.length;
  if (cells.length !== columns) throw new Error(faultWords('cells', { count: cells.length, columns }));
  return table.columns.map(({ name, type }, index) => {
    const field = fieldWords(name);
    const cell = exactOf(cells[index] ?? '', field);
    if (cell === null || type === 'TEXT') return cell;
    if (type === 'BLOB') return bytesOf(cell);
    if (!wholeNumber.test(cell)) throw new Error(faultWords('whole-number', { field }));
    const whole = BigInt(cell);
    if (whole > most || whole < -most) throw new Error(faultWords('too-large', { field }));
    return whole;
  });
}

function exactOf(cell: string, field: string): ExactCell {
  try {
    return readExact(readGuarded(cell));
  } catch {
    throw new Error(faultWords('not-ours', { field }));
  }
}

/** The ending of a picture's file, by its first bytes. */
export function endingOf(bytes: Uint8Array): 'png' | 'jpg' | 'webp' | 'bin' {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpg';
  return bytes[0] === 0x52 && bytes[8] === 0x57 ? 'webp' : 'bin';
}
