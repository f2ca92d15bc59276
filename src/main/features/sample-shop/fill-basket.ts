import type { Discount } from '../../../shared/domain/discount.ts';
import { pieces, type Quantity, quantity } from '../../../shared/domain/quantity.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { appetite, daypart } from './order-demand.ts';
import type { SampleProduct } from './sample-catalogue.ts';
import type { SeededRandom } from './seeded-random.ts';

/** One line of a generated order. */
export type SampleOrderLine = {
  readonly productKey: string;
  readonly quantity: Quantity;
  readonly discount: Discount | null;
};

/**
 * Fills the basket of one customer, who comes at `secondOfDay` in `month` (1 to 12). What is `sent` or
 * collected later is more at once, and nothing that is made while one waits.
 */
export type FillBasket = (secondOfDay: number, month: number, sent: boolean) => readonly SampleOrderLine[];

const lineCounts = [40, 28, 16, 9, 5, 2] as const;
const sentLineCounts = [12, 26, 28, 19, 10, 5] as const;

/** Keeps the appetites of each time of day and month, which cost more than the choice itself. */
export function basketFiller(products: readonly SampleProduct[], random: SeededRandom): FillBasket {
  const appetites = new Map<string, readonly number[]>();
  return (secondOfDay, month, sent) => {
    const part = daypart(secondOfDay);
    const slot = `${month} ${part} ${sent}`;
    let weights = appetites.get(slot);
    if (weights === undefined) {
      const all = appetite(products, part, month);
      weights = sent ? all.map((weight, place) => (products[place]?.stock === null ? 0 : weight)) : all;
      appetites.set(slot, weights);
    }
    const wanted = random.weighted(sent ? sentLineCounts : lineCounts) + 1;
    const chosen = new Set<number>();
    while (chosen.size < wanted) chosen.add(random.weighted(weights));
    return [...chosen].flatMap((place) => {
      const product = products[place];
      return product === undefined ? [] : [basketLine(product, secondOfDay, random)];
    });
  };
}

function basketLine(product: SampleProduct, secondOfDay: number, random: SeededRandom): SampleOrderLine {
  return {
    productKey: product.key,
    quantity: amountOf(product, random),
    discount: lineDiscount(product, secondOfDay, random),
  };
}

function amountOf({ category, unit, group }: SampleProduct, random: SeededRandom): Quantity {
  if (unit === 'kg') {
    if (category === 'beans') return quantity([250, 500, 1000][random.weighted([60, 30, 10])] ?? 250);
    return quantity(100 + 5 * random.whole(0, 70));
  }
  if (group === 'dinner-plate') return pieces([2, 4, 6][random.weighted([30, 45, 25])] ?? 4);
  if (category === 'bread' || category === 'cakes') {
    return pieces([1, 2, 3, 4, 6][random.weighted([62, 24, 6, 5, 3])] ?? 1);
  }
  const several = category === 'coffee' || category === 'cold' ? 0.3 : 0.1;
  return pieces(random.chance(several) ? 2 : 1);
}

/** Bread and cake go for less before closing; elsewhere somebody is kind now and then. */
function lineDiscount(
  { category }: SampleProduct,
  secondOfDay: number,
  random: SeededRandom,
): Discount | null {
  const fresh = category === 'bread' || category === 'cakes';
  if (fresh && secondOfDay >= 17.5 * 3600) {
    return random.chance(0.4) ? { kind: 'percent', rate: percent(30) } : null;
  }
  if (!random.chance(0.015)) return null;
  return { kind: 'percent', rate: percent([10, 15, 20][random.whole(0, 2)] ?? 10) };
}
