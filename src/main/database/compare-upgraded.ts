import BetterSqlite3 from 'better-sqlite3';
import { shopRules } from './checks/shop-rules.ts';
import { setPragmas } from './pragmas.ts';

/** What a migration may never change a figure of: what was sold, paid, given back, moved and noted. */
const kept = [
  ...['orders', 'orderLines', 'orderTaxes', 'orderEvents', 'payments', 'refunds', 'returns', 'returnLines'],
  ...['invoices', 'stockMovements', 'productStock', 'auditEntries', 'customers', 'products'],
];

/**
 * Compares a shop file that was brought to the newest schema with what it was: rows, the sum of every number in them
 * that both know, every entry of the audit log, and rules that held before. Answers a sentence for each difference.
 */
export function compareUpgraded(original: string, upgraded: string): readonly string[] {
  const before = open(original);
  const after = open(upgraded);
  try {
    return [
      ...kept.flatMap((table) => tableDifferences(table, before, after)),
      ...entryDifferences(before, after),
      ...brokenRules(before, after),
    ];
  } finally {
    before.close();
    after.close();
  }
}

function open(path: string): BetterSqlite3.Database {
  const database = new BetterSqlite3(path, { fileMustExist: true, readonly: true, timeout: 2000 });
  setPragmas(database, { trusted_schema: 0, query_only: 1, cell_size_check: 1, mmap_size: 0, temp_store: 2 });
  return database;
}

type Column = { readonly name: string; readonly type: string };

function columnsOf(database: BetterSqlite3.Database, table: string): readonly Column[] {
  return database.prepare('SELECT name, type FROM pragma_table_info(?)').all(table) as Column[];
}

function tableDifferences(
  table: string,
  before: BetterSqlite3.Database,
  after: BetterSqlite3.Database,
): readonly string[] {
  const old = columnsOf(before, table);
  if (old.length === 0) return [];
  const now = new Set(columnsOf(after, table).map(({ name }) => name));
  const shared = old.filter(({ name, type }) => type === 'INTEGER' && now.has(name));
  // Sums of whole numbers, which do not overflow into fractions: a total of them is exact or an error.
  const sums = shared.map(({ name }) => `CAST(ifnull(sum("${name}"), 0) AS TEXT) AS "${name}"`);
  const statement = `SELECT ${['count(*) AS rows', ...sums].join(', ')} FROM "${table}"`;
  const was = before.prepare(statement).get() as Readonly<Record<string, unknown>>;
  if (now.size === 0) return was.rows === 0 ? [] : [`${table} is gone`];
  const is = after.prepare(statement).get() as Readonly<Record<string, unknown>>;
  return Object.keys(was)
    .filter((column) => was[column] !== is[column])
    .map((column) => `${table}: ${column} was ${was[column]} and is ${is[column]}`);
}

/** The chain covers what an entry says; its links are compared one by one. */
function entryDifferences(before: BetterSqlite3.Database, after: BetterSqlite3.Database): readonly string[] {
  if (columnsOf(before, 'auditEntries').length === 0) return [];
  const hasHash = columnsOf(before, 'auditEntries').some(({ name }) => name === 'hash');
  if (!hasHash) return [];
  const links = 'SELECT hash FROM auditEntries ORDER BY id';
  const is = after.prepare(links).pluck().iterate();
  let entry = 0;
  try {
    for (const hash of before.prepare(links).pluck().iterate()) {
      entry += 1;
      if (is.next().value !== hash) return [`entry ${entry} of the log is another`];
    }
    return is.next().done ? [] : ['the log has entries that it had not'];
  } finally {
    is.return?.();
  }
}

/** What was out of balance before in the very same rows is not the upgrade's doing; what is only since then, is. */
function brokenRules(before: BetterSqlite3.Database, after: BetterSqlite3.Database): readonly string[] {
  return shopRules.flatMap(({ what, rows }) => {
    const is = rowsOf(after, rows);
    if (is.length === 0) return [];
    const known = rowsBefore(before, after, rows);
    const fresh = is.filter((row) => {
      const count = known.get(row) ?? 0;
      known.set(row, count - 1);
      return count <= 0;
    });
    return fresh.length > 0 ? [`${fresh.length} × ${what}`] : [];
  });
}

function rowsOf(database: BetterSqlite3.Database, rows: string): readonly string[] {
  return database
    .prepare(rows)
    .raw()
    .all()
    .map((row) => JSON.stringify(row));
}

/**
 * What breaks a rule in the original, and how often each. A table that came later was not there, and so nothing was in
 * it. Where the original has not all the columns that the rule is about, nothing breaks it.
 */
function rowsBefore(
  before: BetterSqlite3.Database,
  after: BetterSqlite3.Database,
  rows: string,
): Map<string, number> {
  const counts = new Map<string, number>();
  const had = new Set(tablesOf(before).map(({ name }) => name));
  const later = tablesOf(after).filter(({ name }) => !had.has(name) && rows.includes(name));
  // Named before the rule, such a table is empty to it.
  const empty = later.map(
    ({ name, columns }) => `"${name}" (${columns}) AS (SELECT ${nothing(columns)} WHERE 0)`,
  );
  const known = empty.length === 0 ? rows : `WITH ${empty.join(', ')} ${rows}`;
  let statement: BetterSqlite3.Statement;
  try {
    statement = before.prepare(known);
  } catch {
    return counts;
  }
  for (const row of statement.raw().all()) {
    const text = JSON.stringify(row);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

type Table = { readonly name: string; readonly columns: string };

function tablesOf(database: BetterSqlite3.Database): readonly Table[] {
  return database
    .prepare(
      `SELECT t.name, group_concat('"' || c.name || '"', ', ') AS columns
       FROM pragma_table_list t, pragma_table_info(t.name) c
       WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' GROUP BY t.name`,
    )
    .all() as Table[];
}

function nothing(columns: string): string {
  return columns
    .split(', ')
    .map(() => 'NULL')
    .join(', ');
}
