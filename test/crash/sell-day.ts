import { query } from '../../src/main/database/query.ts';
import type { CommandName, Input, Output } from '../../src/shared/contract/index.ts';
import { addDays, businessDateOf } from '../../src/shared/domain/calendar.ts';
import { money } from '../../src/shared/domain/money.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { refundAmount } from '../../src/shared/domain/refund-amount.ts';
import { counterSale, line } from '../support/builders.ts';
import { nextRequestId, owner, type TestApp } from '../support/create-test-app.ts';

type Way = {
  /** Says that something was done. */
  acknowledge(deed: string): void;
  /** Says an order's number before it is placed. */
  readonly isEarly: boolean;
  /** How many orders; 0 for no end. */
  readonly most: number;
};

/**
 * Places one order after the other and does to them what a day does: every fourth is a delivery that is paid in cash,
 * sent, and then cancelled with its money handed back or delivered; of others a piece comes back; goods come in.
 */
export async function sellDay(test: TestApp, way: Way): Promise<void> {
  const products = test.file.read.all(
    query.selectFrom('products').select(['id', 'price']).where('kind', '<>', 'parent'),
  );
  const last = test.file.read.get(query.selectFrom('orders').select('id').orderBy('id', 'desc').limit(1));
  let next = (last?.id ?? 0) + 1;
  for (let count = 0; way.most === 0 || count < way.most; count += 1) {
    if (way.isEarly) way.acknowledge(`order ${next}`);
    const orderId = await place(test, products, next);
    if (!way.isEarly) way.acknowledge(`order ${orderId}`);
    await goOn(test, way, orderId);
    next = orderId + 1;
    // Lets the event loop turn, as it does between two customers.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function ask<N extends CommandName>(test: TestApp, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await test.app.ask(owner, name, input, nextRequestId());
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

type Product = { readonly id: number; readonly price: number };

async function place(test: TestApp, products: readonly Product[], next: number): Promise<number> {
  const lines = [0, 1, 2].slice(0, 1 + (next % 3)).map((offset) => {
    const product = products[(next * 7 + offset) % products.length];
    if (!product) throw new Error('no products');
    return line(product.id, 1 + (next % 2), product.price, { note: `for order ${next}` });
  });
  const date = addDays(businessDateOf(test.now, 'Europe/London', 0), 4);
  const delivery = { name: 'Ana', phone: '', address: '2 Low Street', date };
  const input = counterSale(lines, {
    ...(next % 4 === 0 ? { kind: 'delivery' as const, delivery } : {}),
    oversellAccepted: products.map((product) => product.id),
  });
  return (await ask(test, 'orders.place', input)).orderId;
}

/** What else happens after an order was placed: by its number, so that every run does the same. */
async function goOn(test: TestApp, way: Way, orderId: number): Promise<void> {
  const sayEvent = (id: number): void => way.acknowledge(`event ${id} ${lastEvent(test, id)}`);
  const delivery = orderId - (orderId % 4);
  if (delivery > 0 && orderId % 4 === 1) {
    const step = { orderId: delivery, tenders: [], leaveUnpaid: false };
    await ask(test, 'orders.advance', { ...step, from: 'received', to: 'shipped' });
    sayEvent(delivery);
  }
  if (delivery > 0 && orderId % 8 === 2) {
    const why = { reason: 'cannot-deliver' as const, note: '', refundCashNow: true };
    await ask(test, 'orders.cancel', { orderId: delivery, ...why });
    sayEvent(delivery);
  }
  if (delivery > 0 && orderId % 8 === 6) {
    const step = { orderId: delivery, tenders: [], leaveUnpaid: false };
    await ask(test, 'orders.advance', { ...step, from: 'shipped', to: 'delivered' });
    sayEvent(delivery);
  }
  if (orderId % 4 === 3) await bringBack(test, way, orderId);
  if (orderId % 5 === 0) {
    const lines = [{ productId: 1, quantity: pieces(3), unitCost: money(40 + orderId) }];
    const { receiptId } = await ask(test, 'stock.receive', {
      supplier: 'Farm',
      reference: '',
      note: '',
      lines,
    });
    way.acknowledge(`receipt ${receiptId}`);
  }
}

async function bringBack(test: TestApp, way: Way, orderId: number): Promise<void> {
  const { lines } = await test.ask('returns.prepare', { orderId });
  const [first] = lines;
  if (!first) throw new Error('an order without lines');
  const worth = refundAmount(first.total, first.sold, first.returned, pieces(1));
  const { returnId } = await ask(test, 'returns.create', {
    ...{ orderId, note: '', refunds: [], cashNow: true, exchange: null, expectedCredit: worth },
    lines: [
      {
        lineNo: first.lineNo,
        quantity: pieces(1),
        reason: 'unwanted',
        disposition: 'restock',
        giveMoneyBack: true,
      },
    ],
  });
  way.acknowledge(`return ${returnId}`);
}

function lastEvent(test: TestApp, orderId: number): number {
  const events = query.selectFrom('orderEvents').select('eventNo').where('orderId', '=', orderId);
  return test.file.read.get(events.orderBy('eventNo', 'desc').limit(1))?.eventNo ?? 0;
}
