import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { importHistory, sendHistory } from '../../../../test/support/history-file.ts';
import { historyShopForTests } from '../../../../test/support/history-shop.ts';

const shop = historyShopForTests();
const { look } = shop;

const good = '9,2024-01-02,Tea,1,2.50';

describe('orders', () => {
  it('have the first row’s day, and blank dates are those of their order', async () => {
    const found = await look(
      'id,date,item,qty,price\n1,2024-01-02,Tea,1,1\n1,,Bun,1,1\n1,2024-01-05,Jam,1,1\n2,2024-01-02,Tea,1,1\n1,,Ham,1,1\n',
    );
    expect(found.counts).toMatchObject({ orders: 2, lines: 5 });
    expect(found.odd.find(({ code }) => code === 'order-dates-differ')?.params.count).toBe(1);
  });

  it('may have numbers that begin again each day', async () => {
    const sales =
      'id,date,item,qty,price\n1,2024-01-02,Tea,1,1\n2,2024-01-02,Tea,1,1\n1,2024-01-03,Tea,1,1\n1,2024-01-03,Bun,1,1\n';
    expect((await look(sales, { orderIs: 'number-and-day' })).counts).toMatchObject({ orders: 3, lines: 4 });
    const each = await look(sales, { orderIs: 'row' });
    expect(each.counts).toMatchObject({ orders: 2, unreadRows: 2 });
    expect(each.problems.map(({ code }) => code)).toEqual(['number-repeated', 'number-repeated']);
  });

  it('come in without a number, each row for itself', async () => {
    const sales = 'date,item,price\n2024-01-02,Tea,1.50\n2024-01-02,Tea,1.50\n';
    const { made } = await importHistory(shop.test, { sales });
    expect(made).toMatchObject({ orders: 2, knownOrders: 0 });
    expect((await importHistory(shop.test, { sales })).made.orders).toBe(2);
  });

  it('that came in before stay as they are', async () => {
    await importHistory(shop.test, { sales: `id,date,item,qty,price\n${good}\n` });
    const { preview, made } = await importHistory(shop.test, {
      sales: `id,date,item,qty,price\n${good}\n10,2024-01-03,Bun,1,1\n`,
    });
    expect(preview.counts).toMatchObject({ orders: 1, knownOrders: 1, products: { known: 0, made: 1 } });
    expect(made).toMatchObject({ orders: 1, knownOrders: 1 });
    const uploadId = await sendHistory(shop.test, { sales: `id,date,item,qty,price\n${good}\n` });
    await shop.test.ask('historyImport.preview', { uploadId, choices: {} });
    expect((await shop.test.refused('historyImport.run', { uploadId })).code).toBe('nothing-to-import');
    const months = (await shop.test.ask('historyImport.reconcile', { importId: made.importId })).months;
    expect(months).toMatchObject([
      { file: { orders: 2 }, leftOut: { orders: 1, sales: 2_500_000 }, shop: { orders: 1 }, agrees: true },
    ]);
  });

  it('below zero are returns, those of a minus price too', async () => {
    const sales =
      'id,date,item,qty,price\n1,2024-01-02,Tea,-2,2.50\n2,2024-01-02,Tea,3,2.50\n2,2024-01-02,Coupon,1,-1.00\n3,2024-01-02,Tea,-1,-4.00\n';
    const { preview, made } = await importHistory(shop.test, { sales });
    expect(preview.totals).toMatchObject({ sales: 750, returned: 1000, net: -250 });
    expect(made).toMatchObject({ orders: 1, returns: 3 });
    expect(preview.problems.map(({ code }) => code)).toEqual(['both-below-zero']);
  });

  it('become what their status says, or what a person says of it', async () => {
    const status = ['Completed', 'pending', 'SHIPPED', 'Cancelled', 'refunded', 'odd', 'odd'];
    const sales = `id,date,item,qty,price,status\n${status.map((word, id) => `${id},2024-01-02,Tea,1,2.50,${word}`).join('\n')}\n`;
    const guessed = await look(sales);
    expect(guessed.statuses.map(({ becomes, isGuessed }) => `${becomes}${isGuessed ? '?' : ''}`)).toEqual([
      'delivered?',
      'cancelled',
      'delivered',
      'shipped',
      'received',
      'returned',
    ]);
    const { made } = await importHistory(
      shop.test,
      { sales },
      { statuses: [{ status: 'odd', becomes: 'left-out' }] },
    );
    expect(made).toMatchObject({ orders: 5, returns: 1, leftOutOrders: 2 });
    const kinds = shop.test.file.read.all(
      sql<{ k: string }>`SELECT kind || ' ' || status AS k FROM orders ORDER BY id`,
    );
    expect(kinds.map(({ k }) => k)).toEqual([
      'counter delivered',
      'pickup received',
      'delivery shipped',
      'pickup cancelled',
      'counter delivered',
    ]);
    expect((await shop.test.ask('historyImport.reconcile', { importId: made.importId })).agrees).toBe(true);
  });

  it('are left out where they are beyond what a shop sells, or have too many rows', async () => {
    const many = Array.from({ length: 5001 }, () => '2,2024-01-02,Tea,1,1').join('\n');
    const found = await look(
      `id,date,item,qty,price\n1,2024-01-02,Tea,900000000,900000000\n${many}\n3,2024-01-02,Tea,1,1\n`,
    );
    expect(found.counts).toMatchObject({ orders: 1, leftOutOrders: 2 });
    expect(found.problems.map(({ code }) => code)).toEqual(['order-too-large', 'too-many-lines']);
  });
});

describe('payments and customers in files of their own', () => {
  it('that fit no order are left out; what was paid too much is not taken', async () => {
    const files = {
      sales:
        'order id,date,customer id,total\n1,2024-01-02,7,10.00\n2,2024-01-02,8,5.00\n3,2024-01-02,,1.00\n',
      payments: 'order id,amount,method\n1,4.00,Cash\n1,8.00,Card\n2,3.00,Cash\n9,1.00,Cash\n2,-1.00,Cash\n',
      customers: 'customer id,first name,last name,email\n7,Ada,Byron,a@b.c\n9,Eve,,\n',
    };
    const { preview, made } = await importHistory(shop.test, files);
    expect(preview.joins).toEqual({
      payments: { rows: 5, matched: 3, unmatched: 2, ordersWithout: 1 },
      customers: { rows: 2, matched: 1, withoutOrders: 1 },
    });
    expect(preview.problems.map(({ slot, code }) => `${slot} ${code}`)).toEqual([
      'payments payment-without-order',
      'payments payment-negative',
    ]);
    expect(made).toMatchObject({ orders: 3, customers: 3 });
    const orders = shop.test.file.read.all(
      sql`SELECT total, paid, kind, customerName FROM orders ORDER BY id`,
    );
    expect(orders).toEqual([
      { total: 1000, paid: 1000, kind: 'counter', customerName: 'Ada Byron' },
      { total: 500, paid: 300, kind: 'pickup', customerName: 'Customer 8' },
      { total: 100, paid: 0, kind: 'pickup', customerName: null },
    ]);
    await shop.test.ask('historyImport.undo', { importId: made.importId });
  });

  it('can be taken away again', async () => {
    const sales = 'order id,date,total\n1,2024-01-02,10.00\n';
    const uploadId = await sendHistory(shop.test, { sales, payments: 'x\n1\n' });
    const broken = await shop.test.ask('historyImport.preview', { uploadId, choices: {} });
    expect([broken.isReady, broken.files[1]?.missing]).toEqual([false, ['number', 'amount']]);
    expect((await shop.test.refused('historyImport.run', { uploadId })).code).toBe('upload-gone');
    await shop.test.ask('historyImport.dropFile', { uploadId, slot: 'payments' });
    expect((await shop.test.ask('historyImport.preview', { uploadId, choices: {} })).isReady).toBe(true);
  });
});
