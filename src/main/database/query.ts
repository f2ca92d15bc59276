import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Schema } from './schema.ts';

class BuildOnlyDriver extends DummyDriver {
  override acquireConnection(): never {
    throw new Error(
      'This handle only builds SQL. Run it with db.all(query), db.get(query) or db.run(query).',
    );
  }
}

/**
 * Builds typed SQL and runs nothing. better-sqlite3 is synchronous, so a query is built here and run by the
 * `db` that the door hands to a handler: a whole transaction is one synchronous function, and nothing can come
 * between (docs/decisions/0002-synchronous-handlers.md).
 */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new BuildOnlyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A read: what `query.selectFrom(…)` builds, or a `sql` template. */
export type Readable<R> =
  | { readonly isSelectQueryBuilder: true; compile(): CompiledQuery<R> }
  | RawBuilder<R>;

/** Anything that can be built, writes included. */
export type Runnable<R> = { compile(): CompiledQuery<R> } | RawBuilder<R>;

/** The SQL text and its values. */
export function compile<R>(built: Runnable<R>): CompiledQuery<R> {
  return (built as RawBuilder<R>).compile(query);
}
