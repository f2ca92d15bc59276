import fc from 'fast-check';
import { sql } from 'kysely';
import { addProduct } from '../support/builders.ts';
import { expectAgreement } from './agreement.ts';
import type { ModelCount, ModelProduct } from './model-shop.ts';
import { anyPick, asking, deed, inTheOffice, pickOf, type Step } from './step.ts';

export type NewProduct = {
  readonly price: number;
  readonly cost: number | null;
  readonly stock: number;
  readonly policy: ModelProduct['policy'];
  readonly isTracked: boolean;
  /** 1 is 20 %, 2 nothing, 3 twice 9 %. */
  readonly taxClass: 1 | 2 | 3;
  readonly isMeasured: boolean;
};

const policies = ['block', 'warn', 'allow'] as const;

const newProduct: fc.Arbitrary<NewProduct> = fc.record({
  price: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20_000 })),
  cost: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: null }),
  stock: fc.integer({ min: 0, max: 20 }),
  policy: fc.constantFrom(...policies),
  isTracked: fc.oneof(
    { weight: 4, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  taxClass: fc.constantFrom(1, 2, 3),
  isMeasured: fc.boolean(),
});

const rates = { 1: 200_000, 2: 0, 3: 180_000 } as const;

/** Puts a product on the shelf. */
export const addOne: fc.Arbitrary<Step> = newProduct.map((wish) => ({
  told: `add ${JSON.stringify(wish)}`,
  async run(shop, { test }) {
    const { price, cost, stock, policy, isTracked, taxClass, isMeasured } = wish;
    const draft = { price, stock: isTracked ? stock : null, oversell: policy, taxClassId: taxClass };
    const unit = isMeasured ? ('kg' as const) : ('piece' as const);
    const id = addProduct(test, { ...draft, unit, ...(cost === null ? {} : { cost }) });
    const onHand = isTracked ? stock * 1000 : 0;
    const sold = { price, policy, cost, tracked: isTracked, rate: rates[taxClass], isMeasured };
    shop.products.push({ id, ...sold, onHand, reserved: 0 });
    expectAgreement(shop, test);
    return true;
  },
}));

const changePrice: fc.Arbitrary<Step> = fc
  .record({ pick: anyPick, price: fc.integer({ min: 0, max: 9000 }) })
  .map(({ pick, price }) => ({
    told: `price of ${pick} becomes ${price}`,
    async run(shop, { test }) {
      const product = pickOf(shop.products, pick);
      if (!product) return false;
      test.file.transaction((db) =>
        db.run(sql`UPDATE products SET price = ${price} WHERE id = ${product.id}`),
      );
      product.price = price;
      expectAgreement(shop, test);
      return true;
    },
  }));

const measured = (product: ModelProduct, count: number): number =>
  product.isMeasured || count % 17 === 0 ? count : Math.ceil(count / 1000) * 1000;
const isTracked = (product: ModelProduct): boolean => product.tracked;

const receive = asking(
  'receive',
  {
    lines: fc.array(
      fc.record({
        pick: anyPick,
        count: fc.integer({ min: 0, max: 9000 }),
        unitCost: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: null }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  },
  (shop, { lines: wishes }) => {
    const lines = wishes.flatMap(({ pick, count, unitCost }) => {
      const product = pickOf(shop.products, pick, isTracked);
      return product ? [{ productId: product.id, quantity: measured(product, count), unitCost }] : [];
    });
    if (lines.length === 0) return null;
    return deed('stock.receive', { supplier: 'Farm', reference: 'F1', note: '', lines });
  },
  inTheOffice,
);

const adjust = asking(
  'adjust',
  { pick: anyPick, change: fc.integer({ min: -4000, max: 4000 }), off: fc.constantFrom(0, 0, 0, 1000) },
  (shop, { pick, change, off }) => {
    const product = pickOf(shop.products, pick, isTracked);
    if (!product) return null;
    const expectedOnHand = product.onHand + off;
    const signed = Math.sign(change) * measured(product, Math.abs(change)) || 0;
    return deed('stock.adjust', {
      productId: product.id,
      change: signed,
      expectedOnHand,
      reason: 'found',
      note: '',
    });
  },
  inTheOffice,
);

const writeOff = asking(
  'write off',
  { picks: fc.array(anyPick, { minLength: 1, maxLength: 2 }), count: fc.integer({ min: 0, max: 4000 }) },
  (shop, { picks, count }) => {
    const lines = picks.flatMap((pick) => {
      const product = pickOf(shop.products, pick, isTracked);
      return product ? [{ productId: product.id, quantity: measured(product, count) }] : [];
    });
    return lines.length === 0 ? null : deed('stock.writeOff', { lines, reason: 'expired', note: '' });
  },
  inTheOffice,
);

const setRules = asking(
  'change the rules',
  { pick: anyPick, tracked: fc.constantFrom(true, true, false), oversell: fc.constantFrom(...policies) },
  (shop, { pick, tracked, oversell }) => {
    const product = pickOf(shop.products, pick);
    if (!product) return null;
    return deed('stock.setRules', { productId: product.id, reorderLevel: 3000, tracked, oversell });
  },
  inTheOffice,
);

const startCount = asking(
  'start a stock-take',
  {},
  () => deed('stockCounts.start', { name: 'Shelf', categoryId: null }),
  inTheOffice,
);

const enterCount = asking(
  'count',
  {
    pick: anyPick,
    product: anyPick,
    count: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: null }),
  },
  (shop, { pick, product: place, count }) => {
    const sheet = pickOf(shop.counts, pick, (one) => one.state === 'open');
    const product = sheet && pickOf(shop.products, place, (one) => sheet.sheet.has(one));
    if (!product) return null;
    const counted = count === null ? null : measured(product, count);
    return deed('stockCounts.enter', { countId: sheet.id, productId: product.id, counted });
  },
  inTheOffice,
);

const endCount = asking(
  'end a stock-take',
  { pick: anyPick, isKept: fc.constantFrom(true, true, false) },
  (shop, { pick, isKept }) => {
    const isCounted = ({ state, sheet }: ModelCount): boolean =>
      state === 'open' && [...sheet.values()].some((one) => one !== null);
    const sheet = pickOf(shop.counts, pick, isCounted);
    if (!sheet) return null;
    return deed(isKept ? 'stockCounts.post' : 'stockCounts.discard', { countId: sheet.id });
  },
  inTheOffice,
);

/** What moves stock besides selling. */
export const stockSteps: readonly (readonly [weight: number, step: fc.Arbitrary<Step>])[] = [
  [1, addOne],
  [1, changePrice],
  [3, receive],
  [2, adjust],
  [2, writeOff],
  [1, setRules],
  [1, startCount],
  [5, enterCount],
  [3, endCount],
];
