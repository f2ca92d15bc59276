import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../../test/support/create-test-app.ts';
import { schemaDump } from '../../../tools/schema.ts';
import { migrate, readMigrations } from './migrate.ts';

type Column = { readonly type: string; readonly nullable: boolean; readonly generated: boolean };
type Tables = Readonly<Record<string, Readonly<Record<string, Column>>>>;

/** The types whose values are numbers; every other name in schema.ts stands for a text or a choice of texts. */
const numbers = new Set(['number', 'Flag', 'Money', 'Quantity', 'Rate', 'CalendarDate']);

/** Reads the tables out of schema.ts itself: types are gone at run time, and a list beside them would drift. */
function writtenTables(): Tables {
  const files = [
    'audit-tables.ts',
    'catalog-tables.ts',
    'customer-tables.ts',
    'history-tables.ts',
    'import-tables.ts',
    'kiosk-tables.ts',
    'order-tables.ts',
    'report-tables.ts',
    'settings-tables.ts',
    'staff-tables.ts',
    'stock-tables.ts',
    'view-tables.ts',
    'schema.ts',
  ];
  const written = files.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  const text = written.replace(/\/\*\*?[\s\S]*?\*\//g, '');
  const shapes = new Map<string, Record<string, Column>>();
  for (const [, name = '', body = ''] of text.matchAll(/export type (\w+) = \{([^}]*)\}/g)) {
    shapes.set(name, columnsOf(body));
  }
  const schema = /export type Schema = \{([\s\S]*?)\n\};/.exec(text)?.[1] ?? '';
  const tables: Record<string, Readonly<Record<string, Column>>> = {};
  for (const [, table = '', shape = ''] of schema.matchAll(/^ {2}(\w+): (\w+|\{[^}]*\});$/gm)) {
    tables[table] = shape.startsWith('{') ? columnsOf(shape.slice(1, -1)) : (shapes.get(shape) ?? {});
  }
  return tables;
}

function columnsOf(body: string): Record<string, Column> {
  const columns: Record<string, Column> = {};
  for (const [, name = '', type = ''] of body.matchAll(/(\w+): ([^;]+)(?:;|$)/g)) {
    const generated = /^Generated<([^>]+)>/.exec(type)?.[1];
    const parts = type.replace(/^Generated<([^>]+)>/, '$1').split('|');
    const kinds = parts.map((part) => part.trim());
    columns[name] = {
      type: storageOf(kinds.find((kind) => kind !== 'null') ?? ''),
      nullable: kinds.includes('null'),
      generated: generated !== undefined,
    };
  }
  return columns;
}

function storageOf(type: string): string {
  if (numbers.has(type)) return 'INTEGER';
  return type === 'Uint8Array' ? 'BLOB' : 'TEXT';
}

type TableInfo = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number };

function migratedTables(): Tables {
  const database = new BetterSqlite3(':memory:');
  migrate(database, readMigrations(migrationsFolder));
  const names = database
    .prepare(
      "SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all() as string[];
  const tables: Record<string, Record<string, Column>> = {};
  for (const name of names) {
    const infos = database.prepare('SELECT * FROM pragma_table_info(?)').all(name) as TableInfo[];
    const keys = infos.filter((info) => info.pk > 0);
    tables[name] = Object.fromEntries(infos.map((info) => [info.name, columnOf(info, keys.length === 1)]));
    // What FTS5 does not list: its row number. Its one column of words is neither typed nor constrained.
    if (infos.every((info) => info.type === '')) {
      tables[name] = { rowid: { type: 'INTEGER', nullable: false, generated: false }, words: text };
    }
  }
  database.close();
  return tables;
}

const text: Column = { type: 'TEXT', nullable: false, generated: false };

function columnOf({ type, notnull, dflt_value, pk }: TableInfo, isOnlyKey: boolean): Column {
  const isRowId = pk === 1 && isOnlyKey && type === 'INTEGER';
  return { type, nullable: notnull === 0 && pk === 0, generated: isRowId || dflt_value !== null };
}

/** Keys that a row brings along instead of being given one. */
const ownKeys = [
  'shopFile.id',
  'shop.id',
  'customerFigures.customerId',
  'productStock.productId',
  'rollups.id',
];

describe('schema.ts', () => {
  const written = writtenTables();
  const migrated = migratedTables();

  it('names every table of the migrated database, and no other', () => {
    expect(Object.keys(written).length).toBeGreaterThan(20);
    expect(Object.keys(written).sort()).toEqual(Object.keys(migrated).sort());
  });

  it.each(Object.keys(migrated))('has the columns of %s in kind, null and default', (table) => {
    const columns = Object.entries(migrated[table] ?? {}).map(([name, column]) => {
      const isOwn = ownKeys.includes(`${table}.${name}`);
      return [name, isOwn ? { ...column, generated: false } : column];
    });
    expect(written[table]).toEqual(Object.fromEntries(columns));
  });
});

describe('the migrated database', () => {
  const database = new BetterSqlite3(':memory:');
  migrate(database, readMigrations(migrationsFolder));

  it('has strict tables only', () => {
    const loose = database
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it('writes its comparison of low stock as queries are read, so that the index is used', () => {
    const plan = database
      .prepare(
        'EXPLAIN QUERY PLAN SELECT productId FROM productStock WHERE tracked = 1 AND onHand - reserved <= reorderLevel',
      )
      .all() as { detail: string }[];
    expect(plan.map((step) => step.detail).join()).toContain('productStockLow');
  });
});

describe('docs/schema.sql', () => {
  it('is what the migrations lead to', () => {
    const written = readFileSync(join(migrationsFolder, '../docs/schema.sql'), 'utf8').replaceAll(
      '\r\n',
      '\n',
    );
    expect(written).toBe(schemaDump(migrationsFolder));
  });
});
