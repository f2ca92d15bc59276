import type { Input } from '../../src/shared/contract/index.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { percent } from '../../src/shared/domain/rate.ts';
import { addProduct, counterSale, line } from './builders.ts';
import { createOpenShop, type TestApp } from './create-test-app.ts';

type Place = Input<'orders.place'>;
const delivery = { name: 'Ada', phone: '', address: 'Low Road', date: calendarDate(20261122) };
const byCard = (amount: number) => [{ tenderId: 2, amount: money(amount), reference: 'A1' }];

/**
 * A small shop in which everything has happened once, by commands, a minute apart. Orders: 1 counter, of which a
 * damaged piece came back and another was exchanged for order 6; 2 shipped; 3 paid and cancelled, its refund on its
 * way; 4 delivered by the timer; 5 edited, with an invoice. Order 2 is a customer's.
 */
export async function eventfulShop(): Promise<TestApp> {
  const test = await createOpenShop({}, { keep: true });
  const minute = <T>(done: Promise<T>): Promise<T> => {
    test.now += 60_000;
    return done;
  };
  addProduct(test, { name: 'Tea', price: 450, cost: 200, stock: 40 });
  addProduct(test, { name: 'Bread', price: 320, cost: 90, stock: 30 });
  const send = (lines: Place['lines'], change: Partial<Place>) =>
    minute(test.ask('orders.place', counterSale(lines, { kind: 'delivery', delivery, ...change })));
  const orderDiscount = { kind: 'percent' as const, rate: percent(10) };
  await test.ask('orders.place', counterSale([line(1, 3, 450), line(2, 2, 320)], { orderDiscount }));
  const ada = { name: 'Ada', phone: '', email: '', address: 'Low Road', note: '' };
  const { customerId } = await test.ask('customers.create', ada);
  await send([line(1, 1, 450)], { tenders: byCard(450), customerId });
  await send([line(1, 2, 450)], { tenders: byCard(900) });
  await send([line(2, 1, 320)], { tenders: byCard(320) });
  await send([line(1, 1, 450), line(2, 1, 320)], { tenders: [] });
  await advance(test, minute);
  await goBack(test, minute);
  await keepStock(test, minute);
  return test;
}

type Minute = <T>(done: Promise<T>) => Promise<T>;

async function advance(test: TestApp, minute: Minute): Promise<void> {
  const step = { tenders: [], leaveUnpaid: false };
  await minute(test.ask('orders.advance', { ...step, orderId: 2, from: 'received', to: 'shipped' }));
  await minute(test.ask('orders.advance', { ...step, orderId: 4, from: 'received', to: 'in-transit' }));
  await minute(test.ask('timer.run', { cause: 'manual' }));
  await minute(
    test.ask('orders.edit', {
      ...{ orderId: 5, revision: 0, added: [], tenders: [], refundCashNow: false, note: '' },
      ...{ lines: [{ lineNo: 1, quantity: pieces(2) }], expectedTotal: money(900), oversellAccepted: [] },
    }),
  );
  await minute(test.ask('documents.print', { kind: 'invoice', orderId: 5 }));
}

async function goBack(test: TestApp, minute: Minute): Promise<void> {
  const cancel = { reason: 'other' as const, note: '', refundCashNow: false };
  await minute(test.ask('orders.cancel', { orderId: 3, ...cancel }));
  await minute(test.ask('refunds.initiate', { refundId: 1, tenderId: null, reference: '' }));
  const piece = (disposition: 'restock' | 'damaged') => ({
    ...{ lineNo: 1, quantity: pieces(1), reason: 'faulty' as const, disposition, giveMoneyBack: true },
  });
  const back = { orderId: 1, note: '', refunds: [], cashNow: true, expectedCredit: money(405) };
  await minute(test.ask('returns.create', { ...back, lines: [piece('damaged')], exchange: null }));
  const sold = {
    lines: [line(2, 2, 320)],
    orderDiscount: null,
    expectedTotal: money(640),
    oversellAccepted: [],
  };
  const tenders = [{ tenderId: 1, amount: money(235), reference: '' }];
  await minute(
    test.ask('returns.create', { ...back, lines: [piece('restock')], exchange: { ...sold, tenders } }),
  );
}

async function keepStock(test: TestApp, minute: Minute): Promise<void> {
  const paper = { supplier: 'Farm', reference: 'F1', note: '' };
  const lines = [{ productId: 1, quantity: pieces(10), unitCost: money(260) }];
  await minute(test.ask('stock.receive', { ...paper, lines }));
  const { onHand } = await test.ask('stock.get', { productId: 2 });
  const adjusted = {
    productId: 2,
    change: pieces(3),
    expectedOnHand: onHand,
    reason: 'found' as const,
    note: '',
  };
  await minute(test.ask('stock.adjust', adjusted));
  const gone = [{ productId: 2, quantity: pieces(1) }];
  await minute(test.ask('stock.writeOff', { lines: gone, reason: 'expired', note: '' }));
  await minute(test.ask('stockCounts.start', { name: 'Shelf', categoryId: null }));
  await minute(test.ask('stockCounts.enter', { countId: 1, productId: 1, counted: pieces(40) }));
  await minute(test.ask('stockCounts.enter', { countId: 1, productId: 2, counted: pieces(27) }));
  await minute(test.ask('stockCounts.post', { countId: 1 }));
}
