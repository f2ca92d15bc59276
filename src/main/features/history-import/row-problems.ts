import { sql } from 'kysely';
import type { HistorySlot } from '../../../shared/contract/history-choices.ts';
import type { historyImportText } from '../../../shared/text/en/history-import.ts';
import type { WriteDb } from '../../database/connection.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { historyLimits } from './history-limits.ts';

type CodeOf<Key> = Key extends `history-import.problem.${infer Code}` ? Code : never;

/** Names a sentence about a row: a text key without its `history-import.problem.`. */
export type HistoryProblemCode = CodeOf<keyof typeof historyImportText>;

export type HistoryProblem = {
  readonly line: number;
  readonly column?: string | undefined;
  readonly code: HistoryProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The row, or its whole order, is left out. */
  readonly isError: boolean;
  readonly cells?: readonly string[];
};

type Row = {
  slot: string;
  line: number;
  column: string | null;
  code: string;
  params: string;
  isError: 0 | 1;
  cells: string;
};

const insertProblem = preparedWrite<Row>(
  (
    slot,
  ) => sql`INSERT INTO problems (slot, line, column, code, params, isError, cells) VALUES (${slot('slot')},
    ${slot('line')}, ${slot('column')}, ${slot('code')}, ${slot('params')}, ${slot('isError')}, ${slot('cells')})`,
);

/** Keeps what is wrong with rows in the staging, the rows beside it; beyond a limit they are only counted. */
export class RowProblems {
  readonly #db: WriteDb;
  readonly #slot: HistorySlot;
  /** Problems that left a row out, and all of them. */
  errors = 0;
  count = 0;

  constructor(db: WriteDb, slot: HistorySlot) {
    this.#db = db;
    this.#slot = slot;
  }

  add({ line, column, code, params = {}, isError, cells = [] }: HistoryProblem): void {
    this.count += 1;
    if (isError) this.errors += 1;
    if (this.count > historyLimits.problems) return;
    insertProblem.run(this.#db, {
      ...{ slot: this.#slot, line, code, isError: isError ? 1 : 0 },
      column: column ?? null,
      params: JSON.stringify(params),
      cells: JSON.stringify(cells.map((cell) => cell.slice(0, historyLimits.cell).toWellFormed())),
    });
  }
}
