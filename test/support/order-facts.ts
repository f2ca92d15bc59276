import type { ReadDb } from '../../src/main/database/connection.ts';
import { query } from '../../src/main/database/query.ts';
import type { OrderFilterInput } from '../../src/shared/contract/order-filter.ts';
import { money } from '../../src/shared/domain/money.ts';
import { paymentStatus } from '../../src/shared/domain/order-status.ts';

/** An order with all that a filter may ask of it. */
export type Facts = ReturnType<typeof readFacts>[number];

/** Every order with all that a filter may ask of it, read plainly. */
export function readFacts(read: ReadDb) {
  const all = <R>(built: Parameters<typeof read.all<R>>[0]) => read.all(built);
  const lines = all(query.selectFrom('orderLines').selectAll());
  const payments = all(query.selectFrom('payments').selectAll());
  const returns = all(query.selectFrom('returns').selectAll());
  const refunds = all(query.selectFrom('refunds').selectAll());
  const events = all(query.selectFrom('orderEvents').selectAll());
  return all(query.selectFrom('orders').selectAll()).map((order) => {
    const own = <T extends { orderId: number | null }>(rows: readonly T[]) =>
      rows.filter(({ orderId }) => orderId === order.id);
    const cancelled = order.status === 'cancelled';
    const total = money(Math.max(0, order.total - order.credited));
    return {
      order,
      lines: own(lines),
      tenders: own(payments).map(({ tenderId }) => tenderId),
      isReturned: own(returns).length > 0,
      isBackUnderWay: own(refunds).some(({ state }) => state === 'awaiting' || state === 'initiated'),
      isNoted: own(events).some(
        ({ kind, details }) => kind === 'note' && JSON.parse(details).note !== undefined,
      ),
      payment: paymentStatus({ ...order, total, cancelled }),
    };
  });
}

const variantsOf = (productId: number) => (productId === 3 ? [3, 4, 5] : [productId]);

/** Whether a filter leaves an order, among all of them, on a day. */
export function fits(
  { order, ...more }: Facts,
  filter: OrderFilterInput,
  { today, facts }: { readonly today: number; readonly facts: readonly Facts[] },
): boolean {
  const { status, deliveryDate } = order;
  const isOpen = status === 'received' || status === 'shipped' || status === 'in-transit';
  const isOwing = more.payment === 'part-paid' || (more.payment === 'unpaid' && status !== 'cancelled');
  const statuses: Readonly<Record<OrderFilterInput['status'], boolean>> = {
    ...{ all: true, open: isOpen },
    due: isOpen && deliveryDate === today,
    overdue: isOpen && deliveryDate !== null && deliveryDate < today,
    ...{ received: status === 'received', shipped: status === 'shipped' },
    ...{ 'in-transit': status === 'in-transit', delivered: status === 'delivered' },
    cancelled: status === 'cancelled',
  };
  const is = (payment: typeof more.payment) => more.payment === payment;
  const payments: Readonly<Record<OrderFilterInput['payment'], boolean>> = {
    ...{ all: true, owing: isOwing, awaiting: isOwing && order.awaitedTenderId !== null },
    'refund-due': is('refund-due') || more.isBackUnderWay,
    ...{ unpaid: is('unpaid'), 'part-paid': is('part-paid'), paid: is('paid') },
    ...{ 'part-refunded': is('part-refunded'), refunded: is('refunded') },
  };
  const traits = {
    discount: order.lineDiscount + order.orderDiscount > 0,
    note: Boolean(order.note) || more.isNoted || more.lines.some(({ note }) => Boolean(note)),
    return: more.isReturned,
  };
  const within = (value: number | null, from: number | null, to: number | null) =>
    (from === null || (value !== null && value >= from)) && (to === null || (value !== null && value <= to));
  const wanted = <T>(value: T, wish: T | null | 'all') => wish === null || wish === 'all' || value === wish;
  const { tenderId, productId } = filter;
  return [
    statuses[filter.status],
    payments[filter.payment],
    wanted(order.kind, filter.kind),
    wanted(order.channel, filter.channel),
    wanted(order.customerId, filter.customerId),
    wanted(order.staffId, filter.staffId),
    tenderId === null || more.tenders.includes(tenderId) || order.awaitedTenderId === tenderId,
    within(order.businessDate, filter.fromDate, filter.toDate),
    within(deliveryDate, filter.forFrom, filter.forTo),
    within(order.total, filter.totalFrom, filter.totalTo),
    filter.has.every((trait) => traits[trait]),
    productId === null ||
      more.lines.some((one) => one.productId !== null && variantsOf(productId).includes(one.productId)),
    textFits(order, more.lines, filter.text, facts),
  ].every(Boolean);
}

/** Totals of orders as somebody types them, and what is none. */
export const totals = ['37.50', '£19.50', '25,00', '24', '99', '33.75 gbp', '0.01', '1.005'];
const amounts: Readonly<Record<string, number>> = {
  ...{ '37.50': 3750, '£19.50': 1950, '25,00': 2500, '24': 2400, '99': 9900, '33.75 gbp': 3375, '0.01': 1 },
};

function textFits(
  order: Facts['order'],
  lines: Facts['lines'],
  text: string,
  facts: readonly Facts[],
): boolean {
  if (text === '') return true;
  if (text.startsWith('#')) return `#${order.id}` === text;
  const names = [order.customerName ?? '', ...lines.flatMap(({ name, sku }) => [name, sku ?? ''])];
  const words = names.join(' ').toLowerCase();
  if (order.total === amounts[text] && !facts.some((one) => String(one.order.id) === text)) return true;
  return String(order.id) === text || (/\D/.test(text) && words.includes(text.toLowerCase()));
}

export type Order = {
  readonly sort: 'placed' | 'total' | 'for';
  readonly descending: boolean;
  readonly limit: number;
};

/** Their numbers in the order of a list. */
export function inOrder(found: readonly Facts[], { sort, descending }: Order): readonly number[] {
  const key = ({ order }: Facts) => {
    if (sort === 'placed') return [0, order.businessDate, order.id];
    if (sort === 'total') return [0, order.total, order.id];
    return order.deliveryDate === null
      ? [1, order.businessDate, order.id]
      : [0, order.deliveryDate, order.id];
  };
  return found
    .toSorted((one, other) => {
      const [a, b] = [key(one), key(other)];
      const at = a.findIndex((value, index) => value !== b[index]);
      if (at < 0) return 0;
      const difference = (a[at] ?? 0) - (b[at] ?? 0);
      // Those without a date come last, whichever way.
      return at === 0 || !descending ? difference : -difference;
    })
    .map(({ order }) => order.id);
}
