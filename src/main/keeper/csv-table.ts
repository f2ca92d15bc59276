import type { Progress } from '../app/context.ts';
import type { Cell, WholeTable } from '../database/whole-tables.ts';
import { rowOfCells } from './csv-form.ts';

/** The names of a table's columns, then its rows as cells of text. */
export function* tableRows(table: WholeTable, rows: Iterable<readonly Cell[]>): Generator<readonly string[]> {
  yield table.columns.map(({ name }) => name);
  for (const row of rows) yield rowOfCells(row);
}

/** Tells how far it is as rows pass; several tables share one `progress`. */
export function countingRows(
  progress: { done: number; total: number },
  onProgress: (progress: Progress) => void,
) {
  return function* <T>(rows: Iterable<T>): Generator<T> {
    for (const row of rows) {
      progress.done += 1;
      if (progress.done % 500 === 0) onProgress({ ...progress });
      yield row;
    }
  };
}

export function* bytesOf(pieces: Iterable<string>): Generator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}
