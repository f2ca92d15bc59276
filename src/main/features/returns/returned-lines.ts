import { AppError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { type ReturnWorth, returnWorth } from '../../../shared/domain/return-worth.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import type { ReturnLinesTable } from '../../database/order-tables.ts';
import type { ReturnableLine } from './returnable-lines.ts';

/** A line that is about to come back, at what it is worth. */
export type ReturnedLine = Omit<ReturnLinesTable, 'returnId' | 'lineNo' | 'taxes'> & {
  readonly taxes: ReturnWorth['taxes'];
};

type Wanted = Parsed<'returns.create'>['lines'][number];

/**
 * Holds what is to come back against what was sold, and prices it. A line may be named more than once: one piece of
 * it for the shelf, another damaged. Where no money goes back the goods count as returned and are worth nothing.
 * @throws AppError `return-above-sold`, `quantity-not-positive`, `whole-pieces-only`, `not-found`.
 */
export function returnedLines(
  sold: readonly ReturnableLine[],
  wanted: readonly Wanted[],
): readonly ReturnedLine[] {
  const returned = new Map<number, Quantity>(sold.map((line) => [line.lineNo, line.returned]));
  return wanted.map(({ lineNo, quantity: count, reason, disposition, giveMoneyBack }) => {
    const line = sold.find((one) => one.lineNo === lineNo);
    if (!line) throw new AppError('not-found', { what: 'order line', lineNo });
    requireCountable(line, count);
    const before = returned.get(lineNo) ?? line.returned;
    const left = quantity(line.quantity - before);
    if (count > left) throw new AppError('return-above-sold', { lineNo, name: line.name, left });
    returned.set(lineNo, quantity(before + count));
    const worth = worthOf(line, before, count, giveMoneyBack);
    const { productId, name, sku, unit, unitCost } = line;
    const goods = { orderLineNo: lineNo, productId, name, sku, unit, unitCost, quantity: count };
    return { ...goods, ...worth, reason, disposition };
  });
}

/** @throws AppError `quantity-not-positive`, `whole-pieces-only`. */
export function requireCountable(
  goods: { readonly name: string; readonly unit: Unit },
  count: Quantity,
): void {
  const { name, unit } = goods;
  if (count <= 0) throw new AppError('quantity-not-positive', { name });
  if (!isMeasured(unit) && count % 1000 !== 0) throw new AppError('whole-pieces-only', { name });
}

function worthOf(line: ReturnableLine, before: Quantity, count: Quantity, hasWorth: boolean): ReturnWorth {
  const worth = returnWorth({ ...line, taxes: JSON.parse(line.taxes) }, before, count);
  if (hasWorth) return worth;
  const taxes = worth.taxes.map((tax) => ({ ...tax, amount: zeroMoney }));
  return { net: zeroMoney, tax: zeroMoney, total: zeroMoney, taxes };
}
