import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { orderDetail, payment } from '../../../../test/support/order-builder.ts';
import { card, cash } from '../../../../test/support/order-desk.tsx';
import type { OrderDetail } from '../../../shared/contract/order-views.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import { pieces } from '../../../shared/domain/quantity.ts';
import { percent } from '../../../shared/domain/rate.ts';
import { type Role, roleMay, type StaffRole } from '../../../shared/domain/rights.ts';
import { cancelOutcome } from './cancel-outcome.ts';
import { beginEdit, editReducer } from './edit-draft.ts';
import { editFigures } from './edit-figures.ts';
import { orderAbilities } from './order-abilities.ts';

const mug = { name: 'Mug', unitPrice: 1000, quantity: pieces(2) };
const delivery = (change: Partial<OrderDetail> = {}) =>
  orderDetail([mug], { kind: 'delivery', status: 'received', deliveredAt: null, ...change });
const abilities = (order: OrderDetail, role: Role) => orderAbilities(order, (right) => roleMay(role, right));
const sums = (amount: number) => money(amount);

describe('what may be done with an order', () => {
  it('follows its status', () => {
    const received = abilities(delivery({ open: sums(2000) }), 'owner');
    expect(received).toMatchObject({ next: 'shipped', others: ['in-transit', 'delivered'] });
    expect(received.pay).toEqual({ kind: 'yes' });
    expect(received).toMatchObject({ edit: { kind: 'yes' }, cancel: { kind: 'yes' } });
    expect(received.goBack).toEqual({ kind: 'absent' });
    const shipped = abilities(delivery({ status: 'shipped' }), 'owner');
    expect(shipped).toMatchObject({ next: 'in-transit', others: ['delivered'], pay: { kind: 'absent' } });
    expect(shipped.edit).toEqual({ kind: 'blocked', why: 'shipped' });
    const delivered = abilities(delivery({ status: 'delivered', undoUntil: 1 }), 'owner');
    expect(delivered).toMatchObject({
      next: null,
      cancel: { kind: 'absent' },
      goBack: { kind: 'yes' },
      reschedule: { kind: 'absent' },
    });
    expect(delivered.undo).toEqual({ kind: 'yes' });
    const cancelled = abilities(delivery({ status: 'cancelled', open: sums(5) }), 'owner');
    expect(cancelled).toMatchObject({ pay: { kind: 'absent' }, invoice: false, deliver: false, note: true });
    expect(abilities(delivery({ kind: 'pickup' }), 'owner')).toMatchObject({ next: 'delivered', others: [] });
    expect(abilities(delivery({ invoiceNumber: '7' }), 'owner').edit).toEqual({
      kind: 'blocked',
      why: 'invoiced',
    });
  });

  it('follows the role: who works with orders may ask for the rest, who only looks is offered nothing', () => {
    const shipped = delivery({ status: 'shipped' });
    const rights = (role: StaffRole) => abilities(shipped, role).cancel.kind;
    expect([rights('owner'), rights('manager'), rights('cashier'), rights('viewer')]).toEqual([
      'yes',
      'yes',
      'ask',
      'absent',
    ]);
    const undo = (role: StaffRole) =>
      abilities(delivery({ status: 'delivered', undoUntil: 1 }), role).undo.kind;
    expect([undo('manager'), undo('cashier'), undo('viewer')]).toEqual(['yes', 'ask', 'absent']);
    const looks = abilities(delivery({ open: sums(5), payments: [payment('Card', 5)] }), 'viewer');
    const none = { kind: 'absent' };
    expect(looks).toMatchObject({ next: null, others: [], pay: none, reschedule: none, giveBack: none });
    const onlySells = orderAbilities(
      delivery({ status: 'delivered', undoUntil: 1, payments: [payment('Card', 2000)] }),
      (right) => right === 'sell' || right === 'see-orders',
    );
    const ask = { kind: 'ask' };
    expect(onlySells).toMatchObject({
      undo: ask,
      giveBack: ask,
      goBack: { kind: 'blocked', why: 'no-right' },
    });
  });

  it('gives money back only where a payment still holds some', () => {
    const paid = { payments: [payment('Card', 2000)] };
    expect(abilities(delivery(paid), 'cashier').giveBack.kind).toBe('yes');
    const underWay = { ...paid, status: 'cancelled', refundPending: sums(2000), dueBack: sums(0) } as const;
    expect(abilities(delivery(underWay), 'owner').giveBack.kind).toBe('absent');
    const due = { ...paid, status: 'cancelled', dueBack: sums(2000) } as const;
    expect(abilities(delivery(due), 'owner').giveBack.kind).toBe('yes');
    const gone = [{ ...payment('Card', 2000), refundable: sums(0) }];
    expect(abilities(delivery({ payments: gone }), 'owner').giveBack.kind).toBe('absent');
  });
});

describe('what is said before is what happens', () => {
  let test: TestApp;
  beforeEach(async () => {
    test = await createOpenShop();
    await test.ask('shop.update', { cashRounding: sums(5) });
  });
  afterEach(() => test.close());

  type Case = {
    readonly name: string;
    readonly lines: readonly (readonly [count: number, price: number])[];
    readonly off?: number;
    readonly card: number;
    readonly cash: number;
  };
  const cases: readonly Case[] = [
    {
      name: 'paid by card',
      lines: [
        [2, 333],
        [1, 1999],
      ],
      card: 2665,
      cash: 0,
    },
    {
      name: 'paid in cash, rounded to coins',
      lines: [
        [3, 333],
        [1, 503],
        [1, 201],
      ],
      card: 0,
      cash: 2000,
    },
    {
      name: 'split, with a discount',
      lines: [
        [3, 997],
        [2, 1250],
        [1, 5],
      ],
      off: 15,
      card: 1000,
      cash: 5000,
    },
    {
      name: 'a deposit only',
      lines: [
        [2, 1000],
        [1, 500],
      ],
      card: 700,
      cash: 0,
    },
    {
      name: 'unpaid',
      lines: [
        [2, 1000],
        [4, 250],
      ],
      card: 0,
      cash: 0,
    },
  ];

  const place = async ({ lines, off, card: byCard, cash: inCash }: Case): Promise<OrderDetail> => {
    const sold = lines.map(([count, price], index) => {
      const name = `Thing ${index}`;
      return line(addProduct(test, { name, price, stock: 50 }), count, price, { name });
    });
    const tenders = [...(byCard > 0 ? card(byCard) : []), ...(inCash > 0 ? cash(inCash) : [])];
    const { orderId } = await test.ask(
      'orders.place',
      counterSale(sold, {
        ...{ kind: 'delivery', tenders },
        delivery: { name: 'Bo', phone: '', address: '1 Low Street', date: calendarDate(20261125) },
        orderDiscount: off === undefined ? null : { kind: 'percent', rate: percent(off) },
      }),
    );
    return test.ask('orders.get', { orderId });
  };
  const sumOf = (order: { readonly back: readonly { readonly amount: number }[] }) =>
    order.back.reduce((sum, part) => sum + part.amount, 0);

  it.each(cases)('cancelling an order $name', async (one) => {
    const order = await place(one);
    const said = cancelOutcome(order, null, sums(5));
    const cashPart = said.back.find((part) => part.tenderKind === 'cash')?.amount ?? 0;
    const done = await test.ask('orders.cancel', {
      ...{ orderId: order.id, reason: 'other', note: '', refundCashNow: true },
    });
    expect(said.cash).toBe(done.refundedInCash);
    expect(sumOf(said) - cashPart).toBe(done.refundAwaiting);
  });

  it.each(cases)('cancelling lines, and then another, $name', async (one) => {
    let order = await place(one);
    while (order.lines.length > 1) {
      const lineNo = order.lines[0]?.lineNo ?? 0;
      const said = cancelOutcome(order, new Set([lineNo]), sums(5));
      const cashPart = said.back.find((part) => part.tenderKind === 'cash')?.amount ?? 0;
      const done = await test.ask('orders.cancelLines', {
        ...{ orderId: order.id, revision: order.revision, lineNos: [lineNo], reason: 'other', note: '' },
        refundCashNow: true,
      });
      expect(said).toMatchObject({ total: done.total, open: done.open, cash: done.refundedInCash });
      expect(sumOf(said) - cashPart).toBe(done.refundAwaiting);
      order = await test.ask('orders.get', { orderId: order.id });
    }
  });

  it.each(cases)('editing an order twice $name', async (one) => {
    let order = await place(one);
    for (const count of [1, 4]) {
      const [first] = order.lines;
      const change = { type: 'type-kept', lineNo: first?.lineNo ?? 0, quantity: pieces(count) } as const;
      const draft = editReducer(beginEdit(order), change);
      const said = editFigures(order, draft, sums(5));
      const cashPart = said.back.find((part) => part.tenderKind === 'cash')?.amount ?? 0;
      const done = await test.ask('orders.edit', {
        ...{ orderId: order.id, revision: order.revision, added: [], tenders: [], note: '' },
        lines: order.lines.map(({ lineNo, quantity }) => ({
          lineNo,
          quantity: draft.kept.get(lineNo)?.quantity ?? quantity,
        })),
        ...{ refundCashNow: false, expectedTotal: said.total, oversellAccepted: [] },
      });
      expect(said).toMatchObject({ total: done.total, open: done.open, problem: null, isChanged: true });
      expect(sumOf(said)).toBe(done.refundAwaiting);
      expect(cashPart).toBeGreaterThanOrEqual(0);
      order = await test.ask('orders.get', { orderId: order.id });
    }
  });
});
