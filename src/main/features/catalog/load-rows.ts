import { sql } from 'kysely';
import type { Output } from '../../../shared/contract/index.ts';
import type { Context } from '../../app/context.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { loadTiles, stockOf } from './load-tiles.ts';
import { maySeeCost } from './may-see-cost.ts';

/** A product as the back office lists it. */
export type ProductRow = Output<'catalog.list'>['items'][number];

const barcodesOf = preparedRead<{ ids: string }, { productId: number; barcode: string }>((slot) =>
  query
    .selectFrom('barcodes')
    .select(['productId', 'barcode'])
    .where(sql<boolean>`productId IN (SELECT value FROM json_each(${slot('ids')}))`)
    .orderBy('barcode'),
);

const taxClassNames = preparedRead<object, { id: number; name: string }>(() =>
  query.selectFrom('taxClasses').select(['id', 'name']),
);

/** Products by id with all that the back office shows; cost only for who may see profit. */
export function loadRows(ctx: Context, ids: readonly number[]): ReadonlyMap<number, ProductRow> {
  const { products, sums, tiles } = loadTiles(ctx, ids);
  const taxClasses = new Map(taxClassNames.all(ctx.db, {}).map((row) => [row.id, row.name]));
  const barcodes = Map.groupBy(barcodesOf.all(ctx.db, { ids: JSON.stringify(ids) }), (row) => row.productId);
  const seesCost = maySeeCost(ctx);
  const rows = new Map<number, ProductRow>();
  for (const [id, product] of products) {
    const tile = tiles.get(id);
    if (!tile) continue;
    const { onHand, reserved, reorderLevel } = stockOf(product, sums.get(id));
    rows.set(id, {
      ...tile,
      categoryName: product.categoryName,
      taxClassName: taxClasses.get(product.taxClassId) ?? '',
      cost: seesCost ? product.cost : null,
      barcodes: (barcodes.get(id) ?? []).map((row) => row.barcode),
      onHand,
      reserved,
      reorderLevel,
      archived: product.archivedAt !== null,
    });
  }
  return rows;
}
