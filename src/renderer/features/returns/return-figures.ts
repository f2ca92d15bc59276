import type { Cart } from '../../../shared/domain/cart.ts';
import { pricingOf } from '../../../shared/domain/cart.ts';
import { countItems } from '../../../shared/domain/count-items.ts';
import {
  addMoney,
  type Money,
  money,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../../../shared/domain/money.ts';
import { orderBalance } from '../../../shared/domain/order-balance.ts';
import type { PricedOrder, TaxRounding } from '../../../shared/domain/pricing.ts';
import { refundAmount } from '../../../shared/domain/refund-amount.ts';
import { returnCredit } from '../../../shared/domain/return-credit.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import {
  type BackLine,
  chosenOf,
  leftOf,
  type ReturnDraft,
  type Sale,
  type SoldLine,
} from './return-draft.ts';

/** Why a line cannot come back as it stands. */
export type LineProblem = 'unreadable' | 'above-left' | 'whole-pieces';

export type ReturnFigures = {
  /** What each chosen line is worth, by its number. */
  readonly worth: ReadonlyMap<number, Money>;
  /** Things that come back, as a person counts them. */
  readonly items: number;
  /** What comes off the order: the worth of the goods, and with the last of them its cash rounding. */
  readonly credit: Money;
  /** What of the credit was never paid and so only lowers what is owed. */
  readonly unpaid: Money;
  /** Due back since before this return. */
  readonly dueBefore: Money;
  readonly newGoods: PricedOrder;
  /** What of the value is spent on the new goods. */
  readonly spent: Money;
  /** What the new goods cost on top. */
  readonly toPay: Money;
  readonly toGiveBack: Money;
};

type ShopRules = { readonly pricesIncludeTax: boolean; readonly taxRounding: TaxRounding };

/** The lines that come back, in the sale's order. */
export function chosenLines(sale: Sale, draft: ReturnDraft): readonly { line: SoldLine; back: BackLine }[] {
  return sale.lines.flatMap((line) => {
    const back = draft.back[line.lineNo];
    return back && chosenOf(draft, line.lineNo) > 0 ? [{ line, back }] : [];
  });
}

/** Why a line cannot come back as it stands; null where it can, or is not chosen. */
export function lineProblem(line: SoldLine, back: BackLine | undefined): LineProblem | null {
  if (!back) return null;
  if (back.quantity === null) return 'unreadable';
  if (back.quantity > leftOf(line)) return 'above-left';
  return !isMeasured(line.unit) && back.quantity % 1000 !== 0 ? 'whole-pieces' : null;
}

/** Whether nothing stands in the way of settling: something comes back, and every line can come and go. */
export function mayReturn(sale: Sale, draft: ReturnDraft): boolean {
  const isMarred = sale.lines.some((line) => lineProblem(line, draft.back[line.lineNo]) !== null);
  const isUnfit = Object.keys(draft.unfit).length > 0;
  return !isMarred && !isUnfit && chosenLines(sale, draft).length > 0;
}

/** What a return comes to, as main will count it: only to be shown. */
export function returnFigures(sale: Sale, draft: ReturnDraft, rules: ShopRules): ReturnFigures {
  const chosen = chosenLines(sale, draft);
  const worth = new Map(chosen.map(({ line, back }) => [line.lineNo, worthOf(line, back)]));
  const before = sumMoney(sale.lines.map((line) => line.credited));
  const credit = returnCredit(sale, before, sumMoney([...worth.values()]));
  const dueBefore = dueBackOf(sale, sale.credited);
  const dueBack = dueBackOf(sale, addMoney(sale.credited, credit));
  const newGoods = pricingOf(draft.fresh, rules);
  const spent = money(Math.min(dueBack, newGoods.total));
  return {
    worth,
    items: countItems(
      chosen.map(({ line, back }) => ({ unit: line.unit, quantity: back.quantity ?? line.sold })),
    ),
    credit,
    unpaid: money(credit - (dueBack - dueBefore)),
    dueBefore,
    newGoods,
    spent,
    toPay: subtractMoney(newGoods.total, spent),
    toGiveBack: subtractMoney(dueBack, spent),
  };
}

function worthOf(line: SoldLine, { quantity, giveMoneyBack }: BackLine): Money {
  if (!giveMoneyBack || quantity === null || quantity > leftOf(line)) return zeroMoney;
  return refundAmount(line.total, line.sold, line.returned, quantity);
}

function dueBackOf({ total, paid, refunded, refundPending }: Sale, credited: Money): Money {
  return orderBalance({ total, credited, paid, refunded, refundPending, cancelled: false }).dueBack;
}

/** How many new things there are. */
export function freshItems(fresh: Cart): number {
  return countItems(fresh.lines);
}
