import { type RawBuilder, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import { categoryTree } from '../../../shared/domain/category-tree.ts';
import type { ReadDb } from '../../database/connection.ts';
import { categoryRecords } from './category-record.ts';
import { keyCursor } from './key-cursor.ts';
import { ownCategory, type TableScope, tableSource } from './table-scope.ts';

type TableOrder = Pick<Parsed<'catalog.table'>, 'sort' | 'descending'>;

/** How the table is ordered: which index is walked, what is joined, and the keys before the product's id. */
type Ordering = {
  readonly index: string;
  readonly join: RawBuilder<unknown>;
  readonly keys: readonly RawBuilder<unknown>[];
  /** The first key is a figure that changes while somebody pages: the cursor carries it. */
  readonly isFigure: boolean;
  /** That figure, or nothing. */
  readonly figure: RawBuilder<unknown>;
};

type Row = { readonly id: number; readonly figure: number };

/** Beyond any quantity; what is not counted stands last in either direction. */
const beyondStock = 4_000_000_000_000_000;

const none = sql``;

function orderingOf(db: ReadDb, { sort, descending }: TableOrder): Ordering {
  const plain = { join: none, isFigure: false, figure: sql`0` };
  const byName = sql`p.name COLLATE NOCASE`;
  switch (sort) {
    case 'name':
      return { ...plain, index: 'productsTableName', keys: [byName] };
    case 'sku':
      return { ...plain, index: 'productsTableSku', keys: [sql`ifnull(p.sku, '') COLLATE NOCASE`] };
    case 'price':
      return {
        join: none,
        index: 'productsTablePrice',
        keys: [sql`p.price`],
        isFigure: true,
        figure: sql`p.price`,
      };
    case 'created':
      return { ...plain, index: 'productsTableCreated', keys: [sql`p.createdAt`] };
    case 'available': {
      const uncounted = sql.lit(descending ? -beyondStock : beyondStock);
      const figure = sql`iif(s.tracked = 1, s.onHand - s.reserved, ${uncounted})`;
      const join = sql`LEFT JOIN productStock AS s ON s.productId = p.id`;
      return { index: 'productsTableName', join, keys: [figure], isFigure: true, figure };
    }
    case 'category': {
      const order = JSON.stringify(categoryTree(categoryRecords(db)).map(({ id }) => id));
      // Gathered once with a key of its own: asked of the text for each product it would take seconds.
      const places = sql`SELECT value AS id, key AS rank FROM json_each(${order}) GROUP BY value`;
      const join = sql`LEFT JOIN (${places}) AS place ON place.id = ${ownCategory}`;
      const keys = [sql`ifnull(place.rank, 1000000)`, byName];
      return { ...plain, index: 'productsTableName', join, keys };
    }
  }
}

type PageOptions = TableOrder & { readonly cursor: string | null; readonly limit: number };

/**
 * Ids of the next products of the table. Keyset in every order: the page begins after the last one's keys, and no
 * page costs more for being deep. Prices, names and dates are walked in their index; what is available and where
 * categories stand is put in order at each page, because an index of it would cost every sale.
 * @throws AppError `invalid-input` for a cursor of another order.
 */
export function tablePage(
  db: ReadDb,
  scope: TableScope,
  options: PageOptions,
): { readonly ids: readonly number[]; readonly next: string | null } {
  const { sort, descending, limit } = options;
  const cursor = keyCursor(`table-${sort}-${descending ? 'down' : 'up'}`, ['id', 'figure']);
  const after = cursor.decode(options.cursor);
  const statements = pageStatements(db, scope, options, after);
  const rows: Row[] = [];
  for (const statement of statements) if (rows.length <= limit) rows.push(...db.all(statement));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? cursor.encode(last) : null;
  return { ids: page.map(({ id }) => id), next };
}

/**
 * The statements of one page, one row longer than asked for: each is only asked where those before it found too little.
 * In an index the products that share the last one's key come first: a price or a date may be that of a whole shop, and
 * a comparison of pairs would read all of them at each page.
 */
export function pageStatements(
  db: ReadDb,
  scope: TableScope,
  options: TableOrder & { readonly limit: number },
  after: Row | null,
): readonly RawBuilder<Row>[] {
  const ordering = orderingOf(db, options);
  const page = (rule: RawBuilder<unknown>, keys = ordering.keys): RawBuilder<Row> =>
    pageStatement(db, scope, { ...options, ordering: { ...ordering, keys } }, rule);
  if (after === null) return [page(none)];
  const { keys, join, isFigure } = ordering;
  const values = isFigure ? [after.figure] : valuesAt(db, ordering, after.id);
  const beyond = options.descending ? sql`<` : sql`>`;
  const atOrBeyond = options.descending ? sql`<=` : sql`>=`;
  if (join === none && keys.length === 1) {
    const same = sql`AND ${keys[0]} = ${values[0]} AND p.id ${beyond} ${after.id}`;
    return [page(same, []), page(sql`AND ${keys[0]} ${beyond} ${values[0]}`)];
  }
  const all = sql`(${sql.join([...keys, sql`p.id`])}) ${beyond} (${sql.join([...values, after.id])})`;
  return [page(sql`AND ${keys[0]} ${atOrBeyond} ${values[0]} AND ${all}`)];
}

type PageParts = {
  readonly ordering: Ordering;
  readonly descending: boolean;
  readonly limit: number;
};

function pageStatement(
  db: ReadDb,
  scope: TableScope,
  { ordering, descending, limit }: PageParts,
  rule: RawBuilder<unknown>,
): RawBuilder<Row> {
  const { index, join, keys, figure } = ordering;
  const { from, where } = tableSource(db, scope);
  const direction = descending ? sql`DESC` : sql`ASC`;
  const order = [...keys, sql`p.id`].map((key) => sql`${key} ${direction}`);
  return sql<Row>`
    SELECT p.id, ${figure} AS figure FROM ${from(index)} ${join}
    WHERE ${where} ${rule} ORDER BY ${sql.join(order)} LIMIT ${limit + 1}`;
}

/** The keys of the product that a page ended with, as they are now. */
function valuesAt(db: ReadDb, { keys, join }: Ordering, id: number): readonly unknown[] {
  const columns = keys.map((key, index) => sql`${key} AS ${sql.ref(`key${index}`)}`);
  const row = db.get(
    sql<Record<string, unknown>>`SELECT ${sql.join(columns)} FROM products AS p ${join} WHERE p.id = ${id}`,
  );
  return keys.map((_key, index) => row?.[`key${index}`] ?? '');
}

/** How many products are in scope, counted in one index. */
export function countTable(
  db: ReadDb,
  scope: TableScope,
): { readonly count: number; readonly atLeast: boolean } {
  const { from, where, isCut } = tableSource(db, scope);
  const row = db.get(
    sql<{ count: number }>`SELECT count(*) AS count FROM ${from('productsTableName')} WHERE ${where}`,
  );
  return { count: row?.count ?? 0, atLeast: isCut };
}
