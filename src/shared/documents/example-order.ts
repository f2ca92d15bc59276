import type { OrderDetail } from '../contract/order-views.ts';
import type { ShopView } from '../contract/setup.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { Discount } from '../domain/discount.ts';
import { type Money, money, zeroMoney } from '../domain/money.ts';
import { priceOrder } from '../domain/pricing.ts';
import { pieces, quantity } from '../domain/quantity.ts';
import { percent } from '../domain/rate.ts';
import type { Tax } from '../domain/tax.ts';
import type { AppText } from '../text/english.ts';

export type Example = {
  readonly text: AppText;
  /** What a product bears in the shop now. */
  readonly taxes: readonly Tax[];
  readonly cashier: string;
  readonly now: number;
  readonly today: CalendarDate;
};

type Drafted = {
  readonly name: string;
  readonly price: Money;
  readonly amount: number;
  readonly discount: Discount | null;
};

/** A sale that never was, priced as the shop prices: to see what its papers will look like. */
export function exampleOrder(shop: ShopView, example: Example): OrderDetail {
  const { text, taxes, cashier, now: placedAt, today: businessDate } = example;
  const drafts = draftsOf(shop, text);
  const { pricesIncludeTax, taxRounding } = shop;
  const priced = priceOrder({
    lines: drafts.map(({ price, amount, discount }) => ({
      unitPrice: price,
      quantity: quantity(amount),
      discount,
      taxes: [...taxes],
    })),
    orderDiscount: null,
    pricesIncludeTax,
    taxRounding,
  });
  const { total, subtotal, lineDiscount, orderDiscount, net, tax } = priced;
  const change = money(noteAbove(total, shop) - total);
  return {
    ...nothingSince,
    ...{ placedAt, businessDate, staffName: cashier, customerName: text('documents.example-customer') },
    ...{ pricesIncludeTax, taxRounding, total, subtotal, lineDiscount, orderDiscount, net, tax },
    id: 1042,
    lineCount: drafts.length,
    paid: total,
    deliveredAt: placedAt,
    lines: drafts.map((draft, index) => lineOf(draft, priced.lines[index], taxes, index)),
    taxes: [...priced.taxes],
    payments: [
      {
        paymentNo: 1,
        tenderId: 1,
        tenderName: text('documents.example-tender'),
        tenderKind: 'cash',
        amount: total,
        change,
        reference: null,
        refundable: zeroMoney,
        backBy: { tenderId: 1, tenderName: text('documents.example-tender'), tenderKind: 'cash' },
        at: placedAt,
        staffName: cashier,
      },
    ],
  };
}

/** Short and long names, one and several, whole and weighed, with and without a discount. */
function draftsOf(shop: ShopView, text: AppText): readonly Drafted[] {
  const tenth: Discount = { kind: 'percent', rate: percent(10) };
  return [
    { name: text('documents.example-short'), price: priceOf(350, shop), amount: pieces(2), discount: null },
    { name: text('documents.example-long'), price: priceOf(1890, shop), amount: pieces(1), discount: tenth },
    { name: text('documents.example-many'), price: priceOf(95, shop), amount: pieces(6), discount: null },
  ];
}

/** A price that looks like one in the shop's currency, whatever its decimals. */
function priceOf(cents: number, { currencyExponent }: ShopView): Money {
  return money(cents * 10 ** Math.max(0, currencyExponent - 2));
}

/** The next note or coin that a customer might give: a round amount above. */
function noteAbove(total: Money, shop: ShopView): number {
  const step = priceOf(1000, shop);
  return Math.ceil(total / step) * step;
}

function lineOf(
  { name, price, amount, discount }: Drafted,
  priced: ReturnType<typeof priceOrder>['lines'][number] | undefined,
  taxes: readonly Tax[],
  index: number,
): OrderDetail['lines'][number] {
  if (priced === undefined) throw new Error('a line was not priced');
  const { gross, orderDiscount, net, tax, total } = priced;
  return {
    ...{ gross, discount: priced.discount, orderDiscount, net, tax, total, name },
    lineNo: index + 1,
    productId: null,
    sku: null,
    unit: 'piece',
    quantity: quantity(amount),
    listPrice: price,
    unitPrice: price,
    discountRate: discount?.kind === 'percent' ? discount.rate : null,
    taxes: [...taxes],
    note: null,
    pictureId: null,
    returned: quantity(0),
  };
}

/** Paid, handed over, and nothing has happened to it. */
const nothingSince = {
  kind: 'counter',
  status: 'delivered',
  paymentStatus: 'paid',
  deliveryDate: null,
  customerId: null,
  deliveryName: null,
  deliveryPhone: null,
  deliveryAddress: null,
  cancelledAt: null,
  orderDiscountRate: null,
  rounding: zeroMoney,
  refunded: zeroMoney,
  refundPending: zeroMoney,
  credited: zeroMoney,
  dueBack: zeroMoney,
  open: zeroMoney,
  revision: 0,
  undoUntil: null,
  invoiceNumber: null,
  channel: 'till',
  awaited: null,
  exchangeOf: null,
  note: null,
  refunds: [],
  returns: [],
  events: [],
} satisfies Partial<OrderDetail>;
