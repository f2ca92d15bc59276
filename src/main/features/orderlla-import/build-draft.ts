import { zeroMoney } from '../../../shared/domain/money.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import type { Shop } from '../../app/context.ts';
import type { ForeignRow } from '../../database/read-foreign-tables.ts';
import { cutText } from '../csv/cut-text.ts';
import { type Steps, visitSteps } from '../csv/steps.ts';
import { orderReader } from './draft-order.ts';
import { type OddThings, oddThings } from './odd-things.ts';
import type { DraftCustomer, DraftOrder, DraftProduct, OrderllaDraft } from './orderlla-draft.ts';
import type { Source } from './source-tables.ts';
import { readAmount, readId, readQuantity, readText } from './source-values.ts';

/** Understands what a file holds: rows become customers, products and orders, and what is odd is noted. */
export function* buildDraftSteps(source: Source, shop: Shop, now: number): Steps<OrderllaDraft> {
  const odd = oddThings();
  const { customers = [], products = [], orders = [], admin = [] } = source.tables;
  noteFile(odd, source, { logIns: customers.length, admins: admin.length });
  const known = {
    customers: new Map<number, DraftCustomer>(),
    products: new Map<number, DraftProduct>(),
  };
  let done = yield* visitSteps(customers, (row) => keepNew(known.customers, readCustomer(row, odd)));
  noteRepeatedUsernames(customers, odd);
  done = yield* visitSteps(products, (row) => keepNew(known.products, readProduct(row, shop, odd)), done);
  const read = orderReader({ ...known, shop, now, odd });
  const drafts = new Map<number, DraftOrder>();
  let leftOut = 0;
  const readOrder = (row: ForeignRow): void => {
    const order = read(row);
    if (order !== null && !drafts.has(order.oldId)) drafts.set(order.oldId, order);
    else {
      leftOut += 1;
      odd.note('order-left-out', row.id ?? '?');
    }
  };
  yield* visitSteps(orders, readOrder, done);
  return {
    source: source.kind,
    customers: [...known.customers.values()],
    products: [...known.products.values()],
    // Numbers rise as the orders were placed.
    orders: [...drafts.values()].toSorted((a, b) => a.placedAt - b.placedAt || a.oldId - b.oldId),
    leftOut,
    odd: odd.list(),
  };
}

function keepNew<Row extends { readonly oldId: number }>(rows: Map<number, Row>, row: Row | null): void {
  if (row !== null && !rows.has(row.oldId)) rows.set(row.oldId, row);
}

function noteFile(odd: OddThings, source: Source, counts: { logIns: number; admins: number }): void {
  odd.note('no-tax', '');
  for (let index = 0; index < counts.logIns; index += 1) odd.note('passwords-left', '');
  for (let index = 0; index < counts.admins; index += 1) odd.note('admins-left', '');
  for (let index = 0; index < source.brokenRows; index += 1) odd.note('broken-rows', '');
  for (let index = 0; index < source.skippedStatements; index += 1) odd.note('skipped-statements', '');
}

/** Reads texts and says which of them are longer than the shop's own field. */
function keeping(odd: OddThings) {
  return (value: string | null | undefined, most: number): string => {
    const text = readText(value, most);
    if (text !== readText(value, Number.MAX_SAFE_INTEGER)) odd.note('text-cut', `${cutText(text, 30)}…`);
    return text;
  };
}

function readCustomer(row: ForeignRow, odd: OddThings): DraftCustomer | null {
  const oldId = readId(row.id);
  if (oldId === null) {
    odd.note('customer-left-out', readText(row.name, 60) || '?');
    return null;
  }
  const kept = keeping(odd);
  const username = readText(row.username, 60);
  const name = kept(row.name, 160) || username || `Customer ${oldId}`;
  if (readText(row.name, 160) === '') odd.note('customer-without-name', name);
  const isEmail = row.contact?.includes('@') ?? false;
  const contact = kept(row.contact, isEmail ? 160 : 60);
  return {
    oldId,
    name,
    phone: isEmail ? '' : contact,
    email: isEmail ? contact : '',
    address: kept(row.address, 500),
    note: username === '' ? '' : `Orderlla: ${username}`,
  };
}

function readProduct(row: ForeignRow, shop: Shop, odd: OddThings): DraftProduct | null {
  const oldId = readId(row.id);
  if (oldId === null) {
    odd.note('product-left-out', readText(row.name, 60) || '?');
    return null;
  }
  const kept = keeping(odd);
  const name = kept(row.name, 300) || `Product ${oldId}`;
  if (readText(row.name, 300) === '') odd.note('product-without-name', name);
  const price = readAmount(row.price, shop.currencyExponent);
  const isPrice = price !== null && price.amount >= 0;
  if (!isPrice) odd.note('price-unreadable', name);
  else if (price.rounded) odd.note('amount-rounded', name);
  return {
    oldId,
    name,
    description: kept(row.description, 20_000),
    price: isPrice ? price.amount : zeroMoney,
    stock: readStock(row, name, odd),
    pictureSource: readText(row.image_url, 2000) || null,
  };
}

/** Whole pieces: Orderlla sold nothing else. What is below zero was oversold, and stays so. */
function readStock(row: ForeignRow, name: string, odd: OddThings) {
  const stock = readQuantity(row.stock);
  if (stock === null) {
    odd.note('stock-missing', name);
    return null;
  }
  const whole = quantity(stock - (stock % 1000));
  if (whole !== stock) odd.note('stock-fractional', name);
  if (whole < 0) odd.note('stock-negative', name);
  return whole;
}

function noteRepeatedUsernames(rows: readonly ForeignRow[], odd: OddThings): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const username = readText(row.username, 60).toLowerCase();
    if (username === '') continue;
    const count = (seen.get(username) ?? 0) + 1;
    seen.set(username, count);
    if (count === 2) odd.note('usernames-repeated', username);
  }
}
