import type { ProductTile } from '../../../shared/contract/catalog.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { type Money, zeroMoney } from '../../../shared/domain/money.ts';
import { type PricedOrder, priceOrder, type TaxRounding } from '../../../shared/domain/pricing.ts';
import { pieces, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import type { Disposition, ReturnReason } from '../../../shared/domain/return-line.ts';
import type { Tax } from '../../../shared/domain/tax.ts';
import { isMeasured, type Unit } from '../../../shared/domain/unit.ts';
import { productName } from '../../bridge/cart-line-of.ts';

/** Goods that come back without a receipt: a product of today, and what is given for one of it. */
export type LooseLine = {
  readonly productId: number;
  readonly name: string;
  readonly unit: Unit;
  readonly taxes: readonly Tax[];
  /** Today's, and the most that is given back for one. */
  readonly listPrice: Money;
  /** Null while what is typed cannot be read; so is the price. */
  readonly quantity: Quantity | null;
  readonly unitPrice: Money | null;
  readonly reason: ReturnReason;
  readonly disposition: Disposition;
};

export type LooseAction =
  | { readonly type: 'add'; readonly tile: ProductTile }
  | {
      readonly type: 'change';
      readonly productId: number;
      readonly change: Partial<Pick<LooseLine, 'quantity' | 'unitPrice' | 'reason' | 'disposition'>>;
    }
  | { readonly type: 'remove'; readonly productId: number }
  | { readonly type: 'clear' };

/** As many lines as one return without a receipt takes. */
const mostLines = 100;

/** A product stands once; scanned again, it is counted up by one. */
export function looseReducer(lines: readonly LooseLine[], action: LooseAction): readonly LooseLine[] {
  switch (action.type) {
    case 'add':
      return add(lines, action.tile);
    case 'change':
      return lines.map((line) =>
        line.productId === action.productId ? { ...line, ...action.change } : line,
      );
    case 'remove':
      return lines.filter((line) => line.productId !== action.productId);
    case 'clear':
      return [];
  }
}

function add(lines: readonly LooseLine[], tile: ProductTile): readonly LooseLine[] {
  const like = lines.find((line) => line.productId === tile.id);
  if (like) {
    const next = quantity((like.quantity ?? 0) + 1000);
    return lines.map((line) => (line === like ? { ...line, quantity: next } : line));
  }
  if (lines.length >= mostLines) return lines;
  const { id: productId, unit, taxes, price } = tile;
  const line: LooseLine = {
    productId,
    name: productName(tile),
    unit,
    taxes,
    listPrice: price,
    quantity: pieces(1),
    unitPrice: price,
    reason: lines.at(-1)?.reason ?? 'unwanted',
    disposition: lines.at(-1)?.disposition ?? 'restock',
  };
  return [...lines, line];
}

export type LooseProblem = 'quantity' | 'price-missing' | 'price-above';

/** Why a line cannot come back as it stands; null where it can. */
export function looseProblem({
  unit,
  quantity: count,
  unitPrice,
  listPrice,
}: LooseLine): LooseProblem | null {
  if (count === null || count <= 0 || (!isMeasured(unit) && count % 1000 !== 0)) return 'quantity';
  if (unitPrice === null) return 'price-missing';
  return unitPrice > listPrice ? 'price-above' : null;
}

type ShopRules = { readonly pricesIncludeTax: boolean; readonly taxRounding: TaxRounding };

/** What the goods come to, with the tax that such a price bears today. */
export function looseTotal(lines: readonly LooseLine[], rules: ShopRules): PricedOrder {
  const priced = lines.map((line) => ({
    taxes: line.taxes,
    discount: null,
    unitPrice: line.unitPrice ?? zeroMoney,
    quantity: line.quantity ?? quantity(0),
  }));
  return priceOrder({ lines: priced, orderDiscount: null, ...rules });
}

/** The lines as main takes them; those that cannot come back are left out. */
export function looseInput(lines: readonly LooseLine[]): Input<'returns.createWithoutReceipt'>['lines'] {
  return lines.flatMap(({ productId, quantity: count, unitPrice, reason, disposition }) =>
    count === null || unitPrice === null
      ? []
      : [{ productId, quantity: count, unitPrice, reason, disposition }],
  );
}
