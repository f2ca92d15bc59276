import type { FoundProduct } from '../../../shared/contract/palette.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import type { Context, QueryHandler } from '../../app/context.ts';
import { findCode } from '../catalog/find-code.ts';
import { listTilesById } from '../catalog/load-tiles.ts';
import { customersById, findCustomers } from './find-customers.ts';
import { findOrders, ordersByNumber } from './find-orders.ts';
import { findProducts } from './find-products.ts';

/** Each kind that the person may see, asked for at once; of the others nothing is read. */
export const findAnything: QueryHandler<'palette.find'> = (ctx, input) => {
  const text = input.text.trim();
  if (text === '') return { orders: [], products: [], customers: [], codeOf: null };
  const seesProducts = may(ctx, 'see-products');
  const codeOf = seesProducts ? findCode(ctx.db, text) : null;
  return {
    orders: may(ctx, 'see-orders') ? findOrders(ctx.db, text) : [],
    products: seesProducts ? productsOf(ctx, { text, codeOf, most: input.limit }) : [],
    customers: may(ctx, 'see-customers') ? findCustomers(ctx.db, text, input.limit) : [],
    codeOf,
  };
};

/** The same rows for things that were opened before. */
export const recallThings: QueryHandler<'palette.recall'> = (ctx, { orderIds, productIds, customerIds }) => ({
  orders: may(ctx, 'see-orders') ? ordersByNumber(ctx.db, orderIds) : [],
  products: may(ctx, 'see-products') ? productRows(ctx, productIds) : [],
  customers: may(ctx, 'see-customers') ? customersById(ctx.db, customerIds) : [],
});

function may({ actor }: Pick<Context, 'actor'>, right: Right): boolean {
  return actor.kind === 'system' || (actor.kind === 'staff' && actor.rights.has(right));
}

type Wanted = { readonly text: string; readonly codeOf: number | null; readonly most: number };

function productsOf(ctx: Context, { text, codeOf, most }: Wanted): FoundProduct[] {
  const rest = findProducts(ctx.db, text, most).filter((id) => id !== codeOf);
  return productRows(ctx, codeOf === null ? rest : [codeOf, ...rest].slice(0, most));
}

function productRows(ctx: Context, ids: readonly number[]): FoundProduct[] {
  return listTilesById(ctx, ids).map(
    ({ id, kind, name, variantLabel, sku, colour, pictureId, price, highestPrice, unit, variantCount }) => ({
      ...{ id, kind, name, variantLabel, sku, colour, pictureId, price, highestPrice, unit, variantCount },
    }),
  );
}
