import { businessDateOf } from '../../../shared/domain/calendar.ts';
import { zeroMoney } from '../../../shared/domain/money.ts';
import { priceOrder } from '../../../shared/domain/pricing.ts';
import type { Actor, CommandContext } from '../../app/context.ts';
import { query } from '../../database/query.ts';
import type { TendersTable } from '../../database/settings-tables.ts';
import { taxesOfClass } from '../catalog/taxes.ts';
import {
  type CustomerForOrder,
  customerForOrder,
  type TenderForPayment,
} from '../orders/order-statements.ts';
import type { SoldLine } from '../orders/sold-lines.ts';
import { type Recipient, writeOrder } from '../orders/write-order.ts';
import type { SampleOrder, SampleTender } from './generate-orders.ts';
import type { SampleProducts } from './insert-sample-catalogue.ts';
import { doDeed, type PlacedSample, type SampleDeed, sampleDeeds } from './sample-deeds.ts';

type Shop = {
  readonly products: SampleProducts;
  readonly customers: readonly number[];
  readonly staff: readonly number[];
};

/** Writes a year of orders in the order of time. */
export type SampleWriter = {
  /** Places an order, after everything that happened to earlier ones before it. */
  place(order: SampleOrder): void;
  /** What happened since the last order was placed. */
  finish(): void;
};

type Coming = { readonly placed: PlacedSample; readonly deed: SampleDeed; readonly then: CommandContext };

/**
 * Writes generated orders as they would have been placed, delivered, paid or cancelled, by the same functions, and
 * everything in the order of time: ledger, timelines and numbers then read as those of a real year.
 */
export function sampleOrderWriter(ctx: CommandContext, shop: Shop): SampleWriter {
  const place = orderPlacer(ctx, shop);
  const { timeZone, dayStartMinutes } = ctx.shop;
  let coming: Coming[] = [];
  const doUntil = (instant: number): void => {
    const due = coming.filter(({ deed }) => deed.at <= instant).sort((a, b) => a.deed.at - b.deed.at);
    if (due.length === 0) return;
    coming = coming.filter(({ deed }) => deed.at > instant);
    for (const { placed, deed, then } of due) {
      const today = businessDateOf(deed.at, timeZone, dayStartMinutes);
      doDeed(Object.assign(Object.create(then), { now: deed.at, today }), placed, deed);
    }
  };
  return {
    place(order) {
      doUntil(order.placedAt);
      const then = contextThen(ctx, order, shop.staff[order.staffIndex] ?? 1);
      const placed = place(then, order);
      const deeds = sampleDeeds(placed, { now: ctx.now, timeZone });
      coming.push(...deeds.map((deed) => ({ placed, deed, then })));
    },
    finish: () => doUntil(ctx.now),
  };
}

function orderPlacer(ctx: CommandContext, shop: Shop) {
  const tenders = tendersOf(ctx);
  const customers = shop.customers.map((customerId) => customerForOrder.get(ctx.db, { customerId }) ?? null);
  const taxes = taxFinder(ctx);
  const { taxRounding } = ctx.shop;
  const pricesIncludeTax = ctx.shop.pricesIncludeTax === 1;
  return (then: CommandContext, order: SampleOrder): PlacedSample => {
    const customer = order.customerIndex === null ? null : (customers[order.customerIndex] ?? null);
    const lines = soldLines(order, shop.products, taxes);
    const { orderDiscount } = order;
    const priced = priceOrder({ lines, orderDiscount, pricesIncludeTax, taxRounding });
    const { total } = priced;
    const tender = tenders[order.tender];
    const reference = referenceOf(tender, order);
    const isPaidNow = order.paidAt === order.placedAt && total > 0;
    const payment = { tender, amount: total, change: zeroMoney, reference: reference || null };
    const orderId = writeOrder(then, {
      input: { kind: order.kind, orderDiscount, note: '' },
      recipient: recipientOf(order, customer),
      lines,
      priced,
      taken: {
        payments: isPaidNow ? [payment] : [],
        rounding: zeroMoney,
        paid: isPaidNow ? total : zeroMoney,
        change: zeroMoney,
      },
      oversold: [],
      total,
    });
    return { orderId, order, total, tender, reference };
  };
}

/** The moment of the order: its clock, its day, and who sold it. */
function contextThen(ctx: CommandContext, order: SampleOrder, staffId: number): CommandContext {
  const actor = { ...ctx.actor, kind: 'staff', staffId } as Actor;
  return Object.assign(Object.create(ctx), { now: order.placedAt, today: order.placedDate, actor });
}

function soldLines(
  order: SampleOrder,
  products: SampleProducts,
  taxes: (taxClassId: number) => SoldLine['taxes'],
): readonly SoldLine[] {
  return order.lines.map(({ productKey, quantity: sold, discount }) => {
    const product = products.get(productKey);
    if (!product) throw new Error(`no sample product ${productKey}`);
    return {
      product,
      name: product.fullName,
      sku: product.sku,
      unit: product.unit,
      quantity: sold,
      listPrice: product.price,
      unitPrice: product.price,
      unitCost: product.cost,
      discount,
      taxes: taxes(product.taxClassId),
      note: '',
    };
  });
}

function taxFinder(ctx: CommandContext): (taxClassId: number) => SoldLine['taxes'] {
  const known = new Map<number, SoldLine['taxes']>();
  return (taxClassId) => {
    const found = known.get(taxClassId) ?? taxesOfClass(ctx.db, taxClassId, ctx.today);
    known.set(taxClassId, found);
    return found;
  };
}

function tendersOf({ db }: CommandContext): Readonly<Record<SampleTender, TenderForPayment>> {
  const all: readonly (TendersTable & { id: number })[] = db.all(
    query.selectFrom('tenders').selectAll().orderBy('position'),
  ) as never;
  const [first] = all;
  if (!first) throw new Error('a shop without tenders');
  const of = (kind: SampleTender): TenderForPayment => all.find((tender) => tender.kind === kind) ?? first;
  return { cash: of('cash'), card: of('card'), upi: of('upi') };
}

function referenceOf({ kind }: TenderForPayment, { placedAt }: SampleOrder): string {
  return kind === 'cash' ? '' : String(placedAt % 1_000_000).padStart(6, '0');
}

function recipientOf(order: SampleOrder, customer: CustomerForOrder | null): Recipient {
  if (order.kind === 'counter') return { customer, name: null, phone: null, address: null, date: null };
  const name = customer?.name ?? null;
  const address = order.kind === 'delivery' ? (customer?.address ?? '') : null;
  return { customer, name, phone: customer?.phone ?? null, address, date: order.deliveryDate };
}
