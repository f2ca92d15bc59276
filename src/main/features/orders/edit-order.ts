import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { requireAllowedEdit } from './allowed-discounts.ts';
import { appendEvent } from './append-event.ts';
import { checkStock, type OversoldProduct, type WantedLine } from './check-stock.ts';
import { requireEditable } from './editable-order.ts';
import { type EditedLines, editedLines, editedRows, pricedEdit } from './edited-lines.ts';
import { balanceOf, type OrderRecord, orderLinesOf } from './order-record.ts';
import { productForSale } from './order-statements.ts';
import { settleRevision } from './settle-revision.ts';
import { standingOf } from './standing-of.ts';
import { takePayments } from './take-payments.ts';
import { revisedTotal, writeRevision } from './write-revision.ts';

type Input = Parsed<'orders.edit'>;

/**
 * Changes what a customer ordered, before it leaves the shop. Lines keep the price they were placed at, added ones
 * get today's; stock is asked only for what comes on top. The difference is paid with the same call, stays open, or
 * goes back.
 */
export const editOrder: CommandHandler<'orders.edit'> = (ctx, input) => {
  const { orderId, note, refundCashNow: cashNow } = input;
  if (looksLikeCardNumber(note)) throw new AppError('card-number-in-text');
  const order = requireEditable(ctx.db, input);
  if (input.added.length > 0) requireSameTaxWay(ctx, order);
  const before = orderLinesOf(ctx.db, orderId);
  const lines = editedLines(ctx, before, input);
  const priced = pricedEdit(order, lines);
  requireAllowedEdit(ctx, order, lines, priced);
  requireExpected(input, revisedTotal(order, priced));
  const oversold = checkStock(ctx, wantedMore(ctx, lines), input);
  const dueBefore = balanceOf(ctx.db, order).dueBack;
  const after = editedRows(ctx, order, lines, priced);
  const details = note === '' ? {} : { note };
  const total = writeRevision(ctx, order, { before, after, details });
  tellOversold(ctx, orderId, oversold);
  const opened = settleRevision(ctx, { orderId, dueBefore, reason: note, cashNow });
  const change = takePayments(ctx, orderId, input.tenders);
  ctx.note(`order ${orderId}`, { from: order.total, to: total, lines: after.length });
  const { awaiting: refundAwaiting, inCash: refundedInCash } = opened;
  return standingOf(ctx.db, orderId, { refundAwaiting, refundedInCash, change });
};

/**
 * An order keeps its way with tax, and today's prices mean something else where the shop has changed its own.
 * @throws AppError `prices-had-tax`, `prices-had-no-tax`.
 */
function requireSameTaxWay({ shop }: CommandContext, { pricesIncludeTax }: OrderRecord): void {
  if (shop.pricesIncludeTax === pricesIncludeTax) return;
  throw new AppError(pricesIncludeTax === 1 ? 'prices-had-tax' : 'prices-had-no-tax');
}

/** @throws AppError `price-changed` where the person saw another total. */
function requireExpected({ expectedTotal }: Input, total: number): void {
  if (total !== expectedTotal) throw new AppError('price-changed', { expectedTotal, total, lines: [] });
}

/**
 * How much more of each product the order would take; what it gives up of a product counts against what it adds.
 * @throws AppError `product-gone` for more of what is no longer sold.
 */
function wantedMore({ db }: CommandContext, { kept, added, removed }: EditedLines): readonly WantedLine[] {
  const changes = [
    ...kept.map(({ row, quantity: wanted }) => ({ row, more: quantity(wanted - row.quantity) })),
    ...removed.map((row) => ({ row, more: quantity(-row.quantity) })),
  ].map(({ row, more }, index): WantedLine => {
    const { productId, name } = row;
    const product = productId === null ? null : (productForSale.get(db, { productId }) ?? null);
    if (more > 0 && product && product.archivedAt !== null)
      throw new AppError('product-gone', { index, name });
    return { product, name, quantity: more };
  });
  // Kept lines, then added ones, as the window counts them; what is removed comes after.
  return [...changes.slice(0, kept.length), ...added, ...changes.slice(kept.length)];
}

function tellOversold(ctx: CommandContext, orderId: number, oversold: readonly OversoldProduct[]): void {
  for (const { name, available, wanted } of oversold) {
    appendEvent(ctx, orderId, 'oversold', { name, available, wanted });
  }
}
