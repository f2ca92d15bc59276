import type { ReadDb, RunResult, WriteDb } from './connection.ts';
import { compile, type Readable, type Runnable } from './query.ts';

class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** Stands for a value that comes when the statement is run: `slot('orderId')`. */
export type SlotOf<P> = <K extends keyof P & string>(name: K) => P[K];

type Bound<P> = { readonly sql: string; values(params: P): unknown[] };

function bind<P>(build: (slot: SlotOf<P>) => Runnable<unknown>): () => Bound<P> {
  let bound: Bound<P> | undefined;
  return () => {
    if (bound) return bound;
    const slot = ((name: string) => new Slot(name)) as unknown as SlotOf<P>;
    const compiled = compile(build(slot));
    const readers = compiled.parameters.map((value) =>
      value instanceof Slot ? (params: P) => params[value.name as keyof P] : () => value,
    );
    bound = { sql: compiled.sql, values: (params) => readers.map((read) => read(params)) };
    return bound;
  };
}

/** A read whose SQL is built once and whose statement is kept. */
export type PreparedRead<P, R> = {
  all(db: ReadDb, params: P): R[];
  get(db: ReadDb, params: P): R | undefined;
};

/** A write whose SQL is built once and whose statement is kept. */
export type PreparedWrite<P> = { run(db: WriteDb, params: P): RunResult };

/**
 * Builds a read once, for what runs often: the typed layer then costs next to nothing beside raw SQLite
 * (docs/performance.md). `slot('name')` marks the values given at each run.
 */
export function preparedRead<P, R>(build: (slot: SlotOf<P>) => Readable<R>): PreparedRead<P, R> {
  const bound = bind<P>(build);
  return {
    all: (db, params) => db.statement(bound().sql).all(...bound().values(params)) as R[],
    get: (db, params) => db.statement(bound().sql).get(...bound().values(params)) as R | undefined,
  };
}

/** Builds a write once, for what runs often. */
export function preparedWrite<P>(build: (slot: SlotOf<P>) => Runnable<unknown>): PreparedWrite<P> {
  const bound = bind<P>(build);
  return {
    run(db, params) {
      const result = db.statement(bound().sql).run(...bound().values(params));
      return { changes: result.changes, lastId: Number(result.lastInsertRowid) };
    },
  };
}
