import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { migrate, readMigrations } from '../database/migrate.ts';
import type { WholeTable } from '../database/whole-tables.ts';
import { fieldWords, refusedRow, tableWords } from './csv-fault.ts';

/** Every table of the newest schema with what it says of its rows, as SQLite would name the rule that is broken. */
function rulesOfTables(): { table: WholeTable; rule: string }[] {
  const database = new BetterSqlite3(':memory:');
  migrate(database, readMigrations(migrationsFolder));
  const tables = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'")
    .all() as { name: string; sql: string }[];
  const rules = tables.flatMap(({ name, sql }) => {
    const columns = database
      .prepare('SELECT name, type FROM pragma_table_info(?)')
      .all(name) as WholeTable['columns'][number][];
    return checksIn(sql).map((rule) => ({ table: { name, columns }, rule }));
  });
  database.close();
  return rules;
}

function checksIn(sql: string): string[] {
  return [...sql.matchAll(/CHECK \(/gu)].map(({ index }) => {
    const begin = index + 'CHECK ('.length;
    let depth = 1;
    let end = begin;
    for (; depth > 0; end += 1) depth += sql[end] === '(' ? 1 : sql[end] === ')' ? -1 : 0;
    return sql.slice(begin, end - 1);
  });
}

const refused = (code: string, message: string) => Object.assign(new Error(message), { code });

describe('what a table refuses', () => {
  const rules = rulesOfTables();

  it('is said in words, with the field, whatever rule of whatever table it is', () => {
    expect(rules.length).toBeGreaterThan(180);
    for (const { table, rule } of rules) {
      const words = refusedRow(table, refused('SQLITE_CONSTRAINT_CHECK', `CHECK constraint failed: ${rule}`));
      expect(words, rule).toMatch(/^“.+”.+\.$/u);
      expect(words, rule).not.toMatch(/\b(?!SKU)[A-Z]{2,}|[<>=()_]|\b(?:null|length|json|constraint)\b/u);
    }
  });

  it('is what it says: a real file breaks them by the same names', () => {
    const database = new BetterSqlite3(':memory:');
    database.exec(
      `CREATE TABLE payments (amount INTEGER NOT NULL CHECK (amount > 0), kind TEXT UNIQUE CHECK (kind IN ('a',
         'b')), net INTEGER, CHECK (amount >= net)) STRICT`,
    );
    const columns = ['amount', 'kind', 'net'].map((name) => ({ name, type: 'TEXT' as const }));
    const wordsOf = (...row: unknown[]) => {
      try {
        database.prepare('INSERT INTO payments VALUES (?, ?, ?)').run(...row);
        return null;
      } catch (error) {
        return refusedRow({ name: 'payments', columns }, error);
      }
    };
    expect(wordsOf(1n, 'a', 0n)).toBeNull();
    expect(wordsOf(0n, 'b', 0n)).toBe('“amount” cannot be less than 1.');
    expect(wordsOf(1n, 'c', 0n)).toBe('“kind” is none of these: a, b.');
    expect(wordsOf(1n, 'b', 2n)).toBe('“amount” and “net” do not fit together.');
    expect(wordsOf(null, 'b', 0n)).toBe('“amount” is empty.');
    expect(wordsOf(1n, 'a', 0n)).toBe('“kind” may stand there only once, and an earlier line has the same.');
    expect(wordsOf(1n, 'b', 'x')).toBe('It holds what Orderlla does not keep there.');
    database.close();
  });

  it('is nobody’s rule where the disk is full', () => {
    expect(refusedRow({ name: 'shop', columns: [] }, refused('SQLITE_FULL', 'disk is full'))).toBeNull();
  });

  it('names tables and fields as people do', () => {
    expect(['products', 'shop', 'digests'].map(tableWords)).toEqual([
      'Products',
      'Shop and settings',
      'What Orderlla keeps for itself',
    ]);
    expect(['price', 'discountRate', 'categoryId', 'id'].map(fieldWords)).toEqual([
      'price',
      'discount rate',
      'category',
      'number',
    ]);
  });
});
