import { AppError } from '../../../shared/contract/errors.ts';
import type { PlaceOrderInput } from '../../../shared/contract/orders.ts';
import { looksLikeCardNumber } from '../../../shared/domain/card-number.ts';
import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import { roundCash } from '../../../shared/domain/round-cash.ts';
import type { CommandContext } from '../../app/context.ts';
import { type TenderForPayment, tenderForPayment } from './order-statements.ts';

export type TakenPayment = {
  readonly tender: TenderForPayment;
  /** What counts towards the order. */
  readonly amount: Money;
  /** Given back from cash. */
  readonly change: Money;
  readonly reference: string | null;
};

export type TakenTenders = {
  readonly payments: readonly TakenPayment[];
  /** What rounding to coins added to the total; may be negative. */
  readonly rounding: Money;
  readonly paid: Money;
  readonly change: Money;
};

/**
 * Turns what was handed over into payments. Card and UPI never exceed what is due; cash may, and the rest is
 * change. Where the last of it is paid in cash, that part is rounded to coins.
 * @throws AppError `tender-gone`, `reference-missing`, `card-number-in-text`, `too-much-paid`.
 */
export function takeTenders(
  ctx: CommandContext,
  input: Pick<PlaceOrderInput, 'tenders'>,
  total: Money,
): TakenTenders {
  const handed = input.tenders.map((line) => ({ ...line, tender: requireTender(ctx, line) }));
  const sum = (isCash: boolean): number =>
    handed.reduce((all, one) => all + ((one.tender.kind === 'cash') === isCash ? one.amount : 0), 0);
  const afterOthers = money(total - sum(false));
  if (afterOthers < 0) throw new AppError('too-much-paid', { total, paid: sum(false) });
  const cash = money(sum(true));
  const rounded = roundCash(afterOthers, ctx.shop.cashRounding);
  // What rounds to nothing (0.02 where the smallest coin is 0.05) is paid as it is, or it could not be sold.
  const roundsUp = rounded > 0 && cash >= rounded;
  const rounding = roundsUp ? money(rounded - afterOthers) : zeroMoney;
  if (cash > 0 && afterOthers === 0) throw new AppError('too-much-paid', { total, paid: cash });
  let openCash = roundsUp ? rounded : afterOthers;
  const payments = handed.map(({ tender, amount, reference }): TakenPayment => {
    if (tender.kind !== 'cash') return { tender, amount, change: zeroMoney, reference: reference || null };
    const counted = money(Math.min(amount, openCash));
    openCash = money(openCash - counted);
    return { tender, amount: counted, change: money(amount - counted), reference: reference || null };
  });
  const kept = payments.filter((one) => one.amount > 0);
  if (kept.length < payments.length)
    throw new AppError('too-much-paid', { total, paid: money(sum(true) + sum(false)) });
  const add = (pick: (one: TakenPayment) => Money): Money =>
    money(kept.reduce((all, one) => all + pick(one), 0));
  return { payments: kept, rounding, paid: add((one) => one.amount), change: add((one) => one.change) };
}

function requireTender(ctx: CommandContext, line: PlaceOrderInput['tenders'][number]): TenderForPayment {
  const tender = tenderForPayment.get(ctx.db, { tenderId: line.tenderId });
  if (!tender) throw new AppError('tender-gone');
  if (tender.asksReference === 1 && line.reference === '')
    throw new AppError('reference-missing', { tender: tender.name });
  if (looksLikeCardNumber(line.reference)) throw new AppError('card-number-in-text', { tender: tender.name });
  return tender;
}
