import type { Input } from '../../src/shared/contract/index.ts';
import { share, sumOf } from './arithmetic.ts';
import { type Oracle, refuse } from './expected.ts';
import type { ModelCount, ModelProduct, ModelShop } from './model-shop.ts';

/** Goods come in: what is counted moves its average cost, rounded once. What was sold beforehand has no say in it. */
export function comeIn(product: ModelProduct, quantity: number, unitCost: number | null): void {
  const { onHand, cost, tracked } = product;
  if (tracked && unitCost !== null) {
    const known = cost !== null && onHand > 0;
    product.cost = known ? average(onHand, cost, quantity, unitCost) : unitCost;
  }
  product.onHand += quantity;
}

/** (a × costA + b × costB) ÷ (a + b), rounded so that the dearer of them has no advantage by its place. */
function average(onHand: number, cost: number, received: number, unitCost: number): number {
  const lower = Math.min(cost, unitCost);
  const dearer = cost > unitCost ? onHand : received;
  return lower + share(Math.abs(cost - unitCost), dearer, onHand + received);
}

function counted(shop: ModelShop, productId: number): ModelProduct {
  const product = shop.products.find((one) => one.id === productId) ?? refuse('not-found');
  return product.tracked ? product : refuse('not-counted');
}

/** Pieces come and go whole, but a part of one that is there may be put right. */
function limitToWhole({ isMeasured, onHand }: ModelProduct, change: number): void {
  if (!isMeasured && change % 1000 !== 0 && (onHand + change) % 1000 !== 0) refuse('whole-pieces-only');
}

export const receiveOracle: Oracle<Input<'stock.receive'>> = (shop, { lines }) => {
  for (const { productId, quantity } of lines) {
    const product = counted(shop, productId);
    if (quantity <= 0) refuse('quantity-not-positive');
    limitToWhole(product, quantity);
  }
  for (const { productId, quantity, unitCost } of lines) comeIn(counted(shop, productId), quantity, unitCost);
  const total = sumOf(lines, ({ quantity, unitCost }) => share(unitCost ?? 0, quantity, 1000));
  return { lines: lines.length, total };
};

export const adjustOracle: Oracle<Input<'stock.adjust'>> = (shop, { productId, change, expectedOnHand }) => {
  const product = counted(shop, productId);
  if (change === 0) refuse('nothing-changed');
  if (product.onHand !== expectedOnHand) refuse('stock-changed');
  limitToWhole(product, change);
  product.onHand += change;
  return { onHand: product.onHand };
};

export const writeOffOracle: Oracle<Input<'stock.writeOff'>> = (shop, { lines }) => {
  const costs = lines.map(({ productId, quantity }) => {
    const product = counted(shop, productId);
    if (quantity <= 0) refuse('quantity-not-positive');
    limitToWhole(product, -quantity);
    product.onHand -= quantity;
    return share(product.cost ?? 0, quantity, 1000);
  });
  return { lines: lines.length, cost: sumOf(costs, (cost) => cost) };
};

/** What is promised to an order stays counted. */
export const rulesOracle: Oracle<Input<'stock.setRules'>> = (shop, { productId, tracked, oversell }) => {
  const product = shop.products.find((one) => one.id === productId) ?? refuse('not-found');
  if (!tracked && product.tracked && product.reserved !== 0) refuse('has-reserved');
  Object.assign(product, { tracked, policy: oversell });
  return {};
};

export const startCountOracle: Oracle<Input<'stockCounts.start'>> = (shop) => {
  const sheet: ModelCount['sheet'] = new Map();
  for (const product of shop.products) if (product.tracked) sheet.set(product, null);
  if (sheet.size === 0) refuse('nothing-to-count');
  const countId = shop.counts.length + 1;
  shop.counts.push({ id: countId, state: 'open', sheet });
  return { countId, products: sheet.size };
};

function openCount({ counts }: ModelShop, countId: number): ModelCount {
  const count = counts[countId - 1] ?? refuse('not-found');
  return count.state === 'open' ? count : refuse('count-closed');
}

export const enterCountOracle: Oracle<Input<'stockCounts.enter'>> = (
  shop,
  { countId, productId, counted: found },
) => {
  const { sheet } = openCount(shop, countId);
  const product = shop.products.find((one) => one.id === productId) ?? refuse('not-found');
  if (found !== null && !product.isMeasured && found % 1000 !== 0) refuse('whole-pieces-only');
  if (!sheet.has(product)) refuse('not-on-sheet');
  sheet.set(product, found === null ? null : { expected: product.onHand, counted: found });
  return { expected: found === null ? null : product.onHand };
};

export const postCountOracle: Oracle<Input<'stockCounts.post'>> = (shop, { countId }) => {
  const count = openCount(shop, countId);
  const entered = [...count.sheet].flatMap(([product, one]) =>
    one ? [{ product, change: one.counted - one.expected }] : [],
  );
  if (entered.length === 0) refuse('nothing-counted');
  count.state = 'posted';
  for (const { product, change } of entered) {
    product.onHand += change;
    // Whoever counted it on another sheet found the same difference.
    for (const { state, sheet } of shop.counts) {
      const other = state === 'open' ? sheet.get(product) : null;
      if (other) sheet.set(product, { ...other, expected: other.expected + change });
    }
  }
  return { changed: entered.filter((one) => one.change !== 0).length };
};

export const discardCountOracle: Oracle<Input<'stockCounts.discard'>> = (shop, { countId }) => {
  openCount(shop, countId).state = 'discarded';
  return {};
};
