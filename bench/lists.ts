import type { TestApp } from '../test/support/create-test-app.ts';
import { orderListOf } from '../test/support/order-filters.ts';
import { atMost, atMostTimes, type Line, quicker } from './line.ts';
import { filters, orders } from './list-filters.ts';
import { type ShopSize, shopOfSize } from './make-shop.ts';
import { inTurn, timed } from './measure.ts';
import type { Orderlla } from './orderlla.ts';
import { openShop } from './sale/recording.ts';

const limit = 50;
const rounds = 5;

type PageTimes = { readonly name: string; readonly first: number; readonly deep: number | null };

/**
 * The list of orders through the door: the first page and a deep one, in every order, with every filter; how many and
 * how much beside it; and a customer's page and an order.
 */
export async function benchLists(sizes: readonly ShopSize[], orderlla: Orderlla): Promise<readonly Line[]> {
  const measured: { readonly pages: readonly PageTimes[]; readonly detail: readonly number[] }[] = [];
  for (const size of sizes) {
    const test = await openShop(await shopOfSize(size));
    measured.push({ pages: await allPages(test), detail: await details(test) });
    await test.close();
  }
  const pages = measured.map((one) => one.pages);
  const old = await timed(() => orderlla.search('Velvet'));
  return [
    ...plainLines(pages),
    worstLine(pages, old),
    ...['14', '14'].map((no, at): Line => {
      const values = measured.map(({ detail }) => detail[at] ?? null);
      const [what, most] = at === 0 ? ['the best customer’s page', 2] : ['an order', 1];
      return { no, what, unit: 'ms', values, budgets: [atMost(values.at(-1) ?? 0, most, 'ms')] };
    }),
  ];
}

async function allPages(test: TestApp): Promise<readonly PageTimes[]> {
  const times: PageTimes[] = [];
  for (const [what, change] of Object.entries(filters)) {
    for (const order of orders) {
      const page = (cursor: string | null) =>
        test.ask('orders.list', orderListOf({ ...change, ...order, cursor, limit, withLines: true }));
      const cursor = await deepCursor(page);
      const [first, deep] = await inTurn(rounds, [() => page(null), () => page(cursor)]);
      const name = `${what}, by ${order.sort}${order.descending ? ', downwards' : ''}`;
      times.push({ name, first, deep: cursor === null ? null : deep });
    }
  }
  return times;
}

/** Some pages down; null where there is one page alone. */
async function deepCursor(
  page: (cursor: string | null) => Promise<{ readonly next: string | null }>,
): Promise<string | null> {
  let cursor: string | null = null;
  for (let read = 0; read < 10; read += 1) {
    const { next } = await page(cursor);
    if (next === null) break;
    cursor = next;
  }
  return cursor;
}

/** Without a filter: as near to the index as a page can be. */
function plainLines(pages: readonly (readonly PageTimes[])[]): readonly Line[] {
  return orders.map((_, at): Line => {
    const values = pages.map((all) => all[at]?.first ?? null);
    const last = pages.at(-1)?.[at];
    const [value, deep] = [values.at(-1) ?? 0, last?.deep ?? 0];
    return {
      ...{ no: '13', what: `a page of orders: ${last?.name}`, unit: 'ms', values },
      budgets: [atMost(value, 1, 'ms'), atMostTimes(deep, 3, value, 'the first page, deep down')],
    };
  });
}

function worstLine(pages: readonly (readonly PageTimes[])[], old: number): Line {
  const worst = (all: readonly PageTimes[]) =>
    all
      .flatMap(({ name, first, deep }) => [
        { name, time: first },
        { name: `${name}, deep down`, time: deep ?? 0 },
      ])
      .toSorted((a, b) => b.time - a.time);
  const sorted = worst(pages.at(-1) ?? []);
  const values = pages.map((all) => worst(all)[0]?.time ?? null);
  const value = values.at(-1) ?? 0;
  const beyond = sorted.filter(({ time }) => time > 10);
  const named = (beyond.length > 0 ? beyond : sorted.slice(0, 3)).slice(0, 6);
  return {
    ...{
      no: '13',
      what: `the slowest of ${sorted.length / 2} filters and orders`,
      unit: 'ms',
      values,
      orderlla: old,
    },
    budgets: [atMost(value, 10, 'ms'), quicker(value, 10, old)],
    note: named.map(({ name, time }) => `${name}: ${time.toFixed(1)}`).join('; '),
  };
}

async function details(test: TestApp): Promise<readonly number[]> {
  return await inTurn(rounds * 4, [
    () => test.ask('customers.detail', { customerId: 1 }),
    () => test.ask('orders.get', { orderId: 500 }),
  ]);
}
