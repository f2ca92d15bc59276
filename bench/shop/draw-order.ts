import type { Discount } from '../../src/shared/domain/discount.ts';
import { type Money, money } from '../../src/shared/domain/money.ts';
import type { OrderKind, OrderStatus } from '../../src/shared/domain/order-status.ts';
import { type PricedOrder, priceOrder } from '../../src/shared/domain/pricing.ts';
import { pieces, type Quantity } from '../../src/shared/domain/quantity.ts';
import { percent } from '../../src/shared/domain/rate.ts';
import { type Chance, weighted } from './chance.ts';
import { taxesOfClass } from './directory.ts';
import type { Good } from './products.ts';
import { dayMs, nowMs } from './size.ts';

export type DrawnLine = {
  readonly productId: number;
  readonly good: Good;
  readonly quantity: Quantity;
  readonly listPrice: Money;
  readonly unitPrice: Money;
  readonly discount: Discount | null;
};

export type Move = { readonly at: number; readonly from: OrderStatus; readonly to: OrderStatus };

/** An order with all that becomes of it up to now. */
export type DrawnOrder = {
  readonly kind: OrderKind;
  readonly isKiosk: boolean;
  /** Null where the customer ordered at the kiosk. */
  readonly staffId: number | null;
  readonly customerId: number | null;
  readonly at: number;
  readonly lines: readonly DrawnLine[];
  readonly orderDiscount: Discount | null;
  readonly priced: PricedOrder;
  readonly note: string | null;
  /** How it was paid, at once or when it was handed over; empty where it is not paid yet. */
  readonly tenders: readonly { readonly tenderId: number; readonly amount: Money }[];
  readonly isPrepaid: boolean;
  readonly moves: readonly Move[];
  readonly status: OrderStatus;
  /** What the shop sends back of a cancelled order, and when; null where it still waits. */
  readonly refundedAt: number | null;
  readonly back: DrawnReturn | null;
  readonly goodwill: { readonly at: number; readonly amount: Money } | null;
};

export type DrawnReturn = {
  readonly at: number;
  /** Which line, the first at 0. */
  readonly line: number;
  readonly count: Quantity;
  readonly disposition: 'restock' | 'damaged' | 'not-returned';
  readonly reason: 'unwanted' | 'faulty' | 'wrong-item' | 'other';
};

export type Market = {
  readonly goods: readonly Good[];
  readonly product: (chance: Chance) => number;
  readonly customer: (chance: Chance) => number;
};

const lineCounts = weighted([22, 24, 18, 12, 8, 6, 4, 2.5, 1.5, 1, 0.6, 0.4]);
const reasons = ['unwanted', 'faulty', 'wrong-item', 'other'] as const;
const dispositions = ['restock', 'restock', 'restock', 'restock', 'damaged', 'not-returned'] as const;

/** An order placed at an instant, `years` before now: what it holds, and how it goes on. */
export function drawOrder(chance: Chance, market: Market, at: number): DrawnOrder {
  const { next, whole, happens } = chance;
  const draw = next();
  const kind: OrderKind = draw < 0.7 ? 'counter' : draw < 0.8 ? 'pickup' : 'delivery';
  const isKiosk = kind === 'pickup' && happens(0.3);
  const customerId = kind === 'counter' && happens(0.5) ? null : market.customer(chance);
  const lines = Array.from({ length: 1 + lineCounts(chance) }, () => drawLine(chance, market, at));
  const orderDiscount: Discount | null = happens(0.03) ? { kind: 'percent', rate: percent(5) } : null;
  const priced = priceOrder({
    lines: lines.map((line) => ({ ...line, taxes: taxesOfClass[line.good.taxClass - 1] ?? [] })),
    orderDiscount,
    pricesIncludeTax: true,
    taxRounding: 'line',
  });
  const moves = kind === 'counter' ? [] : drawMoves(chance, kind, at).filter((move) => move.at <= nowMs);
  const status = moves.at(-1)?.to ?? (kind === 'counter' ? 'delivered' : 'received');
  const isPrepaid = kind === 'counter' || happens(0.6);
  const isPaid = isPrepaid || status === 'delivered';
  const tenders = isPaid ? drawTenders(chance, kind, priced.total) : [];
  const endAt = moves.at(-1)?.at ?? at;
  const refundAt = endAt + whole(1, 4) * dayMs;
  return {
    kind,
    isKiosk,
    staffId: isKiosk ? null : whole(1, 6),
    customerId,
    at,
    lines,
    orderDiscount,
    priced,
    note: happens(0.02) ? 'Please wrap it as a present' : null,
    tenders,
    isPrepaid,
    moves,
    status,
    refundedAt: status === 'cancelled' && isPrepaid && refundAt <= nowMs ? refundAt : null,
    ...drawAfterwards(chance, status, endAt, lines, priced, tenders),
  };
}

function drawLine(chance: Chance, { goods, product }: Market, at: number): DrawnLine {
  const { happens, whole } = chance;
  const productId = product(chance);
  const good = goods[productId - 1];
  if (!good) throw new Error('no such product');
  // Two per cent a year: what is sold was cheaper then.
  const years = (nowMs - at) / (365 * dayMs);
  const listPrice = money(Math.max(1, Math.floor(good.price * (1 - 0.02 * years))));
  return {
    productId,
    good,
    quantity: pieces(happens(0.75) ? 1 : whole(2, 5)),
    listPrice,
    unitPrice: happens(0.005) ? money(Math.floor(listPrice * 0.9)) : listPrice,
    discount: happens(0.04) ? { kind: 'percent', rate: percent(10) } : null,
  };
}

/** How an order goes on that is not handed over at once. One in eight is cancelled, most of them before they leave. */
function drawMoves({ happens, whole }: Chance, kind: OrderKind, at: number): readonly Move[] {
  const cancelled = happens(0.12);
  const hour = 3_600_000;
  const soon = at + whole(20, 30) * hour;
  if (cancelled && (kind === 'pickup' || happens(0.7)))
    return [{ at: soon, from: 'received', to: 'cancelled' }];
  if (kind === 'pickup') return [{ at: soon + whole(0, 60) * hour, from: 'received', to: 'delivered' }];
  const away = soon + 4 * hour;
  const there = away + whole(20, 72) * hour;
  return [
    { at: soon, from: 'received', to: 'shipped' },
    { at: away, from: 'shipped', to: 'in-transit' },
    { at: there, from: 'in-transit', to: cancelled ? 'cancelled' : 'delivered' },
  ];
}

const counterTender = weighted([45, 40, 12, 3]);

function drawTenders(chance: Chance, kind: OrderKind, total: Money): DrawnOrder['tenders'] {
  if (total === 0) return [];
  const first = kind === 'counter' ? 1 + counterTender(chance) : chance.whole(2, 3);
  if (first !== 1 || total < 1000 || !chance.happens(0.05)) return [{ tenderId: first, amount: total }];
  const part = money(Math.floor(total / 2));
  return [
    { tenderId: 2, amount: part },
    { tenderId: 1, amount: money(total - part) },
  ];
}

/** Three in a hundred come back in part, three in a thousand are given something. Both come out of one payment. */
function drawAfterwards(
  { happens, whole }: Chance,
  status: OrderStatus,
  from: number,
  lines: readonly DrawnLine[],
  { total }: PricedOrder,
  tenders: DrawnOrder['tenders'],
): Pick<DrawnOrder, 'back' | 'goodwill'> {
  const comesBack = happens(0.03);
  const isGiven = happens(0.003);
  const at = from + whole(1, 20) * dayMs;
  if (status !== 'delivered' || at > nowMs || tenders.length !== 1) return { back: null, goodwill: null };
  if (comesBack) {
    const line = whole(0, lines.length - 1);
    const sold = (lines[line]?.quantity ?? 0) / 1000;
    const [reason, disposition] = [reasons[whole(0, 3)], dispositions[whole(0, 5)]];
    const back = { at, line, count: pieces(whole(1, sold)), reason: reason ?? 'other' };
    return { back: { ...back, disposition: disposition ?? 'restock' }, goodwill: null };
  }
  const amount = money(Math.floor(total / 10));
  return { back: null, goodwill: isGiven && amount > 0 ? { at, amount } : null };
}
