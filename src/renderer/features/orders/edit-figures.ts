import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { keptRounding } from '../../../shared/domain/kept-rounding.ts';
import { type Money, money } from '../../../shared/domain/money.ts';
import type { PricingLine } from '../../../shared/domain/pricing.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import { keptLine, repriceOrder } from '../../../shared/domain/reprice-order.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import type { EditDraft } from './edit-draft.ts';
import { type MoneyBack, revisedMoney } from './money-back.ts';

export type EditFigures = MoneyBack & {
  /** What each line comes to now; absent for those that are removed or cannot be read. */
  readonly keptTotals: ReadonlyMap<number, Money>;
  readonly addedTotals: ReadonlyMap<string, Money>;
  readonly total: Money;
  /** New total less the one before; negative where the order gets cheaper. */
  readonly difference: Money;
  /** What is then still to be paid. */
  readonly open: Money;
  readonly isChanged: boolean;
  /** Why it cannot be saved as it stands. */
  readonly problem: 'unreadable' | 'nothing-left' | null;
};

type Priced =
  | { readonly kind: 'kept'; readonly lineNo: number; readonly line: PricingLine }
  | { readonly kind: 'added'; readonly id: string; readonly line: PricingLine };

/** What an edit comes to, by the same rules as main prices it. */
export function editFigures(order: OrderDetail, draft: EditDraft, cashIncrement: Money): EditFigures {
  const lines = pricedLines(order, draft);
  const priced = repriceOrder(
    order,
    lines.map(({ line }) => line),
  );
  const keptTotals = new Map<number, Money>();
  const addedTotals = new Map<string, Money>();
  lines.forEach((one, index) => {
    const total = priced.lines[index]?.total;
    if (total === undefined) return;
    if (one.kind === 'kept') keptTotals.set(one.lineNo, total);
    else addedTotals.set(one.id, total);
  });
  const total = money(priced.total + keptRounding(order.rounding, priced.total));
  return {
    ...revisedMoney(order, total, cashIncrement),
    keptTotals,
    addedTotals,
    total,
    difference: money(total - order.total),
    isChanged: isChanged(order, draft),
    problem: total < order.credited ? 'nothing-left' : problemOf(order, draft),
  };
}

function pricedLines(order: OrderDetail, draft: EditDraft): readonly Priced[] {
  const kept = order.lines.flatMap((placed): Priced[] => {
    const line = draft.kept.get(placed.lineNo);
    const quantity = line?.quantity ?? null;
    if (line === undefined || line.isRemoved || quantity === null || quantity <= 0) return [];
    return [{ kind: 'kept', lineNo: placed.lineNo, line: keptLine(placed, quantity) }];
  });
  const added = draft.added.flatMap(({ id, typed, ...line }): Priced[] =>
    typed === null || typed <= 0 ? [] : [{ kind: 'added', id, line: { ...line, quantity: typed } }],
  );
  return [...kept, ...added];
}

function isChanged(order: OrderDetail, { kept, added }: EditDraft): boolean {
  return (
    added.length > 0 ||
    order.lines.some(({ lineNo, quantity }) => {
      const line = kept.get(lineNo);
      return line !== undefined && (line.isRemoved || line.quantity !== quantity);
    })
  );
}

function problemOf(order: OrderDetail, { kept, added }: EditDraft): EditFigures['problem'] {
  const staying = order.lines.flatMap(({ lineNo, unit }) => {
    const line = kept.get(lineNo);
    return line === undefined || line.isRemoved ? [] : [{ quantity: line.quantity, unit }];
  });
  const all = [...staying, ...added.map(({ typed, unit }) => ({ quantity: typed, unit }))];
  if (all.length === 0) return 'nothing-left';
  return all.every((line) => isOrderable(line.quantity, line.unit)) ? null : 'unreadable';
}

/** More than nothing, and whole pieces of what is sold by the piece. */
export function isOrderable(quantity: Quantity | null, unit: Unit): boolean {
  return quantity !== null && quantity > 0 && (isMeasured(unit) || quantity % 1000 === 0);
}
