import type BetterSqlite3 from 'better-sqlite3';
import { danglingRows, type ReferenceTo } from './salvage-dangling.ts';
import type { IndexEntries, IndexEntry } from './salvage-entries.ts';
import { quoted } from './salvage-insert.ts';

/** What rows are called, or say, that are made up for lost ones. */
export type StandInWords = {
  readonly product: (id: number) => string;
  readonly customer: (id: number) => string;
  readonly person: (id: number) => string;
  readonly tender: (id: number) => string;
  readonly taxClass: (id: number) => string;
  /** The name of a file that was imported. */
  readonly file: string;
  /** The note of an order, a return or an adjustment of stock that was put together again. */
  readonly note: string;
  /** Where an order is to be delivered, its address being lost. */
  readonly address: string;
};

type Made = {
  readonly database: BetterSqlite3.Database;
  readonly words: StandInWords;
  readonly id: number;
  /** What the indices of the table still hold of the row. */
  readonly entry: IndexEntry;
  /** The newest instant that is known. */
  readonly at: number;
};

type Row = Readonly<Record<string, unknown>>;

/** By table: the row that stands for one that is lost. Columns of the first schema, so that it fits into any. */
const makers: Readonly<Record<string, (made: Made) => Row>> = {
  products: productFor,
  customers: customerFor,
  staff: ({ words, id, at }) => ({
    ...{ name: words.person(id), role: 'viewer', colour: 0, createdAt: at, disabledAt: at },
  }),
  tenders: ({ words, id, at, entry }) => ({
    ...{ name: entry.name ?? words.tender(id), kind: 'other', asksReference: 0, position: 1000 + id },
    archivedAt: at,
  }),
  taxClasses: ({ words, id, entry }) => ({
    ...{ name: entry.name ?? words.taxClass(id), position: 1000 + id, isDefault: 0 },
  }),
  imports: ({ words, at }) => ({
    ...{ fileName: words.file, format: '', at, created: 0, changed: 0, unchanged: 0, refused: 0 },
  }),
};

/**
 * Makes up rows for lost ones that others belong to, so that no order, payment or movement goes with them. They can be
 * told by their names, and can be sold, chosen or signed in with by nobody. Answers how many were made.
 */
export function makeStandIns(
  database: BetterSqlite3.Database,
  references: readonly ReferenceTo[],
  { entries, words }: { readonly entries: IndexEntries; readonly words: StandInWords },
): number {
  const at = newestInstant(database);
  const wanted = references.filter(({ parent, columns }) => makers[parent] && columns.length === 1);
  let count = 0;
  // What is made may belong to something lost itself.
  for (let made = 1; made > 0; ) {
    made = 0;
    for (const reference of wanted) {
      const [column] = reference.columns;
      if (!column) continue;
      const ids = database
        .prepare(`SELECT DISTINCT ${quoted(column.from)} FROM ${danglingRows(reference)}`)
        .pluck()
        .all() as number[];
      for (const id of ids) {
        const entry = entries.of(reference.parent).get(id) ?? {};
        const row = makers[reference.parent]?.({ database, words, id, entry, at }) ?? {};
        made += put(database, reference.parent, { id, ...row });
      }
    }
    count += made;
  }
  return count;
}

/** A name or a number that somebody else has already gives way. */
function put(database: BetterSqlite3.Database, table: string, row: Row): number {
  const names = Object.keys(row);
  const insert = (values: Row) =>
    database
      .prepare(
        `INSERT OR IGNORE INTO ${quoted(table)} (${names.map(quoted).join(', ')})
         VALUES (${names.map(() => '?').join(', ')})`,
      )
      .run(...names.map((name) => values[name])).changes;
  return insert(row) || insert({ ...row, sku: null, name: `${String(row.name)} (${String(row.id)})` });
}

/** From what its indices hold, and from the newest order that it is in. */
function productFor({ database, words, id, entry, at }: Made): Row {
  const sold = database
    .prepare(
      'SELECT name, sku, unit, listPrice FROM orderLines WHERE productId = ? ORDER BY orderId DESC LIMIT 1',
    )
    .get(id) as { name: string; sku: string | null; unit: string; listPrice: number } | undefined;
  const isParent = database.prepare('SELECT 1 FROM products WHERE parentId = ?').get(id) !== undefined;
  const parentId = isParent ? null : (entry.parentId ?? null);
  const first = database
    .prepare('SELECT id FROM taxClasses ORDER BY isDefault DESC, id LIMIT 1')
    .pluck()
    .get();
  return {
    kind: isParent ? 'parent' : parentId === null ? 'single' : 'variant',
    parentId,
    name: entry.name ?? sold?.name ?? words.product(id),
    sku: entry.sku ?? sold?.sku ?? null,
    description: '',
    categoryId: entry.categoryId ?? null,
    taxClassId: entry.taxClassId ?? first ?? 1,
    price: entry.price ?? Math.max(0, sold?.listPrice ?? 0),
    unit: sold?.unit ?? 'piece',
    createdAt: entry.createdAt ?? at,
    // Nobody sells it before somebody looked at it.
    archivedAt: at,
  };
}

function customerFor({ database, words, id, entry, at }: Made): Row {
  const ordered = database
    .prepare(
      `SELECT customerName AS name, deliveryPhone AS phone, deliveryAddress AS address FROM orders
       WHERE customerId = ? ORDER BY deliveryAddress IS NULL, id DESC LIMIT 1`,
    )
    .get(id) as { name: string | null; phone: string | null; address: string | null } | undefined;
  return {
    name: entry.name ?? (ordered?.name || words.customer(id)),
    phone: ordered?.phone ?? '',
    email: '',
    address: ordered?.address ?? '',
    note: words.note,
    createdAt: entry.createdAt ?? at,
  };
}

/** Nothing here knows what time it is, and what is made up is not older than what was read. */
export function newestInstant(database: BetterSqlite3.Database): number {
  const newest = database
    .prepare(
      `SELECT max(at) FROM (SELECT max(at) AS at FROM auditEntries
         UNION ALL SELECT max(placedAt) FROM orders UNION ALL SELECT max(at) FROM orderEvents)`,
    )
    .pluck()
    .get();
  return typeof newest === 'number' ? newest : 0;
}
