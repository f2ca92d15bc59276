import type BetterSqlite3 from 'better-sqlite3';
import type { FaultHearer } from './connection.ts';

/** The connection that writes, and how a transaction of it ends. */
export type Writing = {
  readonly writer: BetterSqlite3.Database;
  /** @throws ShopFileError where nothing may be begun. */
  begin(): void;
  commit(): void;
  rollback(): void;
  readonly hear: FaultHearer;
};

/** Runs `work` in one transaction. @throws whatever it throws, after the rollback. */
export function runTransaction<T>(writing: Writing, work: () => T): T {
  begin(writing);
  try {
    const result = work();
    if (result instanceof Promise) throw new Error('A command must be synchronous');
    writing.commit();
    return result;
  } catch (error) {
    throw rolledBack(writing, error);
  }
}

/** Runs long work step by step in one transaction, a turn of the event loop between two. @throws as `runTransaction`. */
export async function runLongTransaction<T>(
  writing: Writing,
  work: () => Generator<unknown, T>,
  onStep: (step: unknown) => void,
  signal: AbortSignal,
): Promise<T> {
  begin(writing);
  try {
    const steps = work();
    for (;;) {
      signal.throwIfAborted();
      const step = steps.next();
      if (step.done) {
        writing.commit();
        return step.value;
      }
      onStep(step.value);
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    throw rolledBack(writing, error);
  }
}

function begin({ begin: check, writer, hear }: Writing): void {
  check();
  try {
    writer.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw hear(error);
  }
}

/** What stopped it is what is to be known; a file that cannot even be rolled back rolls back when it is opened again. */
function rolledBack({ rollback, hear }: Writing, error: unknown): unknown {
  const told = hear(error);
  try {
    rollback();
  } catch (again) {
    hear(again);
  }
  return told;
}
