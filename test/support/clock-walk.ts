import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '../../src/main/app/create-app.ts';
import { createHourlyTimer, type HourlyTimer } from '../../src/main/app/hourly-timer.ts';
import { query } from '../../src/main/database/query.ts';
import { addDays, businessDateOf, type CalendarDate } from '../../src/shared/domain/calendar.ts';
import type { TimerCause } from '../../src/shared/domain/timer-plan.ts';
import { addProduct, counterSale, line } from './builders.ts';
import { createOpenShop, createTestApp, type TestApp } from './create-test-app.ts';

/** What happens to a computer's clock, and what its shop does meanwhile. */
export type ClockStep =
  | { readonly kind: 'tick' | 'sleep' | 'back'; readonly minutes: number }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'restart' }
  | { readonly kind: 'sale' }
  | { readonly kind: 'send'; readonly dueInDays: number };

export type ClockWalk = {
  /** Minutes since 1970. */
  readonly startsAt: number;
  readonly zone: string;
  readonly dayStartMinutes: number;
  readonly steps: readonly ClockStep[];
};

/** An order as the walk expects it: the day it counts for, and the day it is due where it was sent. */
type Placed = {
  readonly orderId: number;
  readonly businessDate: CalendarDate;
  readonly deliveryDate: CalendarDate | null;
};

export type WalkTemplate = { readonly folder: string; readonly productId: number };

export type ClockWalker = {
  readonly test: () => TestApp;
  readonly placed: readonly Placed[];
  /** The business date of this moment, in the zone and with the day's beginning that hold now. */
  today(): CalendarDate;
  /** Does one step; then the timer looks, as its heartbeat, a start or a waking computer makes it. */
  take(step: ClockStep): Promise<void>;
  end(): Promise<void>;
};

const system: Caller = { kind: 'system' };
const minute = 60_000;

/** A shop with one product that never runs out, closed again: each walk works on a copy of its file. */
export async function createWalkTemplate(): Promise<WalkTemplate> {
  const shop = await createOpenShop({}, { keep: true });
  const productId = addProduct(shop, { stock: null });
  await shop.close();
  return { folder: shop.folder, productId };
}

/** A walk of the clock on a real shop file, with the real timer. */
export async function startClockWalk(template: WalkTemplate, walk: ClockWalk): Promise<ClockWalker> {
  const folder = mkdtempSync(join(tmpdir(), 'orderlla-walk-'));
  cpSync(join(template.folder, 'shop.db'), join(folder, 'shop.db'));
  const placed: Placed[] = [];
  let zone = walk.zone;
  let test = createTestApp({ folder, now: walk.startsAt * minute });
  let timer = timerOf(test);
  const today = (): CalendarDate => businessDateOf(test.now, zone, walk.dayStartMinutes);

  async function settle(timeZone: string): Promise<void> {
    const { dayStartMinutes } = walk;
    zone = timeZone;
    test.file.transaction((db) => db.run(query.updateTable('shop').set({ timeZone, dayStartMinutes })));
    // Any call that changes a setting makes the application read them all again.
    await test.ask('timer.setEnabled', { isEnabled: true }, system);
  }

  async function restart(): Promise<void> {
    timer.stop();
    const { now } = test;
    await test.close();
    test = createTestApp({ folder, now });
    timer = timerOf(test);
  }

  async function place(dueInDays: number | null): Promise<void> {
    const businessDate = today();
    const deliveryDate = dueInDays === null ? null : addDays(businessDate, dueInDays);
    const orderId = await placeOrder(test, template.productId, deliveryDate);
    placed.push({ orderId, businessDate, deliveryDate });
  }

  async function take(step: ClockStep): Promise<void> {
    if (step.kind === 'zone') await settle(step.zone);
    else if (step.kind === 'restart') await restart();
    else if (step.kind === 'sale') await place(null);
    else if (step.kind === 'send') await place(step.dueInDays);
    else test.now += step.minutes * (step.kind === 'back' ? -minute : minute);
    const causes: Partial<Record<ClockStep['kind'], TimerCause>> = { sleep: 'resume', restart: 'start' };
    await timer.trigger(causes[step.kind] ?? 'hour');
  }

  await settle(zone);
  await timer.trigger('start');
  return {
    ...{ placed, today, take },
    test: () => test,
    async end() {
      timer.stop();
      await test.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function timerOf(test: TestApp): HourlyTimer {
  const ask: TestApp['app']['ask'] = (caller, name, input, requestId) =>
    // The check of the stock is another's, and would only slow the walk down.
    name === 'stock.check'
      ? Promise.resolve({ ok: true, value: {} as never })
      : test.app.ask(caller, name, input, requestId);
  const log = { info: () => undefined, error: () => undefined };
  return createHourlyTimer({ app: { ask }, clock: () => test.now, log, every: () => () => undefined });
}

/** A counter sale; or a delivery, unpaid and on its way, where a day is given. */
async function placeOrder(test: TestApp, productId: number, date: CalendarDate | null): Promise<number> {
  const delivery = date === null ? null : { name: 'Ana', phone: '', address: '7 Lower Lane', date };
  const lines = [line(productId, 1, 350)];
  const sale = counterSale(lines, delivery === null ? {} : { kind: 'delivery', delivery, tenders: [] });
  const { orderId } = await test.ask('orders.place', sale, system);
  if (delivery === null) return orderId;
  const step = { from: 'received', to: 'in-transit', leaveUnpaid: true } as const;
  await test.ask('orders.advance', { orderId, tenders: [], ...step }, system);
  return orderId;
}
