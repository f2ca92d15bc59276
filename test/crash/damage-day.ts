import { createAuditWatch } from '../../src/main/app/audit-watch.ts';
import type { Caller } from '../../src/main/app/create-app.ts';
import { createTimerLook } from '../../src/main/app/look-at-timer.ts';
import { AppError, type Reply } from '../../src/shared/contract/errors.ts';
import type { CallName, Input } from '../../src/shared/contract/index.ts';
import { reportKeys } from '../../src/shared/contract/reports.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { counterSale, line } from '../support/builders.ts';
import { owner, ownerPassword, ownerPin } from '../support/create-test-app.ts';
import type { StartedShop } from './started-shop.ts';

/** What somebody saw of a shop in a day: answers by question, and who noticed that something is wrong. */
export type Day = {
  /** JSON of a value, or the code of a refusal after `!`. */
  readonly answers: Map<string, string>;
  /** `start`, `call`, `look`, `proof`, `backup`: with words for the log of the harness. */
  readonly noticed: Map<string, string>;
  /** What must never be, whatever lies in the file. */
  readonly broken: string[];
};

const system: Caller = { kind: 'system' };
const hour = 3_600_000;
const span = { from: calendarDate(20261101), to: calendarDate(20261231) };
const page = { cursor: null, limit: 100 } as const;
/** What is asked once more in the evening. */
const moneyReports = ['sales', 'payments', 'tax', 'stock-value'] as const;
const anyOrder = {
  text: '',
  status: 'all',
  kind: 'all',
  fromDate: null,
  toDate: null,
  customerId: null,
} as const;

/** Lives through a day at the till and in the office of a shop that was just started. */
export async function liveDay(started: StartedShop, products: number, orders: number): Promise<Day> {
  const day: Day = { answers: new Map(), noticed: new Map(), broken: [] };
  await started.settled();
  if (noteTrouble(started, day, 'start')) return day;
  await requireShop(started, day);
  await signIn(started, day);
  await lookAround(started, day, 'before', products, orders);
  await sell(started, day);
  await passNight(started, day);
  await signIn(started, day);
  await lookAround(started, day, 'after', products, 0);
  await noteFindings(started, day);
  if (started.shop.app()) await backUp(started, day);
  noteTrouble(started, day, 'call');
  return day;
}

function noteTrouble({ shop }: StartedShop, { noticed }: Day, by: string): boolean {
  const trouble = shop.trouble();
  if (trouble !== null && !noticed.has('start')) noticed.set(by, trouble);
  return trouble !== null;
}

async function tell<N extends CallName>(
  started: StartedShop,
  day: Day,
  question: string,
  [name, input, caller]: readonly [N, Input<N>, Caller?],
): Promise<Reply | null> {
  if (!started.shop.app()) return null;
  try {
    const reply: Reply = await started.ask(name, input, caller ?? owner);
    day.answers.set(question, reply.ok ? JSON.stringify(reply.value) : `!${reply.error.code}`);
    if (!reply.ok && reply.error.code === 'shop-damaged')
      day.noticed.set('call', `${name}: ${reply.error.message}`);
    return reply;
  } catch (error) {
    day.broken.push(`${name} threw ${error}`);
    return null;
  }
}

/** A shop that was opened never asks to be opened for the first time. */
async function requireShop(started: StartedShop, day: Day): Promise<void> {
  const state = await started.ask('setup.state', {}, system);
  if (state.ok && state.value.shop === null) day.broken.push('an empty shop was opened');
}

/** By password, else by PIN. */
async function signIn(started: StartedShop, day: Day): Promise<void> {
  const byPassword = await started.ask('session.signIn', { staffId: 1, password: ownerPassword });
  if (byPassword.ok) return;
  await tell(started, day, 'sign in', ['session.signIn', { staffId: 1, pin: ownerPin }]);
}

async function lookAround(
  started: StartedShop,
  day: Day,
  when: string,
  products: number,
  orders: number,
): Promise<void> {
  const ask = <N extends CallName>(name: N, input: Input<N>, more = '') =>
    tell(started, day, `${when} ${name} ${more}`, [name, input]);
  const isFirst = orders > 0;
  for (const report of isFirst ? reportKeys : moneyReports)
    await ask('reports.run', { report, ...span, by: 'day', compare: 'none', sort: null, limit: 100 }, report);
  await ask('dashboard.today', {});
  await ask('dashboard.charts', {});
  await ask('orders.queues', {});
  await ask('orders.sums', { ...anyOrder });
  const first = await ask('orders.list', { ...anyOrder, ...page, withLines: true });
  const { next = null } = first?.ok ? (first.value as { next?: string | null }) : {};
  if (next !== null)
    await ask('orders.list', { ...anyOrder, ...page, withLines: true, cursor: next }, 'second page');
  for (let orderId = 1; orderId <= orders; orderId += 3) await ask('orders.get', { orderId }, `${orderId}`);
  for (let productId = 1; productId <= products; productId += 1)
    await ask('stock.get', { productId }, `${productId}`);
  await ask('catalog.list', { text: '', categoryId: null, stock: 'all', ...page });
  await ask('customers.search', { text: '', ...page });
  await ask('refunds.list', { state: 'open', ...page });
  await ask('returns.list', { withoutReceipt: false, ...page });
}

async function sell(started: StartedShop, day: Day): Promise<void> {
  const sale = counterSale([line(1, 2, 350), line(2, 1, 1250)], {
    cartId: 'damage',
    oversellAccepted: [1, 2],
  });
  const placed = await tell(started, day, 'sell', ['orders.place', sale]);
  if (!placed?.ok) return;
  const { orderId } = placed.value as { orderId: number };
  await tell(started, day, 'sold', ['orders.get', { orderId }]);
}

/** An hour goes by, then a night: the same looks that the application's heartbeat has. */
async function passNight(started: StartedShop, day: Day): Promise<void> {
  for (const later of [hour, 15 * hour]) {
    const { shop } = started;
    started.now += later;
    const app = shop.app();
    if (!app) return;
    const log = { info: () => undefined, error: () => undefined };
    const parts = { app, clock: () => started.now, log };
    try {
      await started.beat();
      if (!shop.app()) day.noticed.set('call', 'a rule was broken that no command breaks');
      if (!shop.app()) return;
      await createTimerLook(parts)('hour');
      await createAuditWatch(parts).beat();
    } catch (error) {
      day.broken.push(`the heartbeat threw ${error}`);
    }
  }
  const checked = await tell(started, day, 'stock check', ['stock.check', { cause: 'manual' }]);
  const { drifted = 0 } = checked?.ok ? (checked.value as { drifted?: number }) : {};
  if (drifted > 0) day.noticed.set('proof', `${drifted} products drifted`);
}

async function noteFindings(started: StartedShop, day: Day): Promise<void> {
  if (!started.shop.app()) return;
  const found = await started.ask('audit.findings', { state: 'open', ...page }, system);
  if (!found.ok || found.value.items.length === 0) return;
  day.noticed.set('look', found.value.items.map(({ kind }) => kind).join(' '));
}

async function backUp(started: StartedShop, day: Day): Promise<void> {
  try {
    const { state } = await started.backUp();
    if (state !== 'verified') day.noticed.set('backup', state);
  } catch (error) {
    if (error instanceof AppError) day.noticed.set('backup', wordsOf(error));
    else day.broken.push(`a backup threw ${error}`);
  }
}

function wordsOf({ code, details }: AppError): string {
  return `${code} ${JSON.stringify(details ?? {})}`;
}
