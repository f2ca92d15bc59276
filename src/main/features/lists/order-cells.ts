import { type Selectable, sql } from 'kysely';
import type { OrderColumn, orderLineColumns } from '../../../shared/contract/lists.ts';
import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import { orderBalance } from '../../../shared/domain/order-balance.ts';
import { paymentStatus } from '../../../shared/domain/order-status.ts';
import type { TextKey } from '../../../shared/text/english.ts';
import type { ReadDb } from '../../database/connection.ts';
import type { OrderLinesTable, OrdersTable } from '../../database/order-tables.ts';
import { preparedRead } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import type { CellWords } from './cell-words.ts';

const lineColumns = [
  ...([
    'orderId',
    'lineNo',
    'name',
    'sku',
    'quantity',
    'unit',
    'unitPrice',
    'discount',
    'orderDiscount',
  ] as const),
  ...(['tax', 'total', 'note', 'unitCost'] as const),
] as const;

/** A line with what its cells say and no more: a file may have millions of them. */
export type FileLine = Pick<OrderLinesTable, (typeof lineColumns)[number]>;

/** An order with all that its cells say. */
export type FileOrder = {
  readonly order: Selectable<OrdersTable> & { readonly staffName: string | null };
  readonly lines: readonly FileLine[];
  readonly tenders: readonly string[];
};

const headers = preparedRead<{ ids: string }, FileOrder['order']>((slot) =>
  query
    .selectFrom('orders')
    .leftJoin('staff', 'staff.id', 'orders.staffId')
    .selectAll('orders')
    .select('staff.name as staffName')
    .where(sql<boolean>`orders.id IN (SELECT value FROM json_each(${slot('ids')}))`),
);

const linesOf = preparedRead<{ ids: string }, FileLine>(
  (slot) => sql<FileLine>`
    SELECT ${sql.join(lineColumns.map((name) => sql.ref(`l.${name}`)))} FROM json_each(${slot('ids')}) AS chosen CROSS JOIN orderLines AS l ON l.orderId = chosen.value
    ORDER BY chosen.key, l.lineNo`,
);

const tendersOf = preparedRead<{ ids: string }, { orderId: number; name: string }>(
  (slot) => sql`
    SELECT p.orderId, t.name FROM json_each(${slot('ids')}) AS chosen
    CROSS JOIN payments AS p ON p.orderId = chosen.value
    JOIN tenders AS t ON t.id = p.tenderId
    GROUP BY p.orderId, t.id ORDER BY chosen.key, min(p.paymentNo)`,
);

/** Orders with their lines, in the order of the numbers given. */
export function fileOrders(db: ReadDb, numbers: readonly number[]): readonly FileOrder[] {
  const ids = JSON.stringify(numbers);
  const orders = new Map(headers.all(db, { ids }).map((order) => [order.id, order]));
  const lines = Map.groupBy(linesOf.all(db, { ids }), (line) => line.orderId);
  const tenders = Map.groupBy(tendersOf.all(db, { ids }), (one) => one.orderId);
  return numbers.flatMap((id) => {
    const order = orders.get(id);
    if (!order) return [];
    return [{ order, lines: lines.get(id) ?? [], tenders: (tenders.get(id) ?? []).map(({ name }) => name) }];
  });
}

type OrderCell = { readonly head: TextKey; readonly cell: (order: FileOrder, words: CellWords) => string };

/** What each column of an order says. */
export const orderCells: Readonly<Record<OrderColumn, OrderCell>> = {
  number: { head: 'orders.number', cell: ({ order }) => String(order.id) },
  time: { head: 'lists.placed', cell: ({ order }, { instant }) => instant(order.placedAt) },
  customer: { head: 'orders.customer', cell: ({ order }) => order.customerName ?? '' },
  kind: { head: 'orders.kind', cell: ({ order }, { text }) => text(`orders.kind-${order.kind}`) },
  day: { head: 'lists.for-day', cell: ({ order }, { day }) => day(order.deliveryDate) },
  status: { head: 'orders.status', cell: ({ order }, { text }) => text(`ui.status-${order.status}`) },
  payment: { head: 'orders.payment', cell: (one, { text }) => text(`ui.payment-${standingOf(one).status}`) },
  lines: { head: 'orders.lines-short', cell: ({ order }) => String(order.lineCount) },
  items: {
    head: 'orders.items',
    cell: ({ lines }, { quantity }) =>
      lines.map((line) => `${quantity(line.quantity)} × ${line.name}`).join('; '),
  },
  address: { head: 'orders.address', cell: ({ order }) => order.deliveryAddress ?? '' },
  tenders: { head: 'orders.paid-by', cell: ({ tenders }) => tenders.join(', ') },
  staff: { head: 'orders.served-by', cell: ({ order }) => order.staffName ?? '' },
  channel: { head: 'orders.channel', cell: ({ order }, { text }) => text(`orders.channel-${order.channel}`) },
  paid: { head: 'orders.paid', cell: ({ order }, words) => words.money(order.paid) },
  open: { head: 'orders.still-open', cell: (one, words) => words.money(standingOf(one).open) },
  total: { head: 'orders.total', cell: ({ order }, words) => words.money(order.total) },
  subtotal: { head: 'orders.subtotal', cell: ({ order }, words) => words.money(order.subtotal) },
  discount: {
    head: 'lists.discount',
    cell: ({ order }, words) => words.money(money(order.lineDiscount + order.orderDiscount)),
  },
  tax: { head: 'lists.tax', cell: ({ order }, words) => words.money(order.tax) },
  refunded: { head: 'orders.refunded', cell: ({ order }, words) => words.money(order.refunded) },
  note: { head: 'orders.note', cell: ({ order }) => order.note ?? '' },
};

function standingOf({ order }: FileOrder): { status: ReturnType<typeof paymentStatus>; open: Money } {
  const cancelled = order.status === 'cancelled';
  const { owed, open } = orderBalance({ ...order, refundPending: zeroMoney, cancelled });
  return { status: paymentStatus({ ...order, total: owed, cancelled }), open };
}

type LineColumn = (typeof orderLineColumns)[number];
type LineCell = {
  readonly head: TextKey;
  readonly cell: (line: FileLine, words: CellWords) => string;
};

/** What each column of a line says. */
export const lineCells: Readonly<Record<LineColumn, LineCell>> = {
  line: { head: 'lists.line', cell: (line) => String(line.lineNo) },
  product: { head: 'lists.product', cell: (line) => line.name },
  sku: { head: 'lists.sku', cell: (line) => line.sku ?? '' },
  quantity: { head: 'lists.quantity', cell: (line, words) => words.quantity(line.quantity) },
  unit: { head: 'lists.unit', cell: (line, { text }) => text(`documents.unit-${line.unit}`) },
  'unit-price': { head: 'lists.unit-price', cell: (line, words) => words.money(line.unitPrice) },
  'line-discount': {
    head: 'lists.line-discount',
    cell: (line, words) => words.money(money(line.discount + line.orderDiscount)),
  },
  'line-tax': { head: 'lists.line-tax', cell: (line, words) => words.money(line.tax) },
  'line-total': { head: 'lists.line-total', cell: (line, words) => words.money(line.total) },
  'line-note': { head: 'lists.line-note', cell: (line) => line.note ?? '' },
  'unit-cost': { head: 'lists.unit-cost', cell: (line, words) => words.money(line.unitCost) },
};
