import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { OrderFilterInput } from '../../../shared/contract/order-filter.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import type { ReadDb } from '../../database/connection.ts';
import { query } from '../../database/query.ts';
import { fewAtMost, fewOfTotal, isLonger, mostTotal } from './few-orders.ts';
import { ordersOfText } from './orders-of-text.ts';
import { hasProducts, idsByLedger, isSoldOften } from './orders-with-products.ts';

/** What must hold of `orders`. */
export type OrderScope = {
  readonly rules: readonly Expression<SqlBool>[];
  /** Of those, which the list in each order already meets: from where to where. */
  readonly inLine: Readonly<Record<OrderSort, readonly Expression<SqlBool>[]>>;
  /** An index of few orders meets some of it; else the list is walked for it. */
  readonly isFew: boolean;
};

/** What orders are put in order by. */
export type OrderSort = 'placed' | 'total' | 'for';

type Rule = { readonly rule: Expression<SqlBool>; readonly isFew?: boolean };

/** Spelled as the partial index of open orders is, or SQLite would not use it. */
const isOpen = sql<SqlBool>`orders.status IN ('received', 'shipped', 'in-transit')`;
const kept = sql`(orders.paid - orders.refunded)`;
const owed = sql`iif(orders.status = 'cancelled', 0, max(0, orders.total - orders.credited))`;

/** A filter as SQL over `orders`, every part of it at once. */
export function orderScope(db: ReadDb, filter: OrderFilterInput, today: CalendarDate): OrderScope {
  const found = [
    textRule(db, filter.text),
    statusRule(filter.status, today),
    paymentRule(filter.payment),
    ...whoRules(filter),
    ...traitRules(db, filter.has),
    productRule(db, filter.productId),
  ].filter((one) => one !== null);
  const ranges = [forRule(db, filter), totalRule(db, filter)] as const;
  const both = [...found, ...ranges.filter((one) => one !== null)];
  const days = dayRules(filter);
  const inLine = { placed: days, for: lineOf(ranges[0]), total: lineOf(ranges[1]) };
  return {
    rules: [...both.map(({ rule }) => rule), ...days],
    inLine,
    isFew: both.some((one) => one.isFew === true),
  };
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
      return { rule: amongOwing(sql`1`), isFew: true };
    case 'awaiting':
      return { rule: amongOwing(sql`awaitedTenderId IS NOT NULL`), isFew: true };
    case 'refund-due':
      return { rule: refundDue, isFew: true };
    case 'unpaid':
      return { rule: unpaid, isFew: true };
    case 'part-paid':
      return { rule: amongOwing(sql`paid - refunded > 0`), isFew: true };
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

/** Spelled as `ordersUnpaid` is; a cancelled order of which nothing was paid is unpaid for good. */
const unpaid = sql<SqlBool>`(orders.paid - orders.refunded <= 0
  AND iif(orders.status = 'cancelled', orders.paid = 0, orders.paid - orders.refunded < orders.total - orders.credited))`;

/** Spelled as `ordersOwing` is, and gathered first: any order of the list would else be walked for a handful. */
function amongOwing(rule: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`orders.id IN (SELECT id FROM orders
    WHERE status <> 'cancelled' AND paid - refunded < total - credited AND ${rule})`;
}

/** `ordersRefunded` holds exactly these. */
const wasRefunded = sql<SqlBool>`orders.refunded > 0`;

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

function lineOf(range: Range | null): readonly Expression<SqlBool>[] {
  return range === null ? [] : [range.line];
}

/** A range of what the list may be put in order by; `line` enters its index. */
type Range = Rule & { readonly line: Expression<SqlBool> };

function forRule(db: ReadDb, { forFrom, forTo }: OrderFilterInput): Range | null {
  if (forFrom === null && forTo === null) return null;
  const [from, to] = [forFrom ?? 0, forTo ?? 99_991_231];
  const line = sql<SqlBool>`orders.deliveryDate BETWEEN ${from} AND ${to}`;
  const isFew = !isLonger(
    db,
    sql`SELECT id FROM orders WHERE deliveryDate IS NOT NULL AND ${line}`,
    fewAtMost,
  );
  // Of many, no other order of the list may begin with all of them.
  return { rule: isFew ? line : sql<SqlBool>`+orders.deliveryDate BETWEEN ${from} AND ${to}`, line, isFew };
}

function totalRule(db: ReadDb, { totalFrom, totalTo }: OrderFilterInput): Range | null {
  if (totalFrom === null && totalTo === null) return null;
  const [from, to] = [totalFrom ?? zeroMoney, totalTo ?? mostTotal];
  const ids = fewOfTotal(db, from, to);
  const line = sql<SqlBool>`orders.total BETWEEN ${from} AND ${to}`;
  if (ids === null) return { rule: line, line };
  return { rule: sql<SqlBool>`orders.id IN (${ids}) AND ${line}`, line, isFew: true };
}

function traitRules(db: ReadDb, has: OrderFilterInput['has']): readonly Rule[] {
  return [...new Set(has)].map((trait) => ruleOfTrait(db, trait));
}

function ruleOfTrait(db: ReadDb, trait: OrderFilterInput['has'][number]): Rule {
  switch (trait) {
    case 'discount':
      return { rule: sql<SqlBool>`orders.lineDiscount + orders.orderDiscount > 0`, isFew: true };
    case 'note':
      return gathered(db, noted, isNoted);
    case 'return':
      return gathered(db, sql`SELECT orderId FROM returns WHERE orderId IS NOT NULL`, isReturned);
  }
}

/** On the order, on one of its lines, or written since; each spelled as its partial index is. */
const noted = sql`SELECT id FROM orders WHERE note <> ''
  UNION ALL SELECT orderId FROM orderLines WHERE note <> ''
  UNION ALL SELECT orderId FROM orderEvents WHERE kind = 'note' AND json_extract(details, '$.note') IS NOT NULL`;
/** The same of one order; the pluses keep SQLite from beginning with all that have one. */
const isNoted = sql<SqlBool>`(+orders.note <> ''
  OR EXISTS (SELECT 1 FROM orderLines AS l WHERE l.orderId = orders.id AND +l.note <> '')
  OR EXISTS (SELECT 1 FROM orderEvents AS e WHERE e.orderId = orders.id AND +e.kind = 'note'
    AND json_extract(e.details, '$.note') IS NOT NULL))`;
const isReturned = sql<SqlBool>`EXISTS (SELECT 1 FROM returns AS r WHERE r.orderId = orders.id)`;

/** Through the list of their numbers where that is short, else by looking at each order. */
function gathered(db: ReadDb, ids: RawBuilder<unknown>, isOne: RawBuilder<SqlBool>): Rule {
  if (isLonger(db, ids, fewAtMost)) return { rule: isOne };
  return { rule: sql<SqlBool>`orders.id IN (${ids})`, isFew: true };
}

/** A parent stands for its variants. */
function productRule(db: ReadDb, productId: number | null): Rule | null {
  if (productId === null) return null;
  const variants = db.all(query.selectFrom('products').select('id').where('parentId', '=', productId));
  const products = JSON.stringify([productId, ...variants.map(({ id }) => id)]);
  const isOnLine = hasProducts(products);
  if (isSoldOften(db, products)) return { rule: isOnLine };
  return { rule: sql<SqlBool>`orders.id IN (${idsByLedger(products)}) AND ${isOnLine}`, isFew: true };
}
