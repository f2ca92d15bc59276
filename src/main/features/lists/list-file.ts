import { Buffer } from 'node:buffer';
import { setImmediate } from 'node:timers';
import { AppError } from '../../../shared/contract/errors.ts';
import type { TaskContext } from '../../app/context.ts';
import { writeCsv } from '../csv/write-csv.ts';

/** A list as it goes into a file: its head, how many rows are expected, and the rows page by page. */
export type ListFile = {
  readonly head: readonly string[];
  /** Rows of the list; where each has several lines in the file, fewer than it will have. */
  readonly total: number;
  /** Pages of rows; `listed` is how many rows of the list a page stands for. */
  readonly pages: Iterable<{ readonly rows: readonly (readonly string[])[]; readonly listed: number }>;
};

/** How many rows were written; rises while the pieces are taken. */
export type Written = { rows: number };

/**
 * The file's bytes, a page at a time: no more than that is held, each page is read in a moment of its own, and
 * between two the till goes on. Tells how far it is. @throws AppError `cancelled` when the task is stopped.
 */
export async function* listPieces(
  { signal, progress }: Pick<TaskContext, 'signal' | 'progress'>,
  { head, total, pages }: ListFile,
  written: Written,
): AsyncGenerator<Uint8Array> {
  yield* encoded([head], true);
  let done = 0;
  for (const { rows, listed } of pages) {
    if (signal.aborted) throw new AppError('cancelled');
    yield* encoded(rows, false);
    written.rows += rows.length;
    done += listed;
    progress({ done: Math.min(done, total), total });
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  if (signal.aborted) throw new AppError('cancelled');
}

function* encoded(rows: Iterable<readonly string[]>, mark: boolean): Generator<Uint8Array> {
  for (const chunk of writeCsv(rows, { mark })) yield Buffer.from(chunk, 'utf8');
}
