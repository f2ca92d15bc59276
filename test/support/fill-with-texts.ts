import type { AnyEntry } from '../../src/shared/contract/define.ts';
import type { Reply } from '../../src/shared/contract/errors.ts';
import { type CallName, contract, type Input, type Output } from '../../src/shared/contract/index.ts';
import { addDays, type CalendarDate } from '../../src/shared/domain/calendar.ts';
import { pieces } from '../../src/shared/domain/quantity.ts';
import { cancelling, cardTender, deliveryOf, stepOf, tender } from './after-placing.ts';
import { counterSale, line } from './builders.ts';
import { productForm, variantForm } from './catalog-forms.ts';
import { ownerPassword } from './create-test-app.ts';
import { fieldsOfText, withTexts } from './text-fields.ts';
import { validInputs } from './valid-inputs.ts';

/** However main is reached: in this process, or through the window of the built application. */
export type Asker = (name: CallName, input: unknown) => Promise<Reply>;

/** How often each call with a text was taken, and why it was refused last. */
export type Filled = ReadonlyMap<CallName, { taken: number; refused: string | null }>;

/** Calls that have texts and are of no use here: before there is a shop, of the customers' page, of the system. */
function isOfUse(name: CallName): boolean {
  const entry = contract[name] as AnyEntry;
  const isSystems = name === 'timer.noteFailure' || name === 'setup.openShop';
  return (
    entry.kind !== 'query' && entry.needs !== 'kiosk' && !isSystems && fieldsOfText(entry.input).length > 0
  );
}

/** A new shop of such names, its owner's and its taxes' too. */
export function shopOfTexts(
  input: Input<'setup.openShop'>,
  texts: readonly string[],
): Input<'setup.openShop'> {
  return withTexts(contract['setup.openShop'].input, input, texts, 0);
}

/** Every call by which a person writes a text into the shop file. */
export const writingCalls = (Object.keys(contract) as CallName[]).filter(isOfUse);

/** Products 1 to 3, a category, a customer and a cashier, as `validInputs` speak of them. */
async function stockTheShop(ask: Asker): Promise<void> {
  await must(ask, 'catalog.createCategory', { name: 'Drinks', colour: 1, oversell: null, parentId: null });
  const variants = [
    variantForm(['S', 'Red'], { sku: 'FW-1', barcodes: ['4006381333931'], openingStock: pieces(900) }),
    variantForm(['M', 'Blue'], { openingStock: pieces(9000) }),
  ].map((one) => ({ ...one, price: 350 as never }));
  const parent = { name: 'T-shirt', categoryId: 1, optionNames: ['Size', 'Colour'], variants };
  await must(ask, 'catalog.create', productForm(parent));
  await must(ask, 'customers.create', validInputs['customers.create']);
  await must(ask, 'staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
}

/**
 * Sends every call of a person that takes a text once a round, with another text in each of its fields; each field has
 * had every text after as many rounds as there are texts. What a round needs to work on, it places first.
 */
export async function fillWithTexts(ask: Asker, texts: readonly string[], rounds: number): Promise<Filled> {
  const filled = new Map(writingCalls.map((name) => [name, { taken: 0, refused: null as string | null }]));
  const { today } = await must(ask, 'setup.state', {});
  const state = { ask, texts, filled, delivered: addDays(today, 4) };
  await stockTheShop(ask);
  for (let round = 0; round < rounds; round += 1) {
    if (round % 10 === 0) await must(ask, 'session.confirmPassword', { password: ownerPassword });
    await oneRound({ ...state, round });
  }
  return filled;
}

type Round = {
  readonly ask: Asker;
  readonly texts: readonly string[];
  readonly filled: Map<CallName, { taken: number; refused: string | null }>;
  readonly round: number;
  /** The day that everything is promised for. */
  readonly delivered: CalendarDate;
};

async function oneRound(state: Round): Promise<void> {
  await renameGoods(state);
  const orderIds = await placeOrders(state);
  // An invoice keeps its buyer as they were.
  if (state.round % 8 === 0)
    await must(state.ask, 'documents.print', { kind: 'invoice', orderId: orderIds[1] ?? 0 });
  await state.ask('import.upload', { uploadId: 'upload-1', fileName: 'list.csv', offset: 0, data: csv });
  for (const name of writingCalls.filter((one) => !placed.has(one))) {
    const input = (await inputAsOfNow(state, name, orderIds)) ?? validInputs[name];
    await send(state, name, ofThisRound(input as never, orderIds));
  }
  await moveRefunds(state);
}

/** Asked by what a round is begun and ended with. */
const placed: ReadonlySet<CallName> = new Set([
  ...(['orders.place', 'refunds.initiate', 'refunds.settle', 'refunds.fail', 'refunds.void'] as const),
]);

/** An input that says what a person has seen, which every round changes; null where `validInputs` do. */
async function inputAsOfNow(
  { ask, round, delivered }: Round,
  name: CallName,
  orderIds: readonly number[],
): Promise<unknown> {
  switch (name) {
    case 'shop.update':
      return { ...validInputs['shop.update'], ...wordsOfShop };
    case 'taxes.rename':
    case 'taxes.setRates': {
      const { revision = 0 } = (await must(ask, 'taxes.list', {})).find(({ id }) => id === 1) ?? {};
      const from = name === 'taxes.setRates' ? { startDate: addDays(delivered, round) } : {};
      return { ...validInputs[name], revision, ...from };
    }
    case 'tenders.change': {
      const { revision = 0 } = (await must(ask, 'tenders.list', {})).find(({ id }) => id === 3) ?? {};
      return { ...validInputs[name], revision, payKey: null };
    }
    case 'tenders.create':
      return { ...validInputs[name], payKey: null };
    case 'stock.adjust': {
      const { onHand } = await must(ask, 'stock.get', { productId: 2 });
      return { ...validInputs[name], expectedOnHand: onHand };
    }
    case 'catalog.update': {
      const { description, notes, sku } = await must(ask, 'catalog.editable', { productId: 2 });
      return {
        productId: 2,
        before: { description, notes, sku },
        after: { description: 'x', notes: 'x', sku: 'x' },
      };
    }
    case 'catalog.updateCategory': {
      const found = (await must(ask, 'catalog.allCategories', {})).find(({ id }) => id === 1);
      return { categoryId: 1, before: { name: found?.name ?? '' }, after: { name: 'x' } };
    }
    case 'catalog.addVariants': {
      const variants = [variantForm([`${round}`, 'Green'], { price: 350 as never })];
      return { productId: 1, optionNames: ['Size', 'Colour'], own: null, variants };
    }
    case 'returns.create':
      // What was given as goodwill a moment before is off it.
      return { ...validInputs[name], orderId: orderIds[0] ?? 0, expectedCredit: 300 };
    default:
      return null;
  }
}

/** What a shop says of itself on its papers. */
const wordsOfShop = {
  ...{ address: 'x', phone: 'x', email: 'a@b.c', website: 'x', legalName: 'x', taxNumber: 'x' },
  ...{ receiptHeader: 'x', receiptFooter: 'x' },
};

const csv = Buffer.from('Name,Price\nTea,2.50\n').toString('base64');

/** What is sold in a round bears a name that no round before had. */
async function renameGoods(state: Round): Promise<void> {
  const { name } = await must(state.ask, 'catalog.editable', { productId: 1 });
  await send(state, 'catalog.update', { productId: 1, before: { name }, after: { name: 'x' } });
}

/** A sale and eight orders for delivery, the third of which has arrived. */
async function placeOrders(state: Round): Promise<readonly number[]> {
  const sale = counterSale([line(2, 1, 350)], { customerId: 1 });
  const orders = [sale];
  while (orders.length < 9) {
    const lines = [line(3, 2, 350), line(null, 1, 120)];
    orders.push(deliveryOf(lines, { tenders: [tender(100)], customerId: 1, oversellAccepted: [3] }));
  }
  const orderIds: number[] = [];
  for (const order of orders) {
    const placed = await send<'orders.place'>(state, 'orders.place', order);
    if (placed) orderIds.push(placed.orderId);
  }
  const arrived = orderIds[2] ?? 0;
  for (const move of [
    ['received', 'shipped'],
    ['shipped', 'in-transit'],
    ['in-transit', 'delivered'],
  ] as const)
    await state.ask('orders.advance', stepOf(arrived, move));
  return orderIds;
}

/** Three orders that were paid by card are cancelled: their refunds are settled, fail and are voided. */
async function moveRefunds(state: Round): Promise<void> {
  for (const end of ['settle', 'fail', 'void'] as const) {
    const paid = deliveryOf([line(2, 1, 350)], { tenders: [tender(350, cardTender)], oversellAccepted: [2] });
    const order = await send(state, 'orders.place', paid);
    if (!order) continue;
    const { orderId } = order;
    await send(state, 'orders.cancel', cancelling(orderId, { note: 'x' }));
    const { refunds } = await must(state.ask, 'orders.get', { orderId });
    const refundId = refunds[0]?.refundId ?? 0;
    if (end === 'void') await send(state, 'refunds.void', { refundId, reason: 'x' });
    else await send(state, 'refunds.initiate', { refundId, tenderId: null, reference: 'x' });
    if (end === 'settle') await send(state, 'refunds.settle', { refundId, reference: 'x' });
    if (end === 'fail') await send(state, 'refunds.fail', { refundId, reason: 'x' });
  }
}

/** Texts for a call's fields by the field's place among them all, so that no two rounds are the same. */
async function send<N extends CallName>(
  { ask, texts, filled, round, delivered }: Round,
  name: N,
  input: Input<N>,
): Promise<Output<N> | null> {
  const start = writingCalls.indexOf(name) * 37;
  // What a person saw, or what is a product's own already, is sent back as it was.
  const kept = name === 'catalog.addVariants' ? ['optionNames'] : ['before'];
  const later = promisedFor(input, delivered);
  const reply = await ask(name, withTexts(contract[name].input, later, texts, start + round, kept));
  const entry = filled.get(name) ?? { taken: 0, refused: null };
  if (reply.ok) entry.taken += 1;
  else entry.refused = `${reply.error.code} ${JSON.stringify(reply.error.details)}`;
  filled.set(name, entry);
  return reply.ok ? (reply.value as Output<N>) : null;
}

async function must<N extends CallName>(ask: Asker, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await ask(name, input);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value as Output<N>;
}

/** The valid input with this round's orders in place of 1 to 9. */
function ofThisRound<T>(input: T, orderIds: readonly number[]): T {
  if (Array.isArray(input)) return input.map((one) => ofThisRound(one, orderIds)) as T;
  if (typeof input !== 'object' || input === null) return input;
  const entries = Object.entries(input).map(([key, value]) => {
    const own = key === 'orderId' && typeof value === 'number' ? orderIds[value - 1] : undefined;
    return [key, own ?? ofThisRound(value, orderIds)];
  });
  return Object.fromEntries(entries) as T;
}

/** The input with another day wherever something is to be delivered. */
function promisedFor<T>(input: T, delivered: CalendarDate): T {
  if (Array.isArray(input)) return input.map((one) => promisedFor(one, delivered)) as T;
  if (typeof input !== 'object' || input === null) return input;
  const entries = Object.entries(input).map(([key, value]) => [
    key,
    key === 'date' ? delivered : promisedFor(value, delivered),
  ]);
  return Object.fromEntries(entries) as T;
}
