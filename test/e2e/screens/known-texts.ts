import type { Page } from 'playwright';
import { yearMark } from '../../../src/shared/domain/paper-number.ts';
import { everyOrder } from '../all-orders.ts';
import { ask } from '../ask.ts';
import { shopOfJourneys } from '../open-shop.ts';

/** The product whose page is looked at. */
export const openProduct = 1;

/** All texts in a value of any shape. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split('\n').map((line) => line.trim());
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Names of days and months, long and short, which come from the shop's locale and not from our texts. */
function calendarNames(): readonly string[] {
  const names: string[] = [];
  for (const style of ['long', 'short'] as const) {
    const weekday = new Intl.DateTimeFormat('en-IE', { weekday: style });
    const month = new Intl.DateTimeFormat('en-IE', { month: style });
    for (let index = 0; index < 12; index += 1) {
      names.push(month.format(Date.UTC(2026, index, 15)), weekday.format(Date.UTC(2026, 0, 1 + index)));
    }
  }
  return names;
}

/** What nobody translates: the brand, names of others, a currency, the shop's country. */
const names = [
  'Orderlla',
  'Shopify',
  'WooCommerce',
  'Euro',
  'EUR',
  'Europe',
  'Dublin',
  'Athens',
  'Ireland',
  'English',
];

/** React Aria says these itself, in the languages that it knows; the made-up one is not among them. */
const wordsOfReactAria = [
  'Show suggestions',
  'Dismiss',
  'options available.',
  'option available.',
  'day,',
  'month,',
  'year,',
  'yyyy',
  'Empty',
];

/** What stands on screens without coming from our texts, whatever is in the shop. */
export const alwaysKnown: readonly string[] = [...names, ...wordsOfReactAria, ...calendarNames()];

/**
 * Everything on a screen that people entered or the system names, and that no translation touches.
 */
export async function knownTexts(page: Page, more: readonly string[] = []): Promise<readonly string[]> {
  const list = { text: '', cursor: null, limit: 100 } as const;
  const products = await ask(page, 'catalog.list', { ...list, limit: 200, categoryId: null, stock: 'all' });
  const answers: unknown[] = [
    products,
    await ask(page, 'catalog.categories', {}),
    await ask(page, 'customers.search', list),
    await ask(page, 'orders.list', everyOrder),
    await ask(page, 'shop.taxClasses', {}),
    await ask(page, 'shop.tenders', {}),
    await ask(page, 'session.people', {}),
    await ask(page, 'setup.state', {}),
    await ask(page, 'machine.shopFile', {}),
    yearMark,
    await ask(page, 'machine.get', {}),
    await ask(page, 'dashboard.today', {}),
    shopOfJourneys,
  ];
  answers.push(await ask(page, 'catalog.product', { productId: openProduct }));
  // The first entry of the log stands on a screen with its seal.
  answers.push((await ask(page, 'audit.get', { entryId: 1 })).hash);
  return longestFirst([...answers.flatMap(textsIn), ...alwaysKnown, ...more]);
}

/** A name goes before a word of it. */
export function longestFirst(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => /[a-z]{3}/iu.test(text)).sort((a, b) => b.length - a.length);
}
