import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
let productId: number;
beforeEach(async () => {
  test = await createOpenShop();
  productId = addProduct(test, { name: 'Lamp <tall>', sku: 'L-1', price: 1_000, stock: 100 });
});
afterEach(() => test.close());

async function sell(change: Partial<Input<'orders.place'>> = {}): Promise<number> {
  const sale = counterSale([line(productId, 2, 1_000)], change);
  return (await test.ask('orders.place', sale)).orderId;
}

function delivery(change: Partial<Input<'orders.place'>> = {}): Promise<number> {
  const address = { name: 'Ana Prieto', phone: '555-0199', address: '7 Lower Lane\nBath' };
  const date = calendarDate(20261126);
  return sell({ kind: 'delivery', delivery: { ...address, date }, tenders: [], ...change });
}

const cancel = (orderId: number) =>
  test.ask('orders.cancel', { orderId, reason: 'duplicate', note: '', refundCashNow: false });
const invoice = (orderId: number) => test.ask('documents.print', { kind: 'invoice', orderId });
const lastHtml = () => test.desktop.printed.at(-1)?.document.html ?? '';
const invoices = () =>
  test.file.read.all(query.selectFrom('invoices').select(['number', 'orderId']).orderBy('number'));
const printedEvents = async (orderId: number) =>
  (await test.ask('orders.get', { orderId })).events
    .filter((event) => event.kind === 'printed')
    .map((event) => event.details);

describe('papers of a delivery', () => {
  it('prints what to pick without a price, and the note that goes along with what is to be paid', async () => {
    const orderId = await delivery();
    expect(await test.ask('documents.print', { kind: 'packing-slip', orderId })).toEqual({ number: null });
    expect(test.desktop.printed[0]).toMatchObject({
      printer: '',
      document: { paper: 'a4', title: `Packing slip ${orderId}` },
    });
    expect(lastHtml()).toContain('Lamp &lt;tall&gt;');
    expect(lastHtml()).toContain('class="box"');
    expect(lastHtml()).not.toContain('10.00');
    await test.ask('documents.print', { kind: 'delivery-note', orderId });
    expect(lastHtml()).toContain('7 Lower Lane');
    expect(lastHtml()).toContain('£20.00');
    expect(await printedEvents(orderId)).toEqual([
      { document: 'packing-slip', print: 1, paper: 'a4' },
      { document: 'delivery-note', print: 1, paper: 'a4' },
    ]);
  });

  it('makes no copy of the receipt', async () => {
    const orderId = await delivery();
    await test.ask('documents.print', { kind: 'delivery-note', orderId });
    await test.ask('documents.printReceipt', { orderId, paper: null });
    expect(lastHtml()).not.toContain('Copy');
    await test.ask('documents.printReceipt', { orderId, paper: null });
    expect(lastHtml()).toContain('Copy 2');
  });

  it('refuses where nothing is to be delivered, and where there is no order', async () => {
    const cancelled = await delivery();
    await cancel(cancelled);
    const counter = await sell();
    for (const kind of ['packing-slip', 'delivery-note'] as const) {
      for (const orderId of [cancelled, counter]) {
        expect((await test.refused('documents.print', { kind, orderId })).code).toBe('nothing-to-deliver');
      }
      expect((await test.refused('documents.save', { kind, orderId: 99 })).code).toBe('not-found');
    }
    expect(test.desktop.printed).toEqual([]);
  });

  it('prints sheets on the receipt printer where receipts are sheets too', async () => {
    await test.ask('machine.set', { receiptPrinter: 'Till printer' });
    const orderId = await delivery();
    await test.ask('documents.print', { kind: 'delivery-note', orderId });
    await test.ask('shop.update', { receiptPaper: 'a4' });
    await test.ask('documents.print', { kind: 'delivery-note', orderId });
    expect(test.desktop.printed.map(({ printer }) => printer)).toEqual(['', 'Till printer']);
  });
});

describe('invoices', () => {
  it('are numbered when they are first asked for, and keep their number', async () => {
    const [first, second, third] = [await sell(), await delivery(), await sell()];
    expect(await invoice(third)).toEqual({ number: '1' });
    expect(await invoice(first)).toEqual({ number: '2' });
    expect(await invoice(third)).toEqual({ number: '1' });
    expect(lastHtml()).toContain('Invoice 1');
    expect(lastHtml()).toContain('Copy 2');
    const saved = await test.ask('documents.save', { kind: 'invoice', orderId: second });
    expect(saved).toEqual({ saved: true, fileName: 'Invoice 3.pdf', number: '3' });
    expect((await test.ask('orders.get', { orderId: second })).invoiceNumber).toBe('3');
  });

  it('have no gap, whatever fails, is refused, dismissed or asked for at once', async () => {
    const orders = [await sell(), await sell(), await sell(), await delivery()];
    const [first = 0, second = 0, third = 0, cancelled = 0] = orders;
    await cancel(cancelled);
    expect((await test.refused('documents.print', { kind: 'invoice', orderId: cancelled })).code).toBe(
      'nothing-to-invoice',
    );
    expect((await test.refused('documents.save', { kind: 'invoice', orderId: 99 })).code).toBe('not-found');
    test.desktop.printerTrouble = 'Out of paper';
    expect(await test.refused('documents.print', { kind: 'invoice', orderId: first })).toEqual({
      code: 'print-failed',
      details: { reason: 'Out of paper' },
    });
    test.desktop.dismissDialogs = true;
    expect(await test.ask('documents.save', { kind: 'invoice', orderId: second })).toEqual({
      saved: false,
      fileName: '',
      number: '2',
    });
    test.desktop.printerTrouble = null;
    await Promise.all([
      ...[third, first, third, second, third].map(invoice),
      test.ask('documents.save', { kind: 'invoice', orderId: third }),
    ]);
    expect(invoices()).toEqual([
      { number: 1, orderId: first },
      { number: 2, orderId: second },
      { number: 3, orderId: third },
    ]);
    // A failed print made no copy of the one that followed.
    expect((await printedEvents(first)).map(({ print }) => print)).toEqual([1]);
    expect((await printedEvents(third)).map(({ print }) => print)).toEqual([1, 2, 3]);
  });

  it('outlive their order’s cancelling, and say so', async () => {
    const orderId = await delivery();
    await invoice(orderId);
    await cancel(orderId);
    expect(await invoice(orderId)).toEqual({ number: '1' });
    expect(lastHtml()).toContain('Cancelled');
  });

  it('are made out to the customer as the directory knew them that day', async () => {
    const { customerId } = await test.ask('customers.create', {
      ...{ name: 'Prieto Ltd', phone: '', email: '', note: '' },
      address: '1 Counting House',
    });
    const sold = await sell({ customerId });
    await invoice(sold);
    expect(lastHtml()).toContain('1 Counting House');
    const moved = { name: 'Another name', phone: '', email: '', address: '1 New Street', note: '' };
    await test.ask('customers.update', { customerId, ...moved });
    await invoice(sold);
    expect(lastHtml()).toContain('1 Counting House');
    expect(lastHtml()).not.toContain('New Street');
  });

  it('are in the audit log with their number', async () => {
    await invoice(await sell());
    const entries = test.file.read.all(
      query.selectFrom('auditEntries').selectAll().where('call', '=', 'documents.print').orderBy('id'),
    );
    expect(entries.map((entry) => JSON.parse(entry.details))).toEqual([
      { kind: 'invoice', orderId: 1, invoice: '1' },
      { kind: 'invoice', orderId: 1, document: 'invoice', number: '1', print: 1, paper: 'a4' },
    ]);
  });
});
