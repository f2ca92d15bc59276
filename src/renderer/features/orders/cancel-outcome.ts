import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { keptRounding } from '../../../shared/domain/kept-rounding.ts';
import { type Money, money, zeroMoney } from '../../../shared/domain/money.ts';
import { orderBalance } from '../../../shared/domain/order-balance.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { type MoneyBack, moneyBack, revisedMoney } from './money-back.ts';

export type CancelOutcome = MoneyBack & {
  /** Pieces, and one for each line of what is weighed or measured; none for items without a product. */
  readonly items: number;
  /** What the order costs afterwards, and what of that is still to be paid. */
  readonly total: Money;
  readonly open: Money;
};

/** What cancelling does to goods and money. Without `lineNos` the whole order goes. */
export function cancelOutcome(
  order: OrderDetail,
  lineNos: ReadonlySet<number> | null,
  cashIncrement: Money,
): CancelOutcome {
  if (lineNos === null) {
    const { dueBack } = orderBalance({ ...order, cancelled: true });
    const back = moneyBack(order, dueBack, cashIncrement);
    return { ...back, items: countItems(order.lines), total: zeroMoney, open: zeroMoney };
  }
  const gone = order.lines.filter((line) => lineNos.has(line.lineNo));
  const goods = sumTotals(order.lines.filter((line) => !lineNos.has(line.lineNo)));
  const total = money(goods + keptRounding(order.rounding, goods));
  return { ...revisedMoney(order, total, cashIncrement), items: countItems(gone), total };
}

function sumTotals(lines: OrderDetail['lines']): Money {
  return money(lines.reduce((sum, line) => sum + line.total, 0));
}

/** How many things a person sees go back on the shelf. */
function countItems(lines: OrderDetail['lines']): number {
  return lines.reduce((sum, { productId, unit, quantity, returned }) => {
    const left = quantity - returned;
    if (productId === null || left <= 0) return sum;
    return sum + (isMeasured(unit) ? 1 : Math.trunc(left / 1000));
  }, 0);
}
