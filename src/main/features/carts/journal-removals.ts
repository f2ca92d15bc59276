import type { CartLine } from '../../../shared/domain/cart.ts';
import { parseCart } from '../../../shared/domain/parse-cart.ts';
import { multiplyMoney } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext } from '../../app/context.ts';
import type { CartRemovalsTable } from '../../database/audit-tables.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { parseCartContent } from './cart-content.ts';
import { sellerOf } from './seller-of.ts';

const insertRemoval = preparedWrite<Omit<CartRemovalsTable, 'id'>>((slot) =>
  query.insertInto('cartRemovals').values({
    cartId: slot('cartId'),
    till: slot('till'),
    staffId: slot('staffId'),
    at: slot('at'),
    businessDate: slot('businessDate'),
    productId: slot('productId'),
    name: slot('name'),
    quantity: slot('quantity'),
    amount: slot('amount'),
  }),
);

/**
 * Writes down what was taken out of a cart since it was last journalled: lines that are gone, and fewer of what stays.
 * Somebody rings goods up, takes the money and takes the line out again: the owner sees it among the exceptions.
 */
export function journalRemovals(ctx: CommandContext, cartId: string, before: string, after: unknown): void {
  const kept = new Map(linesOf(after).map((line) => [line.id, line.quantity]));
  for (const line of linesOf(parseCartContent(before))) {
    const removed = quantity(Math.min(line.quantity, line.quantity - (kept.get(line.id) ?? 0)));
    if (removed <= 0) continue;
    insertRemoval.run(ctx.db, {
      cartId,
      till: ctx.till,
      staffId: sellerOf(ctx.actor),
      at: ctx.now,
      businessDate: ctx.today,
      productId: line.productId,
      name: line.name,
      quantity: removed,
      amount: multiplyMoney(line.unitPrice, removed),
    });
  }
}

/** A cart of another version is nothing that anything was taken out of. */
function linesOf(content: unknown): readonly CartLine[] {
  return parseCart(content)?.lines ?? [];
}
