import type BetterSqlite3 from 'better-sqlite3';
import { searchWords } from '../../src/main/features/catalog/search-text.ts';
import { phoneWords } from '../../src/main/features/customers/phone-words.ts';
import { percent } from '../../src/shared/domain/rate.ts';
import type { Tax } from '../../src/shared/domain/tax.ts';
import { type Chance, chanceOf } from './chance.ts';
import { inserter } from './rows.ts';
import { dayMs, nowMs, type ShopSize, seed, tradingDays } from './size.ts';

const words =
  'amber birch cedar delta ember fern grove harbour indigo juniper kettle linen maple nectar opal pearl quartz river slate thistle umber velvet willow yarrow zephyr'.split(
    ' ',
  );

/** What the n-th product or customer is called; other numbers share its words. */
export function nameOf(index: number): string {
  const word = (at: number): string => words[at % words.length] ?? 'plain';
  const name = `${word(index * 7)} ${word(index * 13 + 5)} ${word(Math.floor(index / 25) * 3 + 1)} ${index}`;
  return name[0]?.toUpperCase() + name.slice(1);
}

/** The taxes of each class, by its number less one: usual, reduced, none, and one with a second component. */
export const taxesOfClass: readonly (readonly Tax[])[] = [
  [{ name: 'VAT', rate: percent(20) }],
  [],
  [{ name: 'VAT', rate: percent(5) }],
  [
    { name: 'VAT', rate: percent(20) },
    { name: 'Levy', rate: percent(2.5) },
  ],
];

/** A fifth way to pay and two classes more than a shop begins with, and its people. */
export function fillShop(database: BetterSqlite3.Database): void {
  const taxClass = inserter(database, 'taxClasses', 'id, name, position, isDefault');
  const rate = inserter(database, 'taxRates', 'taxClassId, name, startDate, rate');
  taxClass(3, 'Reduced', 2, 0);
  taxClass(4, 'Drinks', 3, 0);
  for (const [at, taxes] of taxesOfClass.entries())
    if (at >= 2) for (const { name, rate: of } of taxes) rate(at + 1, name, 19_000_101, of);
  const tender = inserter(database, 'tenders', 'id, name, kind, asksReference, position');
  tender(4, 'Voucher', 'other', 0, 3);
  const staff = inserter(database, 'staff', 'id, name, role, colour, createdAt');
  const names = ['Mia Manager', 'Carl Cashier', 'Dora Desk', 'Emil Evening', 'Fay Friday'];
  for (const [at, name] of names.entries())
    staff(at + 2, name, at === 0 ? 'manager' : 'cashier', at + 1, nowMs);
  const category = inserter(database, 'categories', 'id, parentId, name, colour, position');
  for (let top = 0; top < 8; top += 1) category(top + 1, null, `Shelf ${top + 1}`, top, top);
  for (let box = 0; box < 32; box += 1) category(9 + box, 1 + (box % 8), `Box ${box + 1}`, box % 12, box);
}

/** Ids of categories that hold products. */
export const categoryIds = { from: 9, to: 40 } as const;

export const paymentTenders = ['Cash', 'Card', 'UPI', 'Voucher'] as const;

const customerColumns = 'id, name, phone, email, address, note, createdAt';

/** The directory: found by everything that a customer is found by. */
export function fillCustomers(database: BetterSqlite3.Database, { customers }: ShopSize): void {
  const chance = chanceOf(seed + 1);
  const insert = inserter(database, 'customers', customerColumns);
  const index = inserter(database, 'customerSearch', 'rowid, words');
  for (let id = 1; id <= customers; id += 1) {
    const [name, phone] = [nameOf(id), phoneOf(id)];
    const email = chance.happens(0.4) ? `customer${id}@example.com` : '';
    const address = addressOf(id);
    insert(id, name, phone, email, address, '', joined(chance));
    index(id, searchWords([name, phone, ...phoneWords(phone), email, address, null]));
  }
}

function joined({ whole }: Chance): number {
  return nowMs - whole(0, tradingDays - 1) * dayMs;
}

export function phoneOf(customerId: number): string {
  return `020 7${String(customerId * 7919)
    .padStart(9, '0')
    .slice(-9)}`;
}

export function addressOf(customerId: number): string {
  return `${1 + (customerId % 200)} ${words[customerId % words.length]} Road\nLondon`;
}
