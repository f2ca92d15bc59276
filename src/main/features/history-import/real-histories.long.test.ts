import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { importHistory, sharedBytes } from '../../../../test/support/history-file.ts';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';
import { sharedData } from '../../../../test/support/shared-data.ts';

const shop = historyShopForTests();

/** One row of figures, by SQL of its own. */
function figures(text: string): Record<string, number> {
  return shop.test.file.read.get(sql<Record<string, number>>`${sql.raw(text)}`) ?? {};
}

async function agrees(importId: number): Promise<void> {
  const reconciled = await shop.test.ask('historyImport.reconcile', { importId });
  expect(reconciled.agrees).toBe(true);
}

const onlineRetail = 'online_retail/online_retail_2010-12_2011-01.csv.gz';
describe.skipIf(!sharedData(onlineRetail))(
  `${onlineRetail} (skipped where the shared data is absent)`,
  () => {
    it('gives the figures of its README', async () => {
      const { preview, made } = await importHistory(shop.test, { sales: sharedBytes(onlineRetail) });
      const { mapping, dates } = preview.files[0]!;
      expect(mapping).toEqual({ number: 0, sku: 1, name: 2, quantity: 3, date: 4, price: 5, customer: 6 });
      expect(dates).toMatchObject({ order: 'ymd', isUnsure: false });
      expect(preview.choices.returnMark).toBe('C');
      expect(preview.counts).toMatchObject({ orders: 2915, returns: 586, lines: 77_628, unreadRows: 0 });
      expect(preview.totals).toMatchObject({
        sales: 151_511_070,
        returned: 20_615_342,
        net: 130_895_728,
        rounding: 0,
      });
      expect(preview.counts.customers.made).toBe(1369);
      expect(preview.counts.products.made).toBe(2982);
      expect(
        preview.months.map(({ month, lines, sales, returned }) => [month, lines, sales - returned]),
      ).toEqual([
        [201012, 42_481, 74_895_702],
        [201101, 35_147, 56_000_026],
      ]);
      expect(made).toMatchObject({ orders: 2915, returns: 586, products: 2982, customers: 1369 });
      expect(figures('SELECT count(*) AS n, sum(total) AS total FROM orders')).toEqual({
        n: 2915,
        total: 151_511_070,
      });
      expect(figures('SELECT count(*) AS n, sum(total) AS total FROM returns')).toEqual({
        n: 586,
        total: 20_615_342,
      });
      expect(figures('SELECT count(*) AS n FROM customers')).toEqual({ n: 1369 });
      expect(figures('SELECT count(*) AS n FROM orderLines WHERE quantity < 0 AND total = 0')).toEqual({
        n: 166,
      });
      const withoutCustomer = `SELECT sum(lineCount) AS n FROM (SELECT lineCount FROM orders WHERE customerId IS NULL
      UNION ALL SELECT lineCount FROM returns WHERE customerId IS NULL)`;
      expect(figures(withoutCustomer)).toEqual({ n: 28_866 });
      await agrees(made.importId);
    });
  },
);

const supermarket = 'supermarket_sales/supermarket_sales.csv';
describe.skipIf(!sharedData(supermarket))(`${supermarket} (skipped where the shared data is absent)`, () => {
  it('gives the figures of its README, tax rounded once a receipt', async () => {
    const { preview, made } = await importHistory(shop.test, { sales: sharedBytes(supermarket) });
    const { headers, mapping, dates } = preview.files[0]!;
    const mapped = Object.fromEntries(
      Object.entries(mapping).map(([field, index]) => [field, headers[index ?? -1]]),
    );
    expect(mapped).toEqual({
      ...{ number: 'Invoice ID', date: 'Date', time: 'Time', name: 'Product line', quantity: 'Quantity' },
      ...{ price: 'Unit price', tax: 'Tax 5%', total: 'Total', tender: 'Payment' },
    });
    expect(dates).toMatchObject({ order: 'mdy', isUnsure: false });
    expect(preview.choices).toMatchObject({ pricesIncludeTax: false, taxRate: 50_000 });
    expect(preview.counts).toMatchObject({ orders: 1000, returns: 0, units: 5_510_000 });
    expect(preview.months.map(({ month, orders }) => [month, orders])).toEqual([
      [201901, 352],
      [201902, 303],
      [201903, 345],
    ]);
    const tenders = Object.fromEntries(preview.tenders.map(({ name, orders }) => [name, orders]));
    expect(tenders).toEqual({ Cash: 344, Ewallet: 345, 'Credit card': 311 });
    // 15379.369 in the file; a receipt's tax is rounded half away from zero.
    const sums = 'SELECT sum(net) AS net, sum(tax) AS tax, sum(total) AS total FROM orders';
    expect(figures(sums)).toEqual({ net: 30_758_738, tax: 1_538_005, total: 32_296_743 });
    expect(figures('SELECT count(*) AS n, sum(amount) AS amount FROM payments')).toEqual({
      n: 1000,
      amount: 32_296_743,
    });
    const {
      total,
      isRounded,
      agrees: isSame,
    } = await shop.test.ask('historyImport.reconcile', { importId: made.importId });
    expect([isSame, isRounded]).toEqual([true, true]);
    expect(total.file).toMatchObject({ sales: 322_966_749_0 * 100, tax: 15_379_369_0 * 100 });
    expect(total.difference.sales).toBe(total.difference.tax);
    expect(total.difference.tax).toBe(1_538_005 * 10_000 - 15_379_369_000);
  });
});

const pizzaplace = 'pizzaplace/pizzaplace.csv.gz';
describe.skipIf(!sharedData(pizzaplace))(`${pizzaplace} (skipped where the shared data is absent)`, () => {
  it('gives the figures of its README', async () => {
    const { preview, made } = await importHistory(
      shop.test,
      { sales: sharedBytes(pizzaplace) },
      { products: 'make' },
    );
    expect(preview.files[0]!.mapping).toEqual({ number: 0, date: 1, time: 2, name: 3, variant: 4, price: 6 });
    expect(preview.counts).toMatchObject({
      orders: 21_350,
      returns: 0,
      lines: 49_574,
      products: { known: 0, made: 91 },
    });
    expect(preview.totals).toMatchObject({ sales: 81_786_005, rounding: 0 });
    const sums =
      'SELECT count(*) AS n, sum(total) AS total, count(DISTINCT businessDate) AS days FROM orders';
    expect(figures(sums)).toEqual({ n: 21_350, total: 81_786_005, days: 358 });
    expect(
      figures(
        "SELECT count(*) AS n, count(DISTINCT substr(name, 1, instr(name, ' / '))) AS names FROM products",
      ),
    ).toEqual({ n: 91, names: 32 });
    await agrees(made.importId);
  });
});

const jaffle = (name: string): string => `jaffle_shop/raw_${name}.csv`;
describe.skipIf(!sharedData(jaffle('orders')))(
  'jaffle_shop (skipped where the shared data is absent)',
  () => {
    it('joins payments in cents and customers to the orders, and gives the figures of its README', async () => {
      const files = {
        sales: sharedBytes(jaffle('orders')),
        payments: sharedBytes(jaffle('payments')),
        customers: sharedBytes(jaffle('customers')),
      };
      const { preview, made } = await importHistory(shop.test, files, {
        files: { payments: { amountsIn: 'minor' } },
      });
      expect(preview.files.map(({ mapping }) => mapping)).toEqual([
        { number: 0, customer: 1, date: 2, status: 3 },
        { number: 1, tender: 2, amount: 3 },
        { customer: 0, firstName: 1, lastName: 2 },
      ]);
      expect(preview.joins).toEqual({
        payments: { rows: 113, matched: 113, unmatched: 0, ordersWithout: 0 },
        customers: { rows: 100, matched: 62, withoutOrders: 38 },
      });
      expect(preview.statuses).toEqual([
        { status: 'completed', orders: 67, becomes: 'delivered', isGuessed: false },
        { status: 'placed', orders: 13, becomes: 'received', isGuessed: false },
        { status: 'shipped', orders: 13, becomes: 'shipped', isGuessed: false },
        { status: 'returned', orders: 4, becomes: 'returned', isGuessed: false },
        { status: 'return_pending', orders: 2, becomes: 'delivered', isGuessed: true },
      ]);
      expect(made).toMatchObject({ orders: 99, returns: 4, customers: 100 });
      expect(figures('SELECT count(*) AS n, sum(total) AS total FROM orders')).toEqual({
        n: 99,
        total: 167_200,
      });
      const byTender = `SELECT json_group_object(name, amount) AS sums FROM (SELECT t.name, sum(p.amount) AS amount
      FROM payments p JOIN tenders t ON t.id = p.tenderId GROUP BY t.id)`;
      expect(JSON.parse(String(figures(byTender).sums))).toEqual({
        ...{ credit_card: 87_100, bank_transfer: 41_100, gift_card: 20_500, coupon: 18_500 },
      });
      expect(figures('SELECT count(*) AS n FROM payments')).toEqual({ n: 110 });
      const several =
        'SELECT count(*) AS n FROM (SELECT 1 FROM payments GROUP BY orderId HAVING count(*) > 1)';
      expect(figures(several).n).toBeGreaterThan(9);
      expect(figures('SELECT sum(total) AS back FROM returns')).toEqual({ back: 4_900 });
      expect(
        figures('SELECT count(*) AS n FROM customers WHERE id NOT IN (SELECT customerId FROM orders)'),
      ).toEqual({ n: 38 });
      await agrees(made.importId);
    });
  },
);
