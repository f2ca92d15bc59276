import { type Expression, type SqlBool, sql } from 'kysely';
import type { OrderFilterInput } from '../../../shared/contract/order-filter.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { ordersOfText } from './orders-of-text.ts';
import { hasProducts, idsByLedger, isSoldOften } from './orders-with-products.ts';

/** What must hold of `orders`. */
export type OrderScope = {
  readonly rules: readonly Expression<SqlBool>[];
  /** Of those, which the order by day already meets: from when to when. */
  readonly days: readonly Expression<SqlBool>[];
  /** An index of few orders meets some of it; else the list is walked for it. */
  readonly isFew: boolean;
};

type Rule = { readonly rule: Expression<SqlBool>; readonly isFew?: boolean };

/** Spelled as the partial index of open orders is, or SQLite would not use it. */
const isOpen = sql<SqlBool>`orders.status IN ('received', 'shipped', 'in-transit')`;
/** Spelled as `ordersOwing` is. */
const isOwing = sql<SqlBool>`orders.status <> 'cancelled'
  AND orders.paid - orders.refunded < orders.total - orders.credited`;
const kept = sql`(orders.paid - orders.refunded)`;
const owed = sql`iif(orders.status = 'cancelled', 0, max(0, orders.total - orders.credited))`;

/** A filter as SQL over `orders`, every part of it at once. */
export function orderScope(db: ReadDb, filter: OrderFilterInput, today: CalendarDate): OrderScope {
  const found = [
    textRule(db, filter.text),
    statusRule(filter.status, today),
    paymentRule(filter.payment),
    ...whoRules(filter),
    ...forRules(filter),
    ...totalRules(filter),
    ...traitRules(filter.has),
    productRule(db, filter.productId),
  ].filter((one) => one !== null);
  const days = dayRules(filter);
  const rules = [...found.map(({ rule }) => rule), ...days];
  return { rules, days, isFew: found.some((one) => one.isFew === true) };
}

function textRule(db: ReadDb, text: string): Rule | null {
  return text.trim() === '' ? null : ordersOfText(db, text.trim());
}

function statusRule(status: OrderFilterInput['status'], today: CalendarDate): Rule | null {
  switch (status) {
    case 'all':
      return null;
    case 'open':
      return { rule: isOpen, isFew: true };
    case 'due':
      return { rule: sql<SqlBool>`${isOpen} AND orders.deliveryDate = ${today}`, isFew: true };
    case 'overdue':
      return { rule: sql<SqlBool>`${isOpen} AND orders.deliveryDate < ${today}`, isFew: true };
    case 'delivered':
      return { rule: sql<SqlBool>`orders.status = 'delivered'` };
    case 'cancelled':
      return { rule: sql<SqlBool>`orders.status = 'cancelled'`, isFew: true };
    default:
      return { rule: sql<SqlBool>`${isOpen} AND orders.status = ${status}`, isFew: true };
  }
}

/** As `paymentStatus` of the domain derives it; a test compares them. */
function paymentRule(payment: OrderFilterInput['payment']): Rule | null {
  switch (payment) {
    case 'all':
      return null;
    case 'owing':
      return { rule: isOwing, isFew: true };
    case 'awaiting':
      return { rule: sql<SqlBool>`orders.awaitedTenderId IS NOT NULL AND ${isOwing}`, isFew: true };
    case 'refund-due':
      return { rule: refundDue, isFew: true };
    case 'unpaid':
      return { rule: unpaid, isFew: true };
    case 'part-paid':
      return { rule: sql<SqlBool>`${isOwing} AND ${kept} > 0`, isFew: true };
    case 'paid':
      return {
        rule: sql<SqlBool>`orders.refunded = 0 AND ${kept} = ${owed} AND orders.status <> 'cancelled'`,
      };
    case 'part-refunded':
      return { rule: sql<SqlBool>`${wasRefunded} AND ${kept} = ${owed} AND ${kept} > 0`, isFew: true };
    case 'refunded':
      return { rule: sql<SqlBool>`${wasRefunded} AND ${kept} = ${owed} AND ${kept} <= 0`, isFew: true };
  }
}

/** Each part spelled as its partial index is; a cancelled order of which nothing was paid is unpaid for good. */
const unpaid = sql<SqlBool>`orders.id IN (
  SELECT id FROM orders WHERE status <> 'cancelled' AND paid - refunded < total - credited AND paid - refunded <= 0
  UNION ALL SELECT id FROM orders WHERE status = 'cancelled' AND paid = 0)`;

/** Found through the refunds that were settled. */
const wasRefunded = sql<SqlBool>`orders.refunded > 0
  AND orders.id IN (SELECT orderId FROM refunds WHERE settledDate IS NOT NULL)`;

/**
 * Spelled as the partial indices of orders and refunds are. All together, doubles and all: to merge them, SQLite would
 * read every order by its number.
 */
const refundDue = sql<SqlBool>`orders.id IN (
  SELECT id FROM orders WHERE paid - refunded > 0
    AND (status = 'cancelled' OR paid - refunded > total - credited)
  UNION ALL SELECT orderId FROM refunds
    WHERE state IN ('awaiting', 'initiated', 'failed') AND state <> 'failed')`;

function whoRules({
  kind,
  channel,
  customerId,
  staffId,
  tenderId,
}: OrderFilterInput): readonly (Rule | null)[] {
  return [
    kind === 'all' ? null : { rule: sql<SqlBool>`orders.kind = ${kind}` },
    channelRule(channel),
    customerId === null ? null : { rule: sql<SqlBool>`orders.customerId = ${customerId}`, isFew: true },
    staffId === null ? null : { rule: sql<SqlBool>`orders.staffId = ${staffId}` },
    tenderId === null
      ? null
      : {
          rule: sql<SqlBool>`(orders.awaitedTenderId = ${tenderId} OR EXISTS (
            SELECT 1 FROM payments WHERE payments.orderId = orders.id AND payments.tenderId = ${tenderId}))`,
        },
  ];
}

function channelRule(channel: OrderFilterInput['channel']): Rule | null {
  if (channel === 'all') return null;
  if (channel === 'till') return { rule: sql<SqlBool>`orders.channel = 'till'` };
  return { rule: sql<SqlBool>`orders.channel <> 'till' AND orders.channel = ${channel}`, isFew: true };
}

function dayRules({ fromDate, toDate }: OrderFilterInput): readonly Expression<SqlBool>[] {
  return [
    ...(fromDate === null ? [] : [sql<SqlBool>`orders.businessDate >= ${fromDate}`]),
    ...(toDate === null ? [] : [sql<SqlBool>`orders.businessDate <= ${toDate}`]),
  ];
}

function forRules({ forFrom, forTo }: OrderFilterInput): readonly (Rule | null)[] {
  return [
    forFrom === null ? null : { rule: sql<SqlBool>`orders.deliveryDate >= ${forFrom}`, isFew: true },
    forTo === null ? null : { rule: sql<SqlBool>`orders.deliveryDate <= ${forTo}`, isFew: true },
  ];
}

function totalRules({ totalFrom, totalTo }: OrderFilterInput): readonly (Rule | null)[] {
  return [
    totalFrom === null ? null : { rule: sql<SqlBool>`orders.total >= ${totalFrom}` },
    totalTo === null ? null : { rule: sql<SqlBool>`orders.total <= ${totalTo}` },
  ];
}

function traitRules(has: OrderFilterInput['has']): readonly Rule[] {
  return [...new Set(has)].map((trait) => rulesOfTraits[trait]);
}

/** On the order, on one of its lines, or written since; each spelled as its partial index is. */
const hasNote = sql<SqlBool>`orders.id IN (
  SELECT id FROM orders WHERE note <> ''
  UNION ALL SELECT orderId FROM orderLines WHERE note <> ''
  UNION ALL SELECT orderId FROM orderEvents WHERE kind = 'note' AND json_extract(details, '$.note') IS NOT NULL)`;

const rulesOfTraits: Readonly<Record<OrderFilterInput['has'][number], Rule>> = {
  discount: { rule: sql<SqlBool>`orders.lineDiscount + orders.orderDiscount > 0`, isFew: true },
  note: { rule: hasNote, isFew: true },
  return: {
    rule: sql<SqlBool>`orders.id IN (SELECT orderId FROM returns WHERE orderId IS NOT NULL)`,
    isFew: true,
  },
};

/** A parent stands for its variants. */
function productRule(db: ReadDb, productId: number | null): Rule | null {
  if (productId === null) return null;
  const variants = db.all(query.selectFrom('products').select('id').where('parentId', '=', productId));
  const products = JSON.stringify([productId, ...variants.map(({ id }) => id)]);
  const isOnLine = hasProducts(products);
  if (isSoldOften(db, products)) return { rule: isOnLine };
  return { rule: sql<SqlBool>`orders.id IN (${idsByLedger(products)}) AND ${isOnLine}`, isFew: true };
}
