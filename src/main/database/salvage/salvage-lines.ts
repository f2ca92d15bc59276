import type BetterSqlite3 from 'better-sqlite3';
import type { Discount } from '../../../shared/domain/discount.ts';
import { money } from '../../../shared/domain/money.ts';
import { priceOrder, type TaxRounding } from '../../../shared/domain/pricing.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { rate } from '../../../shared/domain/rate.ts';

type Short = {
  readonly orderId: number;
  readonly lineCount: number;
  readonly includes: number;
  readonly taxRounding: TaxRounding;
  readonly orderDiscountRate: number | null;
  /** What the lines that are lost must come to. */
  readonly gross: number;
  readonly discount: number;
  readonly orderDiscount: number;
  readonly net: number;
  readonly tax: number;
};

type Moved = {
  readonly lineNo: number;
  readonly productId: number;
  readonly quantity: number;
  readonly unitCost: number | null;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: string;
  readonly price: number;
};

type Tax = { readonly name: string; readonly rate: number; readonly amount: number };

/**
 * Writes lines of orders again that are lost: what was sold follows from the stock that it moved, what it cost from the
 * totals of the order. Only where both agree to the last coin, so that nothing is made up. The newest schema alone.
 * Answers how many there were.
 */
export function rebuildLines(database: BetterSqlite3.Database): number {
  const short = database
    .prepare(
      `SELECT o.id AS orderId, o.lineCount, o.pricesIncludeTax AS includes, o.taxRounding, o.orderDiscountRate,
         o.subtotal - total(l.gross) AS gross, o.lineDiscount - total(l.discount) AS discount,
         o.orderDiscount - total(l.orderDiscount) AS orderDiscount,
         o.net - total(l.net) AS net, o.tax - total(l.tax) AS tax
       FROM orders o LEFT JOIN orderLines l ON l.orderId = o.id GROUP BY o.id HAVING count(l.lineNo) < o.lineCount`,
    )
    .all() as Short[];
  const parts = statements(database);
  let count = 0;
  for (const order of short) {
    const there = new Set(parts.numbers.all(order.orderId) as number[]);
    const lost = (parts.moved.all(order) as Moved[]).filter(({ lineNo }) => !there.has(lineNo));
    if (there.size + lost.length !== order.lineCount) continue;
    for (const line of linesOf(order, lost, parts.taxes.all(order) as Tax[])) {
      count += parts.insert.run({ orderId: order.orderId, ...line }).changes;
    }
  }
  return count;
}

function statements(database: BetterSqlite3.Database) {
  return {
    numbers: database.prepare('SELECT lineNo FROM orderLines WHERE orderId = ?').pluck(),
    // What was reserved first and sold later is moved twice, and an edit moves it again.
    moved: database.prepare(`SELECT m.sourceLine AS lineNo, m.productId,
        max(abs(m.onHandChange) + abs(m.reservedChange)) AS quantity, max(m.unitCost) AS unitCost,
        p.name, p.sku, p.unit, p.price
      FROM stockMovements m JOIN products p ON p.id = m.productId
      WHERE m.sourceType = 'order' AND m.sourceId = @orderId AND m.type IN ('sale', 'reserve')
      GROUP BY m.sourceLine HAVING count(DISTINCT m.productId) = 1 AND max(m.sourceRound) = 0
      ORDER BY m.sourceLine`),
    taxes: database.prepare(`SELECT t.name, t.rate, t.amount - ifnull((
        SELECT sum(tax.value ->> 'amount') FROM orderLines l, json_each(l.taxes) AS tax
        WHERE l.orderId = t.orderId AND tax.value ->> 'name' = t.name AND tax.value ->> 'rate' = t.rate), 0) AS amount
      FROM orderTaxes t WHERE t.orderId = @orderId`),
    insert:
      database.prepare(`INSERT OR IGNORE INTO orderLines (orderId, lineNo, productId, name, sku, unit, quantity,
        listPrice, unitPrice, gross, discount, orderDiscount, net, tax, total, taxes, unitCost)
      VALUES (@orderId, @lineNo, @productId, @name, @sku, @unit, @quantity,
        @unitPrice, @unitPrice, @gross, @discount, @orderDiscount, @net, @tax, @net + @tax, @taxes, @unitCost)`),
  };
}

type Line = Omit<Moved, 'price'> &
  Pick<Short, 'gross' | 'discount' | 'orderDiscount' | 'net' | 'tax'> & {
    readonly unitPrice: number;
    readonly taxes: string;
  };

/** Nothing where the totals do not say what each line came to. */
function linesOf(order: Short, lost: readonly Moved[], taxes: readonly Tax[]): readonly Line[] {
  const owed = taxes.filter(({ amount }) => amount !== 0);
  const [only] = lost;
  if (only && lost.length === 1) return lineOf(order, only, owed);
  // Where some are there nothing tells how discounts and taxes were shared out.
  return lost.length === order.lineCount ? pricedLines(order, lost, owed) : [];
}

/** One line is what is missing of its order. */
function lineOf(order: Short, { price, ...moved }: Moved, owed: readonly Tax[]): readonly Line[] {
  const { gross, discount, orderDiscount, net, tax } = order;
  const taxed = owed.reduce((sum, { amount }) => sum + amount, 0);
  const due = order.includes === 1 ? net + tax : net;
  const unitPrice = unitPriceOf(price, moved.quantity, gross);
  if (unitPrice === null || taxed !== tax || gross - discount - orderDiscount !== due) return [];
  return [{ ...moved, unitPrice, gross, discount, orderDiscount, net, tax, taxes: JSON.stringify(owed) }];
}

/** The price today where it fits, else the only whole one that does. */
function unitPriceOf(price: number, quantity: number, gross: number): number | null {
  if (quantity <= 0) return null;
  const fits = (unitPrice: number) => Math.floor((2 * unitPrice * quantity + 1000) / 2000) === gross;
  const near = Math.floor((gross * 1000) / quantity);
  return [price, near, near + 1].find(fits) ?? null;
}

/** The order priced anew at today's prices, where that comes to what it came to. */
function pricedLines(order: Short, lost: readonly Moved[], owed: readonly Tax[]): readonly Line[] {
  if (order.discount !== 0) return [];
  const taxes = owed.map(({ name, rate: of }) => ({ name, rate: rate(of) }));
  const priced = priceOrder({
    lines: lost.map(({ price, quantity: sold }) => {
      return { unitPrice: money(price), quantity: quantity(sold), discount: null, taxes };
    }),
    orderDiscount: order.orderDiscount === 0 ? null : discountOf(order),
    pricesIncludeTax: order.includes === 1,
    taxRounding: order.taxRounding,
  });
  const isSame =
    priced.subtotal === order.gross &&
    priced.orderDiscount === order.orderDiscount &&
    priced.net === order.net &&
    owed.every(({ name, amount }) => priced.taxes.some((one) => one.name === name && one.amount === amount));
  if (!isSame) return [];
  return lost.flatMap(({ price, ...moved }, place) => {
    const line = priced.lines[place];
    return line ? [{ ...moved, ...line, unitPrice: price, taxes: JSON.stringify(line.taxes) }] : [];
  });
}

function discountOf({ orderDiscount, orderDiscountRate }: Short): Discount {
  return orderDiscountRate === null
    ? { kind: 'amount', amount: money(orderDiscount) }
    : { kind: 'percent', rate: rate(orderDiscountRate) };
}
