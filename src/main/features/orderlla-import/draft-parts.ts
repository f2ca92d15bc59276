import type { Shop } from '../../app/context.ts';
import type { OddThings } from './odd-things.ts';
import type { DraftCustomer, DraftProduct } from './orderlla-draft.ts';

/** What an order is read with: the rows it speaks of, the shop it comes to, and where to say what is odd. */
export type DraftParts = {
  readonly customers: ReadonlyMap<number, DraftCustomer>;
  readonly products: ReadonlyMap<number, DraftProduct>;
  readonly shop: Shop;
  readonly now: number;
  readonly odd: OddThings;
};
