import { type RawBuilder, sql } from 'kysely';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { ReadDb } from '../../database/connection.ts';
import { categoryAndBelow } from './category-tree.ts';
import { findCode } from './find-code.ts';
import { matchProducts } from './match-products.ts';
import { containsPattern, matchExpressions } from './search-text.ts';

type TableFilter = Parsed<'catalog.table'>['filter'];

/** Which products: what a filter shows, or those named one by one. */
export type TableScope =
  | { readonly filter: TableFilter; readonly except: readonly number[] }
  | { readonly ids: readonly number[] };

/** The scope as SQL over a product `p`: where from, and what must hold. */
export type TableSource = {
  readonly from: (index: string) => RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  /** A text found nothing by words and so much by pieces of names that only the first were looked at. */
  readonly isCut: boolean;
};

/** The category a product stands in: a variant that names none stands in its parent's. */
export const ownCategory = sql`coalesce(p.categoryId,
  (SELECT parent.categoryId FROM products AS parent WHERE parent.id = p.parentId))`;

/** The picture a product is shown with: a variant without one has its parent's. */
const ownPicture = sql`coalesce(p.pictureId,
  (SELECT parent.pictureId FROM products AS parent WHERE parent.id = p.parentId))`;

/** Pieces of names that are looked at, as in `matchProducts`. */
const mostByPieces = 500;

const live = sql`p.kind <> 'parent' AND p.archivedAt IS NULL`;
const notSold = sql`(p.archivedAt IS NOT NULL OR p.kind = 'parent')`;

/**
 * Live products are walked in an index that holds all that the filters ask; those archived and the parents are few,
 * and found by theirs.
 */
export function tableSource(db: ReadDb, scope: TableScope): TableSource {
  if ('ids' in scope) {
    const ids = JSON.stringify(scope.ids);
    const from = sql`json_each(${ids}) AS chosen CROSS JOIN products AS p ON p.id = chosen.value`;
    return { from: () => from, where: sql`1`, isCut: false };
  }
  const { filter, except } = scope;
  const isLive = filter.show === 'live';
  const text = textRule(db, filter);
  const rules = [stateRule(filter), text.rule, ...filterRules(db, filter)];
  if (except.length > 0)
    rules.push(sql`p.id NOT IN (SELECT value FROM json_each(${JSON.stringify(except)}))`);
  return {
    from: (index) => sql`products AS p INDEXED BY ${sql.ref(isLive ? index : 'productsNotSold')}`,
    where: sql.join(
      rules.filter((rule) => rule !== null),
      sql` AND `,
    ),
    isCut: text.isCut,
  };
}

function stateRule({ show }: TableFilter): RawBuilder<unknown> {
  if (show === 'live') return live;
  if (show === 'parents') return sql`${notSold} AND p.kind = 'parent' AND p.archivedAt IS NULL`;
  return sql`${notSold} AND p.kind <> 'parent' AND p.archivedAt IS NOT NULL`;
}

function filterRules(db: ReadDb, filter: TableFilter): RawBuilder<unknown>[] {
  const rules: RawBuilder<unknown>[] = [];
  const { category, taxClassId, stock, missing } = filter;
  if (category === 'none') rules.push(sql`${ownCategory} IS NULL`);
  else if (category !== null) {
    const ids = JSON.stringify(categoryAndBelow(db, category));
    rules.push(sql`${ownCategory} IN (SELECT value FROM json_each(${ids}))`);
  }
  if (taxClassId !== null) rules.push(sql`p.taxClassId = ${taxClassId}`);
  if (stock !== 'all') {
    const most = stock === 'out' ? sql`AND s.onHand - s.reserved <= 0` : sql``;
    rules.push(sql`p.id IN (SELECT s.productId FROM productStock AS s
      WHERE s.tracked = 1 AND s.onHand - s.reserved <= s.reorderLevel ${most})`);
  }
  if (missing === 'price') rules.push(sql`p.price = 0`);
  if (missing === 'picture') rules.push(sql`${ownPicture} IS NULL`);
  if (missing === 'barcode')
    rules.push(sql`NOT EXISTS (SELECT 1 FROM barcodes AS b WHERE b.productId = p.id)`);
  return rules;
}

/** A text as the till's search understands it: words by their beginning, or else any piece of a name or SKU. */
function textRule(db: ReadDb, filter: TableFilter): { rule: RawBuilder<unknown> | null; isCut: boolean } {
  const text = filter.text.trim();
  if (text === '') return { rule: null, isCut: false };
  if (filter.show !== 'live') return { rule: piecesRule(text), isCut: false };
  const code = findCode(db, text) ?? 0;
  for (const match of matchExpressions(text)) {
    const hits = sql`SELECT rowid FROM productSearch WHERE productSearch MATCH ${match}`;
    if (db.get(sql`${hits} LIMIT 1`))
      return { rule: sql`(p.id IN (${hits}) OR p.id = ${code})`, isCut: false };
  }
  const ids = matchProducts(db, text, mostByPieces);
  const rule = sql`p.id IN (SELECT value FROM json_each(${JSON.stringify([...ids, code])}))`;
  return { rule, isCut: ids.length >= mostByPieces };
}

function piecesRule(text: string): RawBuilder<unknown> {
  const patterns = JSON.stringify(text.split(/\s+/u).slice(0, 12).map(containsPattern));
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${patterns})
    WHERE concat_ws(' ', p.name, p.variantLabel, p.sku) NOT LIKE value ESCAPE '\\')`;
}
