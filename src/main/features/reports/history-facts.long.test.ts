import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { importHistory, sharedBytes } from '../../../../test/support/history-file.ts';
import { sharedData } from '../../../../test/support/shared-data.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';

/** What the shared histories are known to come to, read as the owner reads it: by the reports, not from the tables. */
let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

type Report = Output<'reports.run'>;
type Asked = Pick<Input<'reports.run'>, 'report'> & { readonly from: number; readonly to: number };

function run({ report, from, to }: Asked): Promise<Report> {
  return test.ask('reports.run', {
    ...{ report, from: calendarDate(from), to: calendarDate(to), by: 'month' },
    ...{ compare: 'none', sort: null, limit: 1000 },
  });
}

const figures = ({ figures: list }: Report): Record<string, number | null> =>
  Object.fromEntries(list.map(({ metric, value }) => [metric, value]));

/** The rows of a report's table, each with its cells by column. */
const rows = ({ columns, rows: list }: Report) =>
  list.map(({ cells }) => Object.fromEntries(columns.map(({ key }, index) => [key, cells[index] ?? null])));

/** The months of the time line with one of its figures. */
function months({ series, seriesMetrics }: Report, metric: (typeof seriesMetrics)[number]) {
  const at = seriesMetrics.indexOf(metric);
  return series.map(({ from, values }) => [Math.floor(from / 100), values[at]]);
}

/** Holds before any day is folded into roll-ups, and after all are. */
async function fromRowsAndFolded(check: () => Promise<void>): Promise<void> {
  await check();
  while ((await test.ask('reports.close', {})).days > 0);
  expect((await test.ask('reports.state', {})).closedThrough).toBeGreaterThan(20_260_000);
  await check();
}

const onlineRetail = 'online_retail/online_retail_2010-12_2011-01.csv.gz';
describe.skipIf(!sharedData(onlineRetail))(
  `${onlineRetail} (skipped where the shared data is absent)`,
  () => {
    it('is told by the reports to the penny', async () => {
      await importHistory(test, { sales: sharedBytes(onlineRetail) });
      const span = { from: 20101201, to: 20110131 };
      await fromRowsAndFolded(async () => {
        const sales = await run({ report: 'sales', ...span });
        expect(figures(sales)).toMatchObject({
          ...{ orders: 2915, sales: 151_511_070, returned: 20_615_342, netSales: 130_895_728, cancelled: 0 },
        });
        expect(months(sales, 'netSales')).toEqual([
          [201012, 74_895_702],
          [201101, 56_000_026],
        ]);
        expect(figures(await run({ report: 'returns', ...span }))).toMatchObject({ returns: 586 });
        const goods = figures(await run({ report: 'products', ...span })).goods;
        expect(goods).toBe(130_895_728);
      });
    });
  },
);

const supermarket = 'supermarket_sales/supermarket_sales.csv';
describe.skipIf(!sharedData(supermarket))(`${supermarket} (skipped where the shared data is absent)`, () => {
  it('is told by the reports, with tax rounded once a receipt', async () => {
    await importHistory(test, { sales: sharedBytes(supermarket) });
    const span = { from: 20190101, to: 20190331 };
    await fromRowsAndFolded(async () => {
      const sales = await run({ report: 'sales', ...span });
      expect(figures(sales)).toMatchObject({ orders: 1000, netSales: 32_296_743, tax: 1_538_005 });
      expect(figures(sales).netSalesWithoutTax).toBe(30_758_738);
      expect(months(sales, 'orders')).toEqual([
        [201901, 352],
        [201902, 303],
        [201903, 345],
      ]);
      const payments = rows(await run({ report: 'payments', ...span }));
      const counts = Object.fromEntries(payments.map((row) => [row.name, row.payments]));
      expect(counts).toMatchObject({ Cash: 344, Ewallet: 345, 'Credit card': 311 });
      const products = await run({ report: 'products', ...span });
      expect(figures(products).units).toBe(5_510_000);
    });
  });
});

const pizzaplace = 'pizzaplace/pizzaplace.csv.gz';
describe.skipIf(!sharedData(pizzaplace))(`${pizzaplace} (skipped where the shared data is absent)`, () => {
  it('is told by the reports to the cent', async () => {
    await importHistory(test, { sales: sharedBytes(pizzaplace) }, { products: 'make' });
    const span = { from: 20150101, to: 20151231 };
    await fromRowsAndFolded(async () => {
      const sales = await run({ report: 'sales', ...span });
      expect(figures(sales)).toMatchObject({ orders: 21_350, netSales: 81_786_005 });
      expect(figures(sales).averageOrder).toBe(Math.floor(81_786_005 / 21_350 + 0.5));
      const products = await run({ report: 'products', ...span });
      expect(products.rows).toHaveLength(91);
      expect(figures(products)).toMatchObject({ units: 49_574_000, goods: 81_786_005 });
      const average = await run({ report: 'average-order', ...span });
      expect(average.series).toHaveLength(12);
    });
  });
});

const jaffle = (name: string): string => `jaffle_shop/raw_${name}.csv`;
describe.skipIf(!sharedData(jaffle('orders')))(
  'jaffle_shop (skipped where the shared data is absent)',
  () => {
    it('is told by the reports, payments by their ways and orders by their status', async () => {
      const files = {
        sales: sharedBytes(jaffle('orders')),
        payments: sharedBytes(jaffle('payments')),
        customers: sharedBytes(jaffle('customers')),
      };
      await importHistory(test, files, { files: { payments: { amountsIn: 'minor' } } });
      const span = { from: 20180101, to: 20181231 };
      await fromRowsAndFolded(async () => {
        const sales = await run({ report: 'sales', ...span });
        expect(figures(sales)).toMatchObject({ orders: 99, sales: 167_200, returned: 4_900 });
        const payments = rows(await run({ report: 'payments', ...span }));
        expect(Object.fromEntries(payments.map((row) => [row.name, row.paid]))).toMatchObject({
          ...{ credit_card: 87_100, bank_transfer: 41_100, gift_card: 20_500, coupon: 18_500 },
        });
        const status = rows(await run({ report: 'status', ...span }));
        expect(Object.fromEntries(status.map((row) => [row.status, row.orders]))).toMatchObject({
          ...{ delivered: 73, received: 13, shipped: 13 },
        });
        expect(figures(await run({ report: 'customers', ...span }))).toMatchObject({
          customers: 62,
          newCustomers: 62,
        });
      });
    });
  },
);
