import type { FoundProduct } from '../../../shared/contract/palette.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import type { Context, QueryHandler } from '../../app/context.ts';
import { findCode } from '../catalog/find-code.ts';
import { listTilesById } from '../catalog/load-tiles.ts';
import { matchProductPieces, matchProductWords } from '../catalog/match-products.ts';
import { matchCustomerPieces, matchCustomerWords } from '../customers/match-customers.ts';
import { findOrders, ordersByNumber } from './find-orders.ts';
import { customersById, rankCustomers } from './rank-customers.ts';
import { rankProducts } from './rank-products.ts';

/** More than anybody reads through; of customers the ranking looks at these only. */
const mostCustomers = 200;

/** Each kind that the person may see, asked for at once; of the others nothing is read. */
export const findAnything: QueryHandler<'palette.find'> = (ctx, input) => {
  const { db } = ctx;
  const text = input.text.trim();
  if (text === '') return { orders: [], products: [], customers: [], codeOf: null };
  const seesProducts = may(ctx, 'see-products');
  const seesCustomers = may(ctx, 'see-customers');
  const orders = may(ctx, 'see-orders') ? findOrders(db, text) : [];
  const codeOf = seesProducts ? findCode(db, text) : null;
  let productIds = seesProducts ? matchProductWords(db, text) : [];
  let customerIds = seesCustomers ? matchCustomerWords(db, text, mostCustomers) : [];
  // Pieces of words are looked for only where nothing of any kind begins so: that reads every name there is.
  if (orders.length + productIds.length + customerIds.length === 0 && codeOf === null) {
    productIds = seesProducts ? matchProductPieces(db, text) : [];
    customerIds = seesCustomers ? matchCustomerPieces(db, text, mostCustomers) : [];
  }
  return {
    orders,
    products: productsOf(ctx, { text, codeOf, matched: productIds, most: input.limit }),
    customers: seesCustomers ? rankCustomers(db, customerIds, text, input.limit) : [],
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

type Wanted = {
  readonly text: string;
  readonly codeOf: number | null;
  readonly matched: readonly number[];
  readonly most: number;
};

function productsOf(ctx: Context, { text, codeOf, matched, most }: Wanted): FoundProduct[] {
  const rest = rankProducts(ctx.db, matched, text, most).filter((id) => id !== codeOf);
  return productRows(ctx, codeOf === null ? rest : [codeOf, ...rest].slice(0, most));
}

function productRows(ctx: Context, ids: readonly number[]): FoundProduct[] {
  return listTilesById(ctx, ids).map(
    ({ id, kind, name, variantLabel, sku, colour, pictureId, price, highestPrice, unit, variantCount }) => ({
      ...{ id, kind, name, variantLabel, sku, colour, pictureId, price, highestPrice, unit, variantCount },
    }),
  );
}
