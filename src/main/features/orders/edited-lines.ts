import { sql } from 'kysely';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { mostMoney } from '../../../shared/domain/money.ts';
import type { PricedOrder } from '../../../shared/domain/pricing.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { keptLine, repriceOrder } from '../../../shared/domain/reprice-order.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import type { CommandContext } from '../../app/context.ts';
import type { OrderLinesTable } from '../../database/order-tables.ts';
import { preparedRead } from '../../database/prepared.ts';
import { amountColumns, lineRow } from './line-row.ts';
import type { OrderRecord } from './order-record.ts';
import { type SoldLine, soldLines } from './sold-lines.ts';

type Wish = Pick<Parsed<'orders.edit'>, 'lines' | 'added'>;

/** A line that stays: as it stands, and with how much it shall stand. */
export type KeptLine = { readonly row: OrderLinesTable; readonly quantity: Quantity };

export type EditedLines = {
  readonly kept: readonly KeptLine[];
  readonly added: readonly SoldLine[];
  readonly removed: readonly OrderLinesTable[];
};

/**
 * What an edit wants of an order's lines. What is added is looked up as the till's lines are.
 * @throws AppError `not-found`, `invalid-input` (a line twice), `whole-pieces-only`, `quantity-not-positive`,
 * `nothing-changed`, `nothing-left`, and what `soldLines` refuses.
 */
export function editedLines(
  ctx: CommandContext,
  before: readonly OrderLinesTable[],
  wish: Wish,
): EditedLines {
  const kept = wish.lines.map((line, index) => keptLineOf(before, line, index));
  const stay = new Set(kept.map((line) => line.row.lineNo));
  if (stay.size < kept.length)
    throw new AppError('invalid-input', { field: 'lines', reason: 'a line twice' });
  const removed = before.filter((line) => !stay.has(line.lineNo));
  if (kept.length + wish.added.length === 0) throw new AppError('nothing-left');
  const isChanged = kept.some((line) => line.quantity !== line.row.quantity);
  if (!isChanged && removed.length + wish.added.length === 0) throw new AppError('nothing-changed');
  const added = soldLines(ctx, { lines: wish.added });
  // By number, as the window prices them: where shares are equal, the earlier line takes the odd unit.
  return { kept: kept.toSorted((a, b) => a.row.lineNo - b.row.lineNo), removed, added };
}

function keptLineOf(
  before: readonly OrderLinesTable[],
  { lineNo, quantity: wanted }: Wish['lines'][number],
  index: number,
): KeptLine {
  const row = before.find((line) => line.lineNo === lineNo);
  if (!row) throw new AppError('not-found', { what: 'line', lineNo });
  const { name, unit } = row;
  if (wanted <= 0) throw new AppError('quantity-not-positive', { index, name });
  if (!isMeasured(unit) && wanted !== row.quantity && wanted % 1000 !== 0) {
    throw new AppError('whole-pieces-only', { index, name });
  }
  return { row, quantity: wanted };
}

/**
 * Prices the kept lines as they were placed, the added ones as they are sold now, and the discount over all.
 * @throws AppError `invalid-input` where the amounts are beyond what any shop sells.
 */
export function pricedEdit(order: OrderRecord, { kept, added }: EditedLines): PricedOrder {
  const lines = kept.map(({ row, quantity: wanted }) =>
    keptLine({ ...row, taxes: JSON.parse(row.taxes) }, wanted),
  );
  const pricesIncludeTax = order.pricesIncludeTax === 1;
  try {
    const priced = repriceOrder({ ...order, pricesIncludeTax }, [...lines, ...added]);
    if (priced.subtotal <= mostMoney && priced.total <= mostMoney) return priced;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new AppError('invalid-input', { field: 'lines', reason: 'too large' });
}

/** The rows that an edit leaves, by number: an added line never takes the number of one that was there before. */
export function editedRows(
  { db }: CommandContext,
  { id: orderId }: OrderRecord,
  { kept, added }: EditedLines,
  priced: PricedOrder,
): readonly OrderLinesTable[] {
  const amountsAt = (index: number) => {
    const amounts = priced.lines[index];
    if (!amounts) throw new Error('a line was not priced');
    return amounts;
  };
  const firstNew = 1 + (lastLine.get(db, { orderId })?.lineNo ?? 0);
  const rows = kept.map(
    ({ row, quantity: wanted }, index): OrderLinesTable => ({
      ...row,
      quantity: wanted,
      ...amountColumns(amountsAt(index)),
    }),
  );
  const newRows = added.map((line, index) =>
    lineRow(line, amountsAt(kept.length + index), { orderId, lineNo: firstNew + index }),
  );
  return [...rows, ...newRows].toSorted((a, b) => a.lineNo - b.lineNo);
}

/** The highest number that any line of an order has had: the goods that it moved remember a removed one. */
const lastLine = preparedRead<{ orderId: number }, { lineNo: number | null }>(
  (slot) => sql<{ lineNo: number | null }>`SELECT max(lineNo) AS lineNo FROM (
    SELECT max(lineNo) AS lineNo FROM orderLines WHERE orderId = ${slot('orderId')}
    UNION ALL SELECT max(sourceLine) FROM stockMovements
      WHERE sourceType = 'order' AND sourceId = ${slot('orderId')})`,
);
