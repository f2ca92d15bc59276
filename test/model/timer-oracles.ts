import type { Input } from '../../src/shared/contract/index.ts';
import { type Oracle, refuse } from './expected.ts';
import { type ModelOrder, type ModelShop, todayOf } from './model-shop.ts';

const hour = 3_600_000;
const tolerance = 120_000;
const mostHours = 400;

/** What the timer does by itself now: run, note why not, or nothing. */
function planOf(
  { timer, now, orders }: ModelShop,
  cause: string,
  due: number,
): 'run' | 'clock-back' | 'clock-ahead' | null {
  const last = timer.runs.at(-1);
  const covered = timer.hours.size === 0 ? null : Math.max(...timer.hours);
  if (last && now < last.at - tolerance) return 'clock-back';
  if (covered !== null && now < covered * hour - tolerance) return null;
  const missed = covered === null ? 1 : Math.floor(now / hour) - covered;
  if (missed > mostHours) return last?.outcome === 'clock-ahead' ? null : 'clock-ahead';
  return missed > 0 || (cause !== 'hour' && due > 0 && orders.length > 0) ? 'run' : null;
}

function isDue({ status, deliveryDate }: ModelOrder, today: number): boolean {
  return status === 'in-transit' && deliveryDate !== null && deliveryDate <= today;
}

export const timerOracle: Oracle<Input<'timer.run'>> = (shop, { cause }) => {
  const { timer, now, orders } = shop;
  if (!timer.isEnabled && cause !== 'manual') refuse('timer-off');
  const due = orders.filter((order) => isDue(order, todayOf(shop)));
  const plan = cause === 'manual' ? 'run' : planOf(shop, cause, due.length);
  if (plan === null) return { runId: null, outcome: 'done', delivered: 0, hours: 0 };
  const runId = timer.runs.length + 1;
  if (plan !== 'run') {
    timer.runs.push({ at: now, outcome: plan, delivered: 0 });
    return { runId, outcome: plan, delivered: 0, hours: 0 };
  }
  for (const order of due)
    Object.assign(order, { status: 'delivered', before: 'in-transit', deliveredAt: now });
  const before = timer.hours.size;
  const present = Math.floor(now / hour);
  const first = before === 0 ? present : Math.max(...timer.hours) + 1;
  for (let one = first; one <= present; one += 1) timer.hours.add(one);
  timer.runs.push({ at: now, outcome: 'done', delivered: due.length });
  return { runId, outcome: 'done', delivered: due.length, hours: timer.hours.size - before };
};

export const timerSwitchOracle: Oracle<Input<'timer.setEnabled'>> = ({ timer }, { isEnabled }) => {
  timer.isEnabled = isEnabled;
  return {};
};

export const timerFailureOracle: Oracle<Input<'timer.noteFailure'>> = ({ timer, now }) => {
  timer.runs.push({ at: now, outcome: 'failed', delivered: 0 });
  return {};
};
