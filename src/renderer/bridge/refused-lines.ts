import type { Money } from '../../shared/domain/money.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';

type Details = Readonly<Record<string, unknown>>;

/** A price that main has and the cashier had not seen. */
export type ChangedPrice = {
  readonly index: number;
  readonly name: string;
  readonly seenPrice: Money;
  readonly price: Money;
};

/** A product that there is too little of. */
export type ShortProduct = {
  readonly index: number;
  readonly productId: number;
  readonly name: string;
  readonly available: Quantity;
  readonly wanted: Quantity;
};

/** The lines of `price-changed`; none where only the tax changed. */
export function changedPrices(details: Details): readonly ChangedPrice[] {
  return rows(details).flatMap((row) =>
    isWhole(row.index) && isText(row.name) && isWhole(row.seenPrice) && isWhole(row.price)
      ? [{ index: row.index, name: row.name, seenPrice: row.seenPrice as Money, price: row.price as Money }]
      : [],
  );
}

/** The totals of `price-changed` where no line's price did. */
export function changedTotal(details: Details): { readonly before: Money; readonly after: Money } | null {
  const { expectedTotal, total } = details;
  return isWhole(expectedTotal) && isWhole(total)
    ? { before: expectedTotal as Money, after: total as Money }
    : null;
}

/** The products of `out-of-stock` and `stock-warning`. */
export function shortProducts(details: Details): readonly ShortProduct[] {
  return rows(details).flatMap((row) =>
    isWhole(row.index) &&
    isWhole(row.productId) &&
    isText(row.name) &&
    isWhole(row.available) &&
    isWhole(row.wanted)
      ? [
          {
            index: row.index,
            productId: row.productId,
            name: row.name,
            available: row.available as Quantity,
            wanted: row.wanted as Quantity,
          },
        ]
      : [],
  );
}

function rows({ lines }: Details): readonly Details[] {
  return Array.isArray(lines)
    ? lines.filter((line): line is Details => typeof line === 'object' && line !== null)
    : [];
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
