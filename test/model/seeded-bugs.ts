import type { Statement } from 'better-sqlite3';
import type { WriteDb } from '../../src/main/database/connection.ts';
import type { ShopFile } from '../../src/main/database/open-shop-file.ts';
import { compile } from '../../src/main/database/query.ts';
import { bugs, rewrites } from './bugs.ts';
import { type WriteStatement, writeStatement } from './write-statement.ts';

/** The values of a write by column, as far as they are one value each. */
export type Written = Readonly<Record<string, unknown>>;

/** What a bug makes of a write: other values, the write once more with others, or none at all (so many rows changed). */
export type Spoilt = {
  readonly change?: Written;
  readonly again?: Written;
  readonly skip?: 0 | 1;
};

export type Bug = (write: WriteStatement & { readonly values: Written }) => Spoilt | null;

type Run = (...values: unknown[]) => { readonly changes: number; readonly lastInsertRowid: number | bigint };

function spoiled(bug: Bug, sql: string, run: Run): Run {
  const write = writeStatement(sql);
  const withValues = (values: readonly unknown[], change: Written): unknown[] => {
    const changed = [...values];
    for (const [column, value] of Object.entries(change)) {
      const place = write.places.get(column);
      if (place !== undefined) changed[place] = value;
    }
    return changed;
  };
  return (...values) => {
    const byColumn = Object.fromEntries([...write.places].map(([column, place]) => [column, values[place]]));
    const spoilt = bug({ ...write, values: byColumn });
    if (spoilt === null) return run(...values);
    if (spoilt.skip !== undefined) return { changes: spoilt.skip, lastInsertRowid: 1 };
    const result = run(...withValues(values, spoilt.change ?? {}));
    if (spoilt.again) run(...withValues(values, spoilt.again));
    return result;
  };
}

/** Puts a bug between the application and its shop file. */
export function withBug(name: string): (file: ShopFile) => ShopFile {
  const bug = bugs[name]?.() ?? (() => null);
  const rewrite = rewrites[name] ?? ((sql: string) => sql);
  const wrap = (db: WriteDb): WriteDb => {
    const statement = (sql: string): Statement => {
      const kept = db.statement(rewrite(sql)) as Statement;
      const run = spoiled(bug, rewrite(sql), (...values) => kept.run(...values));
      return new Proxy(kept, {
        get(target, property): unknown {
          if (property === 'run') return run;
          const value: unknown = Reflect.get(target, property);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    };
    return {
      ...db,
      statement: statement as WriteDb['statement'],
      run(built) {
        const { sql, parameters } = compile(built);
        const { changes, lastInsertRowid } = statement(sql).run(...parameters);
        return { changes, lastId: Number(lastInsertRowid) };
      },
    };
  };
  return (file) => ({
    ...file,
    transaction: (work) => file.transaction((db) => work(wrap(db))),
    longTransaction: (work, onStep, signal) => file.longTransaction((db) => work(wrap(db)), onStep, signal),
  });
}
