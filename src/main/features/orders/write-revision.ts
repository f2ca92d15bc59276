import { AppError } from '../../../shared/contract/errors.ts';
import { keptRounding } from '../../../shared/domain/kept-rounding.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import { type PricedOrder, sumOrder } from '../../../shared/domain/pricing.ts';
import type { CommandContext } from '../../app/context.ts';
import type { OrderLinesTable } from '../../database/order-tables.ts';
import { preparedWrite } from '../../database/prepared.ts';
import { query } from '../../database/query.ts';
import { correctFigures } from '../reports/correct-figures.ts';
import { requireAllowedGoodwill } from './allowed-discounts.ts';
import { appendEvent } from './append-event.ts';
import { pricedLineOf } from './line-row.ts';
import type { OrderRecord } from './order-record.ts';
import { insertLine, insertOrderTax } from './order-statements.ts';
import { releaseLine, reserveLine } from './order-stock.ts';

type Lines = readonly OrderLinesTable[];

/** An order's lines as they stand and as they shall stand, both by number. */
export type Revision = {
  readonly before: Lines;
  readonly after: Lines;
  /** Why, for the timeline. */
  readonly details: Readonly<Record<string, unknown>>;
};

const deleteLines = preparedWrite<{ orderId: number }>((slot) =>
  query.deleteFrom('orderLines').where('orderId', '=', slot('orderId')),
);

const deleteTaxes = preparedWrite<{ orderId: number }>((slot) =>
  query.deleteFrom('orderTaxes').where('orderId', '=', slot('orderId')),
);

/**
 * Writes a new revision of an order that has not left the shop: its lines, what they come to, its taxes, and the
 * goods that are promised to it. Goodwill that was given stays given.
 * @throws AppError `nothing-left` where no line stays, or where what stays costs less than was taken off already;
 * `discount-above-limit` where goodwill would be too large a part of it. Nothing is written then.
 */
export function writeRevision(ctx: CommandContext, order: OrderRecord, revision: Revision): Money {
  const { before, after, details } = revision;
  if (after.length === 0) throw new AppError('nothing-left');
  const sums = sumOrder(after.map(pricedLineOf));
  const total = revisedTotal(order, sums);
  if (total < order.credited) throw new AppError('nothing-left', { credited: order.credited });
  requireAllowedGoodwill(ctx, order, { ...sums, total });
  const next = { id: order.id, revision: order.revision + 1 };
  correctFigures(ctx, order.id, () => {
    writeRows(ctx, order.id, after, sums);
    writeHeader(ctx, order, { ...sums, total, lineCount: after.length });
  });
  movePromises(ctx, order, next, revision);
  appendEvent(ctx, order.id, 'edited', {
    revision: next.revision,
    ...details,
    before: before.map(toldLine),
    after: after.map(toldLine),
    changes: changesOf(before, after),
    total: { from: order.total, to: total },
  });
  return total;
}

/** What an order costs with other lines: the cash rounding that was paid stays with it. */
export function revisedTotal(order: Pick<OrderRecord, 'rounding'>, sums: Pick<PricedOrder, 'total'>): Money {
  return money(sums.total + keptRounding(order.rounding, sums.total));
}

function writeRows({ db }: CommandContext, orderId: number, lines: Lines, sums: PricedOrder): void {
  deleteLines.run(db, { orderId });
  deleteTaxes.run(db, { orderId });
  for (const line of lines) insertLine.run(db, line);
  for (const tax of sums.taxes) insertOrderTax.run(db, { orderId, ...tax });
}

type Header = PricedOrder & { readonly lineCount: number };

function writeHeader({ db }: CommandContext, order: OrderRecord, header: Header): void {
  const { subtotal, lineDiscount, orderDiscount, net, tax, total, lineCount } = header;
  const rounding = money(total - net - tax);
  const sums = { subtotal, lineDiscount, orderDiscount, net, tax, rounding, total, lineCount };
  db.run(
    query
      .updateTable('orders')
      .set({ ...sums, revision: order.revision + 1 })
      .where('id', '=', order.id),
  );
}

/**
 * A line that changed releases what it was promised in the round that promised it, and is promised anew in the next:
 * so each round promises, and takes back, once.
 */
function movePromises(
  ctx: CommandContext,
  order: OrderRecord,
  next: Pick<OrderRecord, 'id' | 'revision'>,
  { before, after }: Revision,
): void {
  const isSame = (a: OrderLinesTable, b: OrderLinesTable): boolean =>
    a.lineNo === b.lineNo && a.quantity === b.quantity;
  for (const line of before) if (!after.some((one) => isSame(one, line))) releaseLine(ctx, order, line);
  for (const line of after) if (!before.some((one) => isSame(one, line))) reserveLine(ctx, next, line);
}

function toldLine({ lineNo, productId, name, quantity, unitPrice, total }: OrderLinesTable) {
  return { lineNo, productId, name, quantity, unitPrice, total };
}

/** What a person is told of the change: names and quantities, 0 for what was not there. */
function changesOf(before: Lines, after: Lines) {
  const numbers = [...new Set([...before, ...after].map((line) => line.lineNo))].toSorted((a, b) => a - b);
  return numbers.flatMap((lineNo) => {
    const was = before.find((line) => line.lineNo === lineNo);
    const is = after.find((line) => line.lineNo === lineNo);
    const [from, to] = [was?.quantity ?? 0, is?.quantity ?? 0];
    return from === to ? [] : [{ name: is?.name ?? was?.name, from, to }];
  });
}
