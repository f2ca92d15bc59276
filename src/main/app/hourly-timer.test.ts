import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { change } from '../../../test/support/catalog-builders.ts';
import { createOpenShop, createTestApp, type TestApp } from '../../../test/support/create-test-app.ts';
import { businessDateOf } from '../../shared/domain/calendar.ts';
import { query } from '../database/query.ts';
import type { App } from './create-app.ts';
import { createHourlyTimer, type HourlyTimer } from './hourly-timer.ts';

const minute = 60_000;
const hour = 60 * minute;

let test: TestApp;
let timer: HourlyTimer;
/** Every heartbeat that is asked for, until it is stopped. */
let beats: (() => void)[];
/** What the timer asked, in order. */
let asked: string[];
/** Stands between the timer and the application: refuses a call, or holds it. */
let between: Partial<Record<string, () => Promise<void>>>;

function watch(app: App): Pick<App, 'ask'> {
  return {
    async ask(caller, name, input, requestId) {
      asked.push(name);
      await between[name]?.();
      // The check of the stock is another's and tested there.
      if (name === 'stock.check' && !between[name]) return { ok: true, value: {} as never };
      return app.ask(caller, name, input, requestId);
    },
  };
}

function createTimer(): HourlyTimer {
  return createHourlyTimer({
    app: watch(test.app),
    clock: () => test.now,
    log: {
      info: () => undefined,
      error: (message, details) => void test.logged.push({ level: 'error', message, details }),
    },
    every(beat) {
      beats.push(beat);
      return () => beats.splice(beats.indexOf(beat), 1);
    },
  });
}

beforeEach(async () => {
  test = await createOpenShop();
  beats = [];
  asked = [];
  between = {};
  timer = createTimer();
});
afterEach(async () => {
  timer.stop();
  await test.close();
});

async function inTransit(): Promise<number> {
  const productId = addProduct(test, { stock: 10 });
  const date = businessDateOf(test.now, 'Europe/London', 0);
  const delivery = { name: 'Ana', phone: '', address: '7 Lower Lane', date };
  const sale = counterSale([line(productId, 1, 350)], { kind: 'delivery', delivery, tenders: [] });
  const { orderId } = await test.ask('orders.place', sale);
  const step = { from: 'received', to: 'in-transit', leaveUnpaid: true } as const;
  await test.ask('orders.advance', { orderId, tenders: [], ...step });
  return orderId;
}

const runs = async () => (await test.ask('timer.listRuns', { cursor: null, limit: 100 })).items;
/** Waits for the look that is under way. */
const quiet = () => timer.trigger('hour');

describe('the hourly timer', () => {
  it('adds up the days that ended, once each, and asks nothing of it where none did', async () => {
    const productId = addProduct(test, { stock: 10 });
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    timer.start();
    await timer.trigger('hour');
    const state = () => test.ask('reports.state', {});
    expect(await state()).toMatchObject({ closedThrough: null, isBehind: false });
    test.now += 40 * 24 * hour;
    await timer.trigger('resume');
    expect(await state()).toMatchObject({
      closedThrough: businessDateOf(test.now - 24 * hour, 'UTC', 0),
      isBehind: false,
      isProofDue: false,
      provenAt: test.now,
    });
    asked = [];
    await timer.trigger('hour');
    expect(asked).not.toContain('reports.close');
    expect(asked).not.toContain('reports.prove');
    expect((await test.ask('reports.prove', {})).differenceCount).toBe(0);
  });

  it('goes on where the days cannot be added up, and tries again an hour later', async () => {
    const closes = (): number => asked.filter((name) => name === 'reports.close').length;
    between['reports.close'] = async () => {
      throw new Error('disk full');
    };
    timer.start();
    await timer.trigger('hour').catch(() => null);
    expect(test.logged.length).toBeGreaterThan(0);
    between = {};
    test.now += hour;
    await timer.trigger('hour');
    expect(closes()).toBeGreaterThan(1);
  });

  it('says in the log where the newest closed days differ from their orders', async () => {
    const productId = addProduct(test, { stock: 10 });
    await test.ask('orders.place', counterSale([line(productId, 1, 350)]));
    test.now += 24 * hour;
    timer.start();
    await timer.trigger('hour');
    change(test, "UPDATE dayFigures SET amount = 1 WHERE kind = 'sale'");
    test.now += 24 * hour;
    await timer.trigger('hour');
    expect(test.logged).toMatchObject([{ level: 'error', message: 'Closed days differ from their orders' }]);
    expect((await test.ask('audit.state', {})).openFindings).toBe(1);
  });

  it('runs at start, then once an hour, however often its heart beats', async () => {
    timer.start();
    await quiet();
    expect(await runs()).toMatchObject([{ cause: 'start', hours: 1 }]);
    for (let count = 0; count < 180; count += 1) {
      test.now += minute;
      for (const beat of beats) beat();
      await quiet();
    }
    // 11:30 to 14:30: three hours began.
    expect((await runs()).map(({ cause, hours }) => [cause, hours])).toEqual([
      ['hour', 1],
      ['hour', 1],
      ['hour', 1],
      ['start', 1],
    ]);
    expect(asked.filter((name) => name === 'timer.run')).toHaveLength(4);
  });

  it('catches up after a night’s sleep and delivers what has come due', async () => {
    await timer.trigger('start');
    const orderId = await inTransit();
    test.now += 14 * hour;
    await timer.trigger('resume');
    expect((await runs())[0]).toMatchObject({ cause: 'resume', hours: 14, delivered: 1 });
    expect((await test.ask('orders.get', { orderId })).status).toBe('delivered');
  });

  it('never overlaps, and remembers once who asked meanwhile', async () => {
    let open = 0;
    let most = 0;
    between['timer.run'] = async () => {
      open += 1;
      most = Math.max(most, open);
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
    };
    await Promise.all([
      timer.trigger('start'),
      timer.trigger('hour'),
      timer.trigger('resume'),
      timer.trigger('hour'),
    ]);
    expect(most).toBe(1);
    expect(asked.filter((name) => name === 'timer.get')).toHaveLength(2);
    expect(await runs()).toHaveLength(1);
  });

  it('writes down that a run failed, once an hour, and comes back all the same', async () => {
    await inTransit();
    test.file.transaction((db) =>
      db.run(sql`CREATE TRIGGER stuck BEFORE UPDATE ON orders BEGIN SELECT RAISE(ABORT, 'stuck'); END`),
    );
    timer.start();
    await quiet();
    for (let count = 0; count < 5; count += 1) {
      test.now += minute;
      await timer.trigger('hour');
    }
    expect(asked.filter((name) => name === 'timer.run').length).toBeGreaterThan(5);
    expect(await runs()).toMatchObject([{ outcome: 'failed', error: expect.stringMatching(/^internal \(/) }]);
    test.now += hour;
    await timer.trigger('hour');
    expect(await runs()).toHaveLength(2);
    test.file.transaction((db) => db.run(sql`DROP TRIGGER stuck`));
    test.now += minute;
    await timer.trigger('hour');
    expect((await runs())[0]).toMatchObject({ outcome: 'done', hours: 1, delivered: 1 });
  });

  it('outlives an application that throws', async () => {
    between['timer.get'] = () => Promise.reject(new Error('the pipe broke'));
    await timer.trigger('start');
    expect(test.logged.at(-1)).toMatchObject({ level: 'error' });
    delete between['timer.get'];
    await timer.trigger('hour');
    expect(await runs()).toHaveLength(1);
  });

  it('says nothing while there is no shop yet', async () => {
    await test.close();
    test = createTestApp();
    timer = createTimer();
    await timer.trigger('start');
    expect(asked).toEqual(['timer.get']);
    expect(test.logged).toEqual([]);
  });

  it('starts the check of the stock once a business date, and again an hour after it failed', async () => {
    let isBroken = true;
    between['stock.check'] = async () => {
      if (isBroken) throw new Error('out of reach');
      test.file.transaction((db) =>
        db.run(
          query.insertInto('stockChecks').values({
            ...{ cause: 'nightly', at: test.now, staffId: null, repairedAt: null, repairedBy: null },
            businessDate: businessDateOf(test.now, 'Europe/London', 0),
            ...{ checked: 0, drifted: 0, drifts: '[]' },
          }),
        ),
      );
    };
    const checks = () => asked.filter((name) => name === 'stock.check').length;
    await timer.trigger('start');
    test.now += minute;
    await timer.trigger('hour');
    expect(checks()).toBe(1);
    isBroken = false;
    test.now += hour;
    await timer.trigger('hour');
    expect(checks()).toBe(2);
    for (let count = 0; count < 5; count += 1) {
      test.now += hour;
      await timer.trigger('hour');
    }
    expect(checks()).toBe(2);
    test.now += 12 * hour;
    await timer.trigger('hour');
    expect(checks()).toBe(3);
  });

  it('beats no more and asks nothing once it is stopped', async () => {
    timer.start();
    await quiet();
    const before = asked.length;
    timer.stop();
    expect(beats).toEqual([]);
    await timer.trigger('resume');
    expect(asked).toHaveLength(before);
  });

  it('does not count a closing shop as a failure', async () => {
    between['timer.run'] = () => test.app.close();
    await timer.trigger('start');
    expect(asked).not.toContain('timer.noteFailure');
  });
});
