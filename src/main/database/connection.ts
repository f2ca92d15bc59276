import type BetterSqlite3 from 'better-sqlite3';
import { type CalendarDate, dayOfWeek, localParts } from '../../shared/domain/calendar.ts';
import { compile, type Readable, type Runnable } from './query.ts';

export type RunResult = { readonly changes: number; readonly lastId: number };

/** A handle that reads: what a query's handler gets. Its connection is opened read-only as well. */
export type ReadDb = {
  /** Every row of a read. */
  all<R>(built: Readable<R>): R[];
  /** The first row of a read, or undefined. */
  get<R>(built: Readable<R>): R | undefined;
  /** The statement kept for a SQL text; for `prepared` only. */
  statement(sql: string): BetterSqlite3.Statement<unknown[], unknown>;
};

/** The handle of one open transaction: what a command's handler gets. */
export type WriteDb = ReadDb & {
  /** Runs a write. */
  run(built: Runnable<unknown>): RunResult;
  readonly writes: true;
};

/** Statements kept per connection; what is not used for long falls out, so that ad-hoc SQL cannot pile up. */
const keptStatements = 400;

/** Takes what was thrown by a statement; answers what is to be thrown on. */
export type FaultHearer = (thrown: unknown) => unknown;

class StatementCache {
  readonly #database: BetterSqlite3.Database;
  readonly #hear: FaultHearer | null;
  readonly #statements = new Map<string, BetterSqlite3.Statement<unknown[], unknown>>();

  constructor(database: BetterSqlite3.Database, hear: FaultHearer | null) {
    this.#database = database;
    this.#hear = hear;
  }

  get(sql: string): BetterSqlite3.Statement<unknown[], unknown> {
    const kept = this.#statements.get(sql);
    if (kept) {
      // Last in, last out: a map keeps the order in which its keys came.
      this.#statements.delete(sql);
      this.#statements.set(sql, kept);
      return kept;
    }
    const made = this.#prepare(sql);
    if (this.#statements.size >= keptStatements) {
      const oldest = this.#statements.keys().next();
      if (!oldest.done) this.#statements.delete(oldest.value);
    }
    this.#statements.set(sql, made);
    return made;
  }

  #prepare(sql: string): BetterSqlite3.Statement<unknown[], unknown> {
    const hear = this.#hear;
    if (hear === null) return this.#database.prepare<unknown[], unknown>(sql);
    const heard = <A extends unknown[], R>(work: (...given: A) => R) => {
      return (...given: A): R => {
        try {
          return work(...given);
        } catch (thrown) {
          throw hear(thrown);
        }
      };
    };
    // The schema is read for it, which may fail as well.
    const made = heard(() => this.#database.prepare<unknown[], unknown>(sql))();
    const plain = { all: made.all.bind(made), get: made.get.bind(made), run: made.run.bind(made) };
    return Object.assign(made, { all: heard(plain.all), get: heard(plain.get), run: heard(plain.run) });
  }
}

/** "7-11" for a Sunday (of the business date), 11 o'clock by the zone's clock: what SQL cannot tell by itself. */
function weekdayHour(date: unknown, instantMs: unknown, timeZone: unknown): string {
  const { hour } = localParts(Number(instantMs), String(timeZone));
  return `${dayOfWeek(Number(date) as CalendarDate)}-${hour}`;
}

/** Wraps a connection. Only `main/database` ever sees the raw one. `hear` is told of whatever its statements throw. */
export function createDb(database: BetterSqlite3.Database, hear: FaultHearer | null = null): WriteDb {
  database.function('weekdayHour', { deterministic: true }, weekdayHour);
  const cache = new StatementCache(database, hear);
  return {
    writes: true,
    all<R>(built: Readable<R>) {
      const compiled = compile(built);
      return cache.get(compiled.sql).all(...compiled.parameters) as R[];
    },
    get<R>(built: Readable<R>) {
      const compiled = compile(built);
      return cache.get(compiled.sql).get(...compiled.parameters) as R | undefined;
    },
    run(built) {
      const compiled = compile(built);
      const result = cache.get(compiled.sql).run(...compiled.parameters);
      return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
    },
    statement: (sql) => cache.get(sql),
  };
}
