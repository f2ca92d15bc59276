import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../../test/support/builders.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { addDays, businessDateOf, type CalendarDate } from '../../../shared/domain/calendar.ts';
import { hourOf, type TimerCause } from '../../../shared/domain/timer-plan.ts';
import type { Caller } from '../../app/create-app.ts';
import { query } from '../../database/query.ts';

const minute = 60_000;
const hour = 60 * minute;
const system: Caller = { kind: 'system' };

let test: TestApp;
afterEach(() => test.close());

const today = (): CalendarDate => businessDateOf(test.now, 'Europe/London', 0);

/** A delivery on its way, due in so many days. Paid or not. */
async function inTransit(dueInDays: number): Promise<number> {
  const productId = addProduct(test, { stock: 10 });
  const date = addDays(today(), dueInDays);
  const { orderId } = await test.ask(
    'orders.place',
    counterSale([line(productId, 1, 350)], {
      kind: 'delivery',
      delivery: { name: 'Ana', phone: '', address: '7 Lower Lane', date },
      tenders: [],
    }),
  );
  const step = { from: 'received', to: 'in-transit', leaveUnpaid: true } as const;
  await test.ask('orders.advance', { orderId, tenders: [], ...step });
  return orderId;
}

const statusOf = async (orderId: number) => (await test.ask('orders.get', { orderId })).status;
const runs = async () => (await test.ask('timer.listRuns', { cursor: null, limit: 100 })).items;
const run = (cause: TimerCause, caller: Caller = system) => test.ask('timer.run', { cause }, caller);
const hours = () =>
  test.file.read.all(sql<{ hour: number; runId: number }>`SELECT hour, runId FROM timerHours ORDER BY hour`);

describe('timer.run', () => {
  it('delivers what is in transit and due, and nothing else', async () => {
    test = await createOpenShop();
    const due = await inTransit(0);
    const later = await inTransit(1);
    const cancelled = await inTransit(0);
    const cancel = { reason: 'cannot-deliver', note: '', refundCashNow: false } as const;
    await test.ask('orders.cancel', { orderId: cancelled, ...cancel });
    expect(await test.ask('timer.get', {})).toMatchObject({ due: 1, last: null, missedHours: 1 });
    expect(await run('start')).toEqual({ runId: 1, outcome: 'done', delivered: 1, hours: 1 });
    expect(await statusOf(due)).toBe('delivered');
    expect(await statusOf(later)).toBe('in-transit');
    expect(await statusOf(cancelled)).toBe('cancelled');
    const order = await test.ask('orders.get', { orderId: due });
    expect(order.deliveredAt).toBe(test.now);
    expect(order.events.at(-1)).toMatchObject({
      kind: 'status',
      staffName: null,
      at: test.now,
      details: { from: 'in-transit', to: 'delivered' },
    });
    expect(await test.ask('timer.get', {})).toMatchObject({ due: 0, missedHours: 0, isClockBack: false });
  });

  it('catches up with missed hours in one run, and twice changes nothing', async () => {
    test = await createOpenShop();
    await run('start');
    const first = hourOf(test.now);
    const due = await inTransit(1);
    test.now += 30 * hour;
    expect(await run('resume')).toEqual({ runId: 2, outcome: 'done', delivered: 1, hours: 30 });
    expect(await run('hour')).toEqual({ runId: null, outcome: 'done', delivered: 0, hours: 0 });
    expect(hours()).toEqual(
      Array.from({ length: 31 }, (_, index) => ({ hour: first + index, runId: index === 0 ? 1 : 2 })),
    );
    expect(await runs()).toMatchObject([
      { runId: 2, cause: 'resume', hours: 30, delivered: 1, staffName: null },
      { runId: 1, cause: 'start', hours: 1, delivered: 0 },
    ]);
    expect((await test.ask('orders.get', { orderId: due })).events.filter(isDelivery)).toHaveLength(1);
  });

  it('leaves what came on its way after the hour was covered to the next hour, not the next minute', async () => {
    test = await createOpenShop();
    await run('start');
    const due = await inTransit(0);
    test.now += minute;
    expect(await run('hour')).toMatchObject({ runId: null });
    expect(await statusOf(due)).toBe('in-transit');
    expect(await run('start')).toMatchObject({ runId: 2, delivered: 1, hours: 0 });
    expect(await statusOf(due)).toBe('delivered');
  });

  it('is run by a person too, who is named in the run and the audit log but delivers nothing', async () => {
    test = await createOpenShop();
    const due = await inTransit(0);
    await run('start');
    await test.ask('timer.setEnabled', { isEnabled: false });
    const other = await inTransit(0);
    expect((await test.refused('timer.run', { cause: 'hour' }, system)).code).toBe('timer-off');
    expect(await run('manual', { kind: 'window', windowId: 1 })).toMatchObject({ delivered: 1 });
    expect((await runs())[0]).toMatchObject({ cause: 'manual', staffName: 'Olga Owner' });
    for (const orderId of [due, other]) {
      const { events } = await test.ask('orders.get', { orderId });
      expect(events.filter(isDelivery)).toMatchObject([{ staffName: null }]);
    }
    const entries = test.file.read.all(
      query.selectFrom('auditEntries').selectAll().where('call', '=', 'timer.run').orderBy('id'),
    );
    expect(entries.map(({ actor, outcome, staffId }) => [actor, outcome, staffId])).toEqual([
      ['system', 'ok', null],
      ['system', 'timer-off', null],
      ['staff', 'ok', 1],
    ]);
  });

  it('notes once that the clock was set back, and undoes nothing', async () => {
    test = await createOpenShop();
    const due = await inTransit(0);
    await run('start');
    test.now -= 2 * hour;
    expect(await run('hour')).toEqual({ runId: 2, outcome: 'clock-back', delivered: 0, hours: 0 });
    const back = await inTransit(0);
    for (const cause of ['hour', 'resume', 'start'] as const) {
      test.now += minute;
      expect(await run(cause)).toMatchObject({ runId: null });
    }
    expect(await test.ask('timer.get', {})).toMatchObject({ isClockBack: true, due: 1 });
    expect(await statusOf(due)).toBe('delivered');
    expect(await run('manual')).toMatchObject({ outcome: 'done', delivered: 1, hours: 0 });
    expect(await statusOf(back)).toBe('delivered');
    test.now += 3 * hour;
    expect(await run('hour')).toMatchObject({ outcome: 'done', hours: 1 });
    expect((await runs()).map((one) => one.outcome)).toEqual(['done', 'done', 'clock-back', 'done']);
  });

  it('waits for a person where the clock is far ahead', async () => {
    test = await createOpenShop();
    await run('start');
    const due = await inTransit(2);
    test.now += 401 * hour;
    expect(await run('resume')).toMatchObject({ outcome: 'clock-ahead', delivered: 0, hours: 0 });
    test.now += hour;
    expect(await run('hour')).toMatchObject({ runId: null });
    expect(await test.ask('timer.get', {})).toMatchObject({ missedHours: 402, due: 1 });
    expect(await statusOf(due)).toBe('in-transit');
    expect(await run('manual')).toMatchObject({ outcome: 'done', delivered: 1, hours: 402 });
  });

  it('does not deliver at once again what somebody took back', async () => {
    test = await createOpenShop();
    const orderId = await inTransit(0);
    await run('start');
    await test.ask('orders.undoDelivered', { orderId, reason: 'The van came back' });
    test.now += hour;
    expect(await run('hour')).toMatchObject({ delivered: 0 });
    expect(await statusOf(orderId)).toBe('in-transit');
    test.now += 24 * hour;
    expect(await run('hour')).toMatchObject({ delivered: 1 });
    expect((await test.ask('orders.get', { orderId })).events.filter(isDelivery)).toHaveLength(2);
  });

  it('leaves what is not paid unpaid, and counts it as owing', async () => {
    test = await createOpenShop();
    const orderId = await inTransit(0);
    await run('start');
    expect(await test.ask('orders.get', { orderId })).toMatchObject({ status: 'delivered', open: 350 });
    expect((await test.ask('orders.queues', {})).owing).toEqual({ count: 1, amount: 350 });
  });

  it('stays whole when an order cannot be delivered: nothing is delivered, no hour covered', async () => {
    test = await createOpenShop();
    const orders = [await inTransit(0), await inTransit(0)];
    test.file.transaction((db) =>
      db.run(sql`CREATE TRIGGER stuck BEFORE UPDATE ON orders WHEN NEW.id = ${sql.lit(orders[1])}
        BEGIN SELECT RAISE(ABORT, 'stuck'); END`),
    );
    expect((await test.refused('timer.run', { cause: 'hour' }, system)).code).toBe('internal');
    expect(await statusOf(orders[0] ?? 0)).toBe('in-transit');
    expect(hours()).toEqual([]);
    expect(await runs()).toEqual([]);
  });
});

describe('the timer’s page', () => {
  it('lists runs by keyset, newest first', async () => {
    test = await createOpenShop();
    for (let count = 0; count < 7; count += 1) {
      await run('hour');
      test.now += hour;
    }
    await test.ask('timer.noteFailure', { cause: 'hour', error: 'shop-file-trouble (a-1)' }, system);
    const first = await test.ask('timer.listRuns', { cursor: null, limit: 5 });
    expect(first.items.map((one) => one.runId)).toEqual([8, 7, 6, 5, 4]);
    expect(first.items[0]).toMatchObject({ outcome: 'failed', error: 'shop-file-trouble (a-1)', hours: 0 });
    const second = await test.ask('timer.listRuns', { cursor: first.next, limit: 5 });
    expect(second.items.map((one) => one.runId)).toEqual([3, 2, 1]);
    expect(second.next).toBeNull();
    expect((await test.refused('timer.listRuns', { cursor: 'nonsense', limit: 5 })).code).toBe(
      'invalid-input',
    );
  });

  it('tells when the next hour begins, and whether it is on', async () => {
    test = await createOpenShop();
    const noon = Date.UTC(2026, 10, 22, 12);
    expect(await test.ask('timer.get', {})).toMatchObject({ isEnabled: true, nextAt: noon - hour });
    await run('start');
    expect(await test.ask('timer.get', {})).toMatchObject({ nextAt: noon, last: { runId: 1 } });
    const heard: string[] = [];
    test.app.onChange((change) => {
      if (change.kind === 'changed') heard.push(...change.topics);
    });
    await test.ask('timer.setEnabled', { isEnabled: false });
    expect(await test.ask('timer.get', {})).toMatchObject({ isEnabled: false });
    expect((await test.ask('setup.state', {})).shop?.timerEnabled).toBe(false);
    expect(heard).toEqual(expect.arrayContaining(['shop', 'timerRuns']));
  });

  it('knows whether the stock was checked on this business date', async () => {
    test = await createOpenShop();
    expect((await test.ask('timer.get', {})).isStockChecked).toBe(false);
    test.file.transaction((db) =>
      db.run(
        query.insertInto('stockChecks').values({
          ...{ cause: 'nightly', at: test.now, businessDate: today(), staffId: null },
          ...{ checked: 0, drifted: 0, drifts: '[]', repairedAt: null, repairedBy: null },
        }),
      ),
    );
    expect((await test.ask('timer.get', {})).isStockChecked).toBe(true);
    test.now += 24 * hour;
    expect((await test.ask('timer.get', {})).isStockChecked).toBe(false);
  });
});

function isDelivery(event: { readonly kind: string; readonly details: Readonly<Record<string, unknown>> }) {
  return event.kind === 'status' && event.details.to === 'delivered';
}
