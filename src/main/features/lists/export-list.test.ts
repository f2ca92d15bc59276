import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInEverybody } from '../../../../test/support/after-placing.ts';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import {
  createOpenShop,
  nextRequestId,
  owner,
  type TestApp,
} from '../../../../test/support/create-test-app.ts';
import { mixedOrders } from '../../../../test/support/mixed-orders.ts';
import { everyOrder } from '../../../../test/support/order-filters.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { orderColumns, orderLineColumns, productColumns } from '../../../shared/contract/lists.ts';
import { money } from '../../../shared/domain/money.ts';
import { query } from '../../database/query.ts';
import { readGuarded } from '../csv/formula-guard.ts';
import { readCsv } from '../csv/read-csv.ts';

type Export = Input<'lists.export'>;
type OrderExport = Extract<Export, { list: 'orders' }>;

let test: TestApp;
const open = async (make: () => Promise<TestApp> = createOpenShop) => {
  test = await make();
};
afterEach(() => test.close());

const orders = (change: Partial<OrderExport> = {}): OrderExport => ({
  ...{ list: 'orders', filter: everyOrder, columns: ['number', 'customer', 'total'], lineColumns: [] },
  ...change,
});
const products: Extract<Export, { list: 'products' }> = {
  list: 'products',
  filter: { text: '', category: null, stock: 'all', taxClassId: null, show: 'live', missing: null },
  ...{ sort: 'name', descending: false, columns: ['product', 'sku', 'price', 'on-hand'] },
};
const customers: Extract<Export, { list: 'customers' }> = {
  ...{ list: 'customers', text: '', show: 'all', sort: 'name', descending: false },
  columns: ['number', 'name', 'phone', 'email', 'orders', 'spent', 'last'],
};

/** The file that was saved last, cell by cell as it was before it was made safe. */
function table(): string[][] {
  const { bytes } = test.desktop.saved.at(-1) ?? {};
  if (!(bytes instanceof Uint8Array)) throw new Error('no file');
  const text = Buffer.from(bytes).toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  return [...readCsv(text.slice(1), ',')].map((row) => row.cells.map(readGuarded));
}

describe('orders as a file', () => {
  beforeEach(() => open(mixedOrders), 60_000);

  it('has just the rows that the list has, in its order', async () => {
    const filter = { ...everyOrder, kind: 'delivery', totalFrom: money(1000) } as const;
    const order = { sort: 'total', descending: false } as const;
    const result = await test.ask('lists.export', orders({ filter, ...order }));
    const page = await test.ask('orders.list', { ...filter, ...order, cursor: null, limit: 100 });
    const [head, ...rows] = table();
    expect(head).toEqual(['Order', 'Customer', 'Total']);
    expect(rows).toEqual(
      page.items.map(({ id, customerName, total }) => [
        String(id),
        customerName ?? '',
        (total / 100).toFixed(2),
      ]),
    );
    expect(result).toEqual({ saved: true, fileName: 'Orders 2026-12-10.csv', rows: rows.length });
    expect(rows.length).toBeGreaterThan(5);
  });

  it('writes dates, amounts and words so that any spreadsheet reads them', async () => {
    const one = { ...everyOrder, text: '#2' };
    await test.ask('lists.export', orders({ filter: one, columns: [...orderColumns] }));
    const [head = [], row = []] = table();
    const cell = (name: string) => row[head.indexOf(name)];
    expect(cell('Placed')).toMatch(/^2026-11-23 \d\d:\d\d:00$/);
    expect(cell('For the day')).toBe('2026-11-24');
    expect(cell('Items')).toBe('2 × Beta cake');
    expect(['Status', 'Kind', 'Payment', 'Placed at', 'Served by'].map(cell)).toEqual([
      'Shipped',
      'Delivery',
      'Partly paid',
      'Till',
      'Olga Owner',
    ]);
    expect(['Total', 'Paid', 'Still to pay', 'Tax'].map(cell)).toEqual(['25.00', '3.00', '22.00', '4.17']);
  });

  it('may have a row for each line, which add up to the order', async () => {
    const wish = orders({ columns: ['number', 'total'], lineColumns: [...orderLineColumns] });
    const { rows: count } = await test.ask('lists.export', wish);
    const [, ...rows] = table();
    const lines = test.file.read.all(query.selectFrom('orderLines').selectAll());
    expect(rows).toHaveLength(lines.length);
    expect(count).toBe(lines.length);
    const sums = new Map<string, number>();
    for (const row of rows) {
      const cents = Number(row[10]?.replace('.', ''));
      sums.set(row[0] ?? '', (sums.get(row[0] ?? '') ?? 0) + cents);
    }
    for (const row of rows) expect(sums.get(row[0] ?? '')).toBe(Number(row[1]?.replace('.', '')));
  });

  it('is for those with the right, costs for those who see profit', async () => {
    const { manager, cashier, viewer } = await signInEverybody(test);
    for (const caller of [cashier, viewer])
      expect(await test.refused('lists.export', orders(), caller)).toEqual({
        code: 'forbidden',
        details: { needs: 'export' },
      });
    expect(test.desktop.saved).toEqual([]);
    await test.ask('lists.export', orders(), manager);
    await test.ask('session.confirmPassword', { password: 'larch-otter-7-lantern' });
    const hidden = [
      { right: 'see-profit' as const, granted: false },
      { right: 'see-customers' as const, granted: false },
    ];
    await test.ask('staff.setRights', { staffId: 3, overrides: hidden, discountCeiling: null });
    const withCost = orders({ lineColumns: ['product', 'unit-cost'] });
    const refused = { code: 'forbidden', details: { needs: 'see-profit' } };
    expect(await test.refused('lists.export', withCost, manager)).toEqual(refused);
    expect(await test.refused('lists.export', { ...products, columns: ['cost'] }, manager)).toEqual(refused);
    expect(await test.refused('lists.export', customers, manager)).toEqual({
      code: 'forbidden',
      details: { needs: 'see-customers' },
    });
    await test.ask('lists.export', withCost);
  });

  it('is told of in the log, with how many rows left the shop', async () => {
    await test.ask('lists.export', orders({ filter: { ...everyOrder, status: 'cancelled' } }));
    test.desktop.dismissDialogs = true;
    expect(await test.ask('lists.export', orders())).toEqual({ saved: false, fileName: '', rows: 0 });
    const log = test.file.read.all(
      query.selectFrom('auditEntries').select(['subject', 'details']).where('call', '=', 'lists.export'),
    );
    expect(log).toHaveLength(1);
    expect(log[0]?.subject).toBe('list orders');
    const [, ...rows] = table();
    expect(JSON.parse(log[0]?.details ?? '')).toMatchObject({
      rows: rows.length,
      fileName: 'Orders 2026-12-10.csv',
    });
  });
});

describe('a long file', () => {
  beforeEach(() => open());

  async function sellMany(count: number): Promise<void> {
    const productId = addProduct(test, { price: 350, stock: 9000 });
    for (let index = 0; index < count; index += 1)
      await test.ask('orders.place', counterSale([line(productId, 1, 350)], { cartId: `many-${index}` }));
  }

  it('comes in pieces, says how far it is, and stops when it is told to', async () => {
    await sellMany(600);
    const heard: unknown[] = [];
    test.app.onChange((change) => {
      if (change.kind === 'progress') heard.push(change.progress);
    });
    let pieces = 0;
    test.desktop.onPiece = (count) => {
      pieces = count;
    };
    await test.ask('lists.export', orders());
    expect(pieces).toBeGreaterThan(2);
    expect(heard).toEqual([100, 200, 300, 400, 500, 600].map((done) => ({ done, total: 600 })));
    test.desktop.onPiece = (count) => {
      if (count === 2) void test.app.ask(owner, 'lists.cancelExport', {}, nextRequestId());
    };
    expect(await test.refused('lists.export', orders())).toEqual({ code: 'cancelled', details: {} });
    expect(test.desktop.saved).toHaveLength(1);
    const outcomes = test.file.read
      .all(query.selectFrom('auditEntries').select('outcome').where('call', '=', 'lists.export'))
      .map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['ok', 'cancelled']);
  });

  it('says why it could not be written, and keeps nothing', async () => {
    test.desktop.savePieces = async () => {
      throw new Error('No space left on the disk');
    };
    expect(await test.refused('lists.export', orders())).toEqual({
      code: 'save-failed',
      details: { reason: 'No space left on the disk' },
    });
  });

  it('of nothing has only its head', async () => {
    expect(await test.ask('lists.export', orders())).toMatchObject({ saved: true, rows: 0 });
    expect(table()).toEqual([['Order', 'Customer', 'Total']]);
  });
});

describe('products and customers as files', () => {
  beforeEach(() => open());

  it('have what their tables have, whatever stands in the names', async () => {
    const hostile = [
      '=HYPERLINK("http://x")',
      '+1',
      '-2+3',
      '@SUM(A1)',
      "'quoted",
      'a,"b"\nc',
      '\u202eevil',
      'Ünïcode 😀',
    ];
    for (const name of hostile) addProduct(test, { name, price: 1050, cost: 700, stock: 2 });
    await test.ask('lists.export', { ...products, columns: ['product', 'price', 'cost', 'on-hand'] });
    const { filter, sort, descending } = products;
    const { items } = await test.ask('catalog.table', { filter, sort, descending, cursor: null, limit: 50 });
    const [head, ...rows] = table();
    expect(head).toEqual(['Product', 'Price', 'Cost', 'On hand']);
    expect(rows).toEqual(items.map(({ name }) => [name, '10.50', '7.00', '2']));
    expect(rows.map(([name]) => name).toSorted()).toEqual(hostile.toSorted());
    const { bytes } = test.desktop.saved.at(-1) ?? {};
    const written = Buffer.from(bytes as Uint8Array).toString('utf8');
    for (const cell of written.slice(1).split(/\r\n|,(?=")/)) expect(cell).not.toMatch(/^"?[=+@]/);
  });

  it('follow the filter and the order of the table', async () => {
    for (const [name, price] of [
      ['Cup', 300],
      ['Bowl', 100],
      ['Dish', 200],
    ] as const)
      addProduct(test, { name, price, stock: 5 });
    await test.ask('lists.export', {
      ...products,
      sort: 'price',
      descending: true,
      columns: ['product', 'price'],
    });
    expect(table().slice(1)).toEqual([
      ['Cup', '3.00'],
      ['Dish', '2.00'],
      ['Bowl', '1.00'],
    ]);
    await test.ask('lists.export', {
      ...products,
      filter: { ...products.filter, text: 'bowl' },
      columns: [...productColumns],
    });
    expect(table()).toHaveLength(2);
  });

  it('name customers with their figures', async () => {
    const facts = { phone: '0555', email: 'a@b.c', address: 'Low Road', note: '' };
    const { customerId } = await test.ask('customers.create', { name: 'Zoë', ...facts });
    await test.ask('customers.create', { name: 'Bo', ...facts });
    const productId = addProduct(test, { price: 350, stock: 9 });
    await test.ask('orders.place', counterSale([line(productId, 2, 350)], { customerId }));
    const { rows } = await test.ask('lists.export', customers);
    expect(rows).toBe(2);
    expect(table()).toEqual([
      ['Number', 'Name', 'Phone', 'E-mail', 'Orders', 'Spent', 'Last order'],
      ['2', 'Bo', '0555', 'a@b.c', '0', '0.00', ''],
      ['1', 'Zoë', '0555', 'a@b.c', '1', '7.00', '2026-11-22'],
    ]);
  });
});
