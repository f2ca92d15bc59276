import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { type OddThing, oddThings } from './odd-things.ts';
import { loadOldIds, type OldIds } from './old-ids.ts';
import type {
  DraftCustomer,
  DraftMethod,
  DraftOrder,
  DraftProduct,
  OrderllaDraft,
} from './orderlla-draft.ts';

/** What is new to the shop, compared with it as it is now. */
export type OrderllaPlan = {
  readonly ids: OldIds;
  readonly customers: readonly DraftCustomer[];
  readonly products: readonly DraftProduct[];
  readonly orders: readonly DraftOrder[];
  /** Ways of paying of the new orders that the shop does not have. */
  readonly newMethods: readonly DraftMethod[];
  /** The shop's own tender of each way of paying that it has, by the way's name. */
  readonly tenders: ReadonlyMap<string, number>;
  readonly odd: readonly OddThing[];
};

/** Compares what a file means with the shop; writes nothing. What came in before is left out. */
export function planOrderlla(db: ReadDb, draft: OrderllaDraft): OrderllaPlan {
  const ids = loadOldIds(db);
  const orders = draft.orders.filter(({ oldId }) => !ids.order.has(oldId));
  const { newMethods, tenders } = planTenders(db, orders);
  return {
    ids,
    customers: draft.customers.filter(({ oldId }) => !ids.customer.has(oldId)),
    products: draft.products.filter(({ oldId }) => !ids.product.has(oldId)),
    orders,
    newMethods,
    tenders,
    odd: oddNames(db, draft, ids),
  };
}

function planTenders(db: ReadDb, orders: readonly DraftOrder[]) {
  const own = db.all(
    query
      .selectFrom('tenders')
      .select(['id', 'name', 'kind'])
      .where('purpose', 'is', null)
      .orderBy('archivedAt')
      .orderBy('position'),
  );
  const tenders = new Map<string, number>();
  const newMethods = new Map<string, DraftMethod>();
  for (const { method } of orders) {
    const named = own.find(({ name }) => name.toLowerCase() === method.name.toLowerCase());
    // Money that is taken at the door is the till's cash.
    const found = named ?? (method.onDelivery ? own.find(({ kind }) => kind === 'cash') : undefined);
    if (found) tenders.set(method.name, found.id);
    else newMethods.set(method.name, method);
  }
  return { tenders, newMethods: [...newMethods.values()] };
}

/** Products that would stand beside one of the same name, and ones that an earlier import knew by another. */
function oddNames(db: ReadDb, draft: OrderllaDraft, ids: OldIds): readonly OddThing[] {
  const odd = oddThings();
  const rows = db.all(query.selectFrom('products').select(['id', 'name']));
  const byId = new Map(rows.map(({ id, name }) => [id, name]));
  const names = new Set(rows.map(({ name }) => name.toLowerCase()));
  for (const { oldId, name } of draft.products) {
    const newId = ids.product.get(oldId);
    if (newId === undefined) {
      if (names.has(name.toLowerCase())) odd.note('same-name', name);
    } else if (byId.get(newId) !== name) odd.note('came-in-as-another', name);
  }
  return odd.list();
}
