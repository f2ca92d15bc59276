import { AppError } from '../../../shared/contract/errors.ts';
import type { Numbering } from '../../../shared/contract/shop-identity.ts';
import { invoiceCounter, prefixProblem } from '../../../shared/domain/paper-number.ts';
import type { CommandContext, CommandHandler } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import { isPrefixUsed, lastInvoiceNo, numberingOf } from './next-invoice.ts';
import { invoicesOf, keptNumbering } from './numbering.ts';
import { beforeAndAfter, changesOf, requireUnchanged } from './require-unchanged.ts';

/**
 * Changes how numbers look from now on. What was printed keeps its number; orders are still found by every prefix that
 * they ever had.
 * @throws AppError `changed-meanwhile`, `prefix-not-good`, `prefix-used`, `invoices-begun`.
 */
export const setNumbering: CommandHandler<'shop.setNumbering'> = (ctx, { seen = {}, ...given }) => {
  const { db, shop, today, note } = ctx;
  const kept = keptNumbering(shop, today);
  const changes = changesOf(given, kept);
  if (Object.keys(changes).length === 0) return {};
  requireUnchanged(changes, seen, kept);
  const wanted: Numbering = { ...kept, ...changes };
  requireGood(ctx, wanted, changes);
  keepOrderPrefix(ctx, wanted.orderPrefix);
  const { invoiceYearly, invoiceFirst: _first, ...others } = changes;
  db.run(
    query
      .updateTable('shop')
      .set({
        ...others,
        ...(invoiceYearly === undefined ? {} : { invoiceYearly: invoiceYearly ? 1 : 0 }),
        // Of this counter alone: the next business year begins at 1 again.
        invoiceFirst: wanted.invoiceFirst,
        invoiceFirstCounter: invoiceCounter(invoicesOf(wanted), today),
      })
      .where('id', '=', 1),
  );
  note('shop', beforeAndAfter(changes, kept));
  return {};
};

function requireGood(
  { db, shop, today }: CommandContext,
  wanted: Numbering,
  changes: Partial<Numbering>,
): void {
  const invoices = invoicesOf(wanted);
  const ofOrder = prefixProblem(wanted.orderPrefix, { kind: 'order' });
  if (ofOrder !== null) throw new AppError('prefix-not-good', { paper: 'order', why: ofOrder });
  const ofInvoice = prefixProblem(wanted.invoicePrefix, { kind: 'invoice', yearly: wanted.invoiceYearly });
  if (ofInvoice !== null) throw new AppError('prefix-not-good', { paper: 'invoice', why: ofInvoice });
  if (isPrefixUsed(db, invoices)) throw new AppError('prefix-used');
  // What a counter began with is of no more use once it has begun, so another one that has may be gone back to.
  const counter = invoiceCounter(invoices, today);
  const isSame = counter === invoiceCounter(numberingOf(shop), today);
  if (changes.invoiceFirst !== undefined && isSame && lastInvoiceNo(db, counter) !== null) {
    throw new AppError('invoices-begun');
  }
}

/** An order was or will be printed with it: it is found by it for good. */
function keepOrderPrefix({ db }: CommandContext, prefix: string): void {
  if (prefix === '') return;
  db.run(
    query
      .insertInto('usedOrderPrefixes')
      .values({ prefix })
      .onConflict((conflict) => conflict.doNothing()),
  );
}
