import type { Desktop } from '../../app/desktop.ts';

const lastOfOrder = new WeakMap<Desktop, Map<number, Promise<unknown>>>();

/**
 * Prints of one order go one after the other: two that were asked for at once would both take themselves for the
 * original, and there is one of that.
 */
export function printInTurn<T>(desktop: Desktop, orderId: number, print: () => Promise<T>): Promise<T> {
  const orders = lastOfOrder.get(desktop) ?? new Map<number, Promise<unknown>>();
  lastOfOrder.set(desktop, orders);
  const turn = (orders.get(orderId) ?? Promise.resolve()).then(print);
  const done = turn
    .catch(() => undefined)
    .then(() => {
      if (orders.get(orderId) === done) orders.delete(orderId);
    });
  orders.set(orderId, done);
  return turn;
}
