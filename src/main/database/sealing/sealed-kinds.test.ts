import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../../test/support/create-test-app.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { orderTables, paperTables, sealedKinds, unsealed } from './sealed-kinds.ts';

function tables(): readonly string[] {
  const database = new BetterSqlite3(':memory:');
  migrate(database, readMigrations(migrationsFolder));
  const names = database
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all();
  database.close();
  return names;
}

describe('the tables of the shop file', () => {
  const sealed = [...sealedKinds, ...orderTables].map(({ table }) => table);

  it('stand each under a seal, or not for a reason that is written down', () => {
    expect([...new Set([...sealed, ...Object.keys(unsealed)])].sort()).toEqual([...tables()].sort());
    expect(sealed.filter((table) => table in unsealed)).toEqual([]);
  });

  it('have numbers and names of their own', () => {
    expect(new Set(sealedKinds.map(({ no }) => no)).size).toBe(sealedKinds.length);
    expect(new Set(sealedKinds.map(({ kind }) => kind)).size).toBe(sealedKinds.length);
  });

  it('name as papers what the ledger knows as sources', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, readMigrations(migrationsFolder));
    const ledger = database
      .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'stockMovements'")
      .pluck()
      .get();
    const sources = /sourceType IN \(([^)]*)\)/.exec(ledger ?? '')?.[1]?.match(/[a-z]+/g) ?? [];
    expect(sources.toSorted()).toEqual(
      ['order', ...paperTables.map(({ sourceType }) => sourceType)].toSorted(),
    );
    database.close();
  });
});
