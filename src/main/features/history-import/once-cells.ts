import type { HistoryField } from '../../../shared/contract/history-choices.ts';
import type { RowCells } from './row-cells.ts';
import { type OnceAmounts, onceAmounts } from './staged-docs.ts';

/** In which field an amount of the whole order stands. */
const fields = {
  discount: 'orderDiscount',
  shipping: 'shipping',
  tip: 'tip',
  orderTax: 'orderTax',
  total: 'orderTotal',
  refunded: 'refunded',
} as const satisfies Record<(typeof onceAmounts)[number], HistoryField>;

const none: OnceAmounts = {
  ...{ discount: null, shipping: null, tip: null, orderTax: null, total: null, refunded: null },
};

/** Reads what a row says of its whole order in amounts. */
export class OnceCells {
  readonly #cells: RowCells;
  readonly #mapped: readonly (typeof onceAmounts)[number][];

  constructor(cells: RowCells) {
    this.#cells = cells;
    this.#mapped = onceAmounts.filter((name) => cells.has(fields[name]));
  }

  read(): OnceAmounts {
    if (this.#mapped.length === 0) return none;
    const found = { ...none } as { -readonly [K in keyof OnceAmounts]: OnceAmounts[K] };
    for (const name of this.#mapped) found[name] = this.#cells.amount(fields[name]);
    return found;
  }
}
