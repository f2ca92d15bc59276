import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop } from '../../../../test/support/create-test-app.ts';
import { everything } from '../../../../test/support/everything.ts';
import { importHistory } from '../../../../test/support/history-file.ts';

type Line = { readonly count: number; readonly cents: number; readonly item: number };
type Order = {
  readonly lines: readonly Line[];
  readonly off: number;
  readonly shipping: number;
  readonly tax: number;
  readonly day: number;
};
type Writing = {
  readonly isRepeated: boolean;
  readonly isOnTop: boolean;
  readonly sign: '' | '$' | '€ ';
  readonly hasSums: boolean;
  readonly hasNumbers: boolean;
};

const order: fc.Arbitrary<Order> = fc.record({
  lines: fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 9 }),
      cents: fc.integer({ min: 1, max: 50_000 }),
      item: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  off: fc.integer({ min: 0, max: 900 }),
  shipping: fc.constantFrom(0, 0, 499, 1250),
  tax: fc.integer({ min: 1, max: 250 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const writing: fc.Arbitrary<Writing> = fc.record({
  ...{ isRepeated: fc.boolean(), isOnTop: fc.boolean(), hasSums: fc.boolean(), hasNumbers: fc.boolean() },
  sign: fc.constantFrom<Writing['sign']>('', '$', '€ '),
});

/** What an order comes to by plain sums: its goods less a discount, shipping, and its tax. */
function worth({ lines, off, shipping, tax }: Order, { isOnTop }: Writing) {
  const goods = lines.reduce((sum, { count, cents }) => sum + count * cents, 0);
  const less = Math.floor((goods * off) / 1000);
  const net = goods - less + shipping;
  const taxed = Math.floor((net * tax) / 1000);
  return { less, tax: taxed, total: isOnTop ? net + taxed : net };
}

function fileOf(orders: readonly Order[], how: Writing): string {
  const text = (cents: number): string =>
    `${how.sign}${(cents - (cents % 100)) / 100}.${String(cents % 100).padStart(2, '0')}`;
  const rows = orders.flatMap((one, index) => {
    const { less, tax, total } = worth(one, how);
    return one.lines.map(({ count, cents, item }, place) => {
      const isFirst = place === 0;
      const once = isFirst || how.isRepeated ? [less, one.shipping, tax, total].map(text) : ['', '', '', ''];
      const own = isFirst || how.hasNumbers || how.isRepeated;
      const of = own
        ? [`#${1000 + index}`, `2024-03-${String(one.day).padStart(2, '0')} 10:00:00`]
        : ['', ''];
      return [...of, `Thing ${item}`, String(count), text(cents), ...once].join(',');
    });
  });
  const sum = orders.reduce((all, one) => all + worth(one, how).total, 0);
  const head =
    'Order,Created at,Lineitem name,Lineitem quantity,Lineitem price,Discount Amount,Shipping,Taxes,Total';
  return [head, ...rows, ...(how.hasSums ? [`Total,,,,,,,,${text(sum)}`] : []), ''].join('\n');
}

/** Enough orders of several rows to tell how the file writes them. */
const telling: readonly Order[] = [1, 2, 3].map((day) => ({
  ...{ off: 100 + day, shipping: 499, tax: 80 + day, day },
  lines: [
    { count: 1, cents: 1999 + day, item: 1 },
    { count: 2, cents: 555, item: 2 },
  ],
}));

describe('a random file of orders of several rows', () => {
  it('comes to the totals and taxes of its orders, and goes without a trace', async () => {
    const test = await createOpenShop();
    const before = everything(test);
    await fc.assert(
      fc.asyncProperty(fc.array(order, { maxLength: 15 }), writing, async (some, how) => {
        const orders = [...telling, ...some];
        const { preview, made } = await importHistory(test, { sales: fileOf(orders, how) });
        type Row = { total: number; tax: number; number: string };
        const rows = test.file.read.all(sql<Row>`SELECT total, tax, note AS number FROM orders`);
        const found = rows.map(({ total, tax, number }) => `${number} ${total} ${tax}`).sort();
        const expected = orders.map((one, index) => {
          const { total, tax } = worth(one, how);
          return `№ #${1000 + index} ${total} ${tax}`;
        });
        expect(found).toEqual(expected.sort());
        expect(preview.odd.map(({ code }) => code)).not.toContain('order-totals-differ');
        const { agrees } = await test.ask('historyImport.reconcile', { importId: made.importId });
        expect(agrees).toBe(true);
        expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
        await test.ask('historyImport.undo', { importId: made.importId });
        expect(everything(test)).toEqual(before);
      }),
      { numRuns: 25 },
    );
    await test.close();
  });
});
