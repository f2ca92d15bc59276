import type { Money } from '../../../shared/domain/money.ts';

/** What a staged order comes to; whole units and, `exact…`, as the file has it. */
export type Settled = {
  id: number;
  /** '' comes in; `known`, `left-out` or the name of what is wrong do not. */
  outcome: string;
  hasSold: 0 | 1;
  hasBack: 0 | 1;
  sales: Money;
  returned: Money;
  tax: Money;
  exactSales: number;
  exactReturned: number;
  exactTax: number;
  /** Thousandths sold, less what came back. */
  units: number;
  /** Lines that it has in the shop, of its order and its return: its rows, and shipping and the like. */
  lines: number;
};
