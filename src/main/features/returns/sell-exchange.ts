import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import type { PlaceOrderInput } from '../../../shared/contract/orders.ts';
import { type Money, money, subtractMoney, zeroMoney } from '../../../shared/domain/money.ts';
import type { CommandContext } from '../../app/context.ts';
import { checkStock } from '../orders/check-stock.ts';
import type { OrderRecord } from '../orders/order-record.ts';
import { type CustomerForOrder, customerForOrder } from '../orders/order-statements.ts';
import { pricedLines, soldLines } from '../orders/sold-lines.ts';
import { type TakenTenders, takeTenders } from '../orders/take-tenders.ts';
import { writeOrder } from '../orders/write-order.ts';
import { exchangeTender } from './exchange-tender.ts';

type Exchange = NonNullable<Parsed<'returns.create'>['exchange']>;

export type ExchangeSale = {
  readonly orderId: number;
  /** What of the returned goods' value went into it. */
  readonly spent: Money;
  /** Paid on top, and the change of it. */
  readonly paid: Money;
  readonly change: Money;
};

/**
 * Sells new goods on the ticket of a return, as the till would: a counter sale for the same customer, paid with
 * what is due back from the old order, and the rest in full by tenders.
 * @throws AppError what placing an order may throw.
 */
export function sellExchange(
  ctx: CommandContext,
  old: OrderRecord,
  exchange: Exchange,
  dueBack: Money,
): ExchangeSale {
  const nobody = { cartId: '', kind: 'counter' as const, delivery: null, note: '' };
  const input: PlaceOrderInput = { ...nobody, ...exchange, customerId: old.customerId };
  const lines = soldLines(ctx, input);
  const priced = pricedLines(ctx, lines, input);
  const oversold = checkStock(ctx, lines, input);
  const spent = money(Math.min(dueBack, priced.total));
  const rest = subtractMoney(priced.total, spent);
  const taken = takeTenders(ctx, input, rest);
  const open = rest + taken.rounding - taken.paid;
  if (open > 0) throw new AppError('not-fully-paid', { open });
  const orderId = writeOrder(ctx, {
    ...{ input, lines, priced, oversold },
    recipient: { customer: customerOf(ctx, old), name: null, phone: null, address: null, date: null },
    taken: paidByExchange(ctx, taken, spent),
    total: money(priced.total + taken.rounding),
  });
  return { orderId, spent, paid: taken.paid, change: taken.change };
}

/** Exchange value is a payment like any other, and the first one. */
function paidByExchange(ctx: CommandContext, taken: TakenTenders, spent: Money): TakenTenders {
  if (spent === 0) return taken;
  const payment = { tender: exchangeTender(ctx), amount: spent, change: zeroMoney, reference: null };
  return { ...taken, payments: [payment, ...taken.payments], paid: money(taken.paid + spent) };
}

/** The old order's customer, as the directory has them, or as the order had who is no longer in it. */
function customerOf({ db }: CommandContext, old: OrderRecord): CustomerForOrder | null {
  const { customerId, customerName } = old;
  if (customerId === null) return null;
  const listed = customerForOrder.get(db, { customerId });
  return listed ?? { id: customerId, name: customerName ?? '', phone: '', address: '' };
}
