import type { OrderDetail, ReturnDetail } from '../../src/shared/contract/order-views.ts';
import type { ShopView } from '../../src/shared/contract/setup.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import type { Discount } from '../../src/shared/domain/discount.ts';
import { type Money, money, zeroMoney } from '../../src/shared/domain/money.ts';
import { orderBalance } from '../../src/shared/domain/order-balance.ts';
import { priceOrder } from '../../src/shared/domain/pricing.ts';
import { pieces, type Quantity, quantity } from '../../src/shared/domain/quantity.ts';
import type { Tax } from '../../src/shared/domain/tax.ts';

export const sampleShopView: ShopView = {
  name: 'Corner Shop',
  address: '1 High Street\nLondon',
  phone: '555-0100',
  country: 'GB',
  locale: 'en-GB',
  currency: 'GBP',
  currencyExponent: 2,
  timeZone: 'Europe/London',
  dayStartMinutes: 0,
  pricesIncludeTax: true,
  taxRounding: 'line',
  cashRounding: zeroMoney,
  deliveryDays: 4,
  reorderLevel: quantity(50_000),
  oversell: 'warn',
  lockAfterSeconds: 300,
  receiptHeader: 'VAT no. GB 123 4567 89',
  receiptFooter: 'Thank you, see you soon',
  receiptPaper: '80mm',
  isSample: false,
  timerEnabled: true,
  kioskCartCap: 5,
  kioskIdleSeconds: 90,
  customerCancelsUntil: 'received',
  returnCap: money(5000),
  legalName: '',
  email: '',
  website: '',
  taxNumber: '',
  logoPictureId: null,
  receiptShowsLogo: true,
  receiptShowsTaxes: true,
  receiptShowsSaved: true,
  receiptShowsCode: true,
  receiptShowsCustomer: true,
  receiptShowsCashier: true,
  paperDirection: 'auto',
  orderPrefix: '',
  orderDigits: 1,
};

export type LineDraft = {
  readonly name: string;
  readonly unitPrice: number;
  readonly quantity?: Quantity;
  readonly unit?: OrderDetail['lines'][number]['unit'];
  readonly discount?: Discount;
  readonly taxes?: readonly Tax[];
  readonly note?: string;
};

/** An order's detail with figures of the real pricing engine, paid as the change says. */
export function orderDetail(
  drafts: readonly LineDraft[],
  change: Partial<OrderDetail> & { orderDiscountOf?: Discount } = {},
): OrderDetail {
  const { orderDiscountOf = null, ...rest } = change;
  const pricesIncludeTax = change.pricesIncludeTax ?? true;
  const priced = priceOrder({
    lines: drafts.map((draft) => ({
      unitPrice: money(draft.unitPrice),
      quantity: draft.quantity ?? pieces(1),
      discount: draft.discount ?? null,
      taxes: draft.taxes ?? [],
    })),
    orderDiscount: orderDiscountOf,
    pricesIncludeTax,
    taxRounding: 'line',
  });
  const rounding = change.rounding ?? zeroMoney;
  const total: Money = money(priced.total + rounding);
  const lines = drafts.map((draft, index): OrderDetail['lines'][number] => {
    const one = priced.lines[index];
    if (!one) throw new Error('a line was not priced');
    return {
      lineNo: index + 1,
      productId: index + 1,
      name: draft.name,
      sku: null,
      unit: draft.unit ?? 'piece',
      quantity: draft.quantity ?? pieces(1),
      listPrice: money(draft.unitPrice),
      unitPrice: money(draft.unitPrice),
      discountRate: draft.discount?.kind === 'percent' ? draft.discount.rate : null,
      gross: one.gross,
      discount: one.discount,
      orderDiscount: one.orderDiscount,
      net: one.net,
      tax: one.tax,
      total: one.total,
      taxes: [...(draft.taxes ?? [])],
      note: draft.note ?? null,
      pictureId: null,
      returned: quantity(0),
    };
  });
  const { subtotal, lineDiscount, orderDiscount, net, tax, taxes } = priced;
  return {
    id: 1042,
    kind: 'counter',
    status: 'delivered',
    paymentStatus: 'paid',
    placedAt: Date.UTC(2026, 10, 22, 11, 30),
    businessDate: calendarDate(20261122),
    deliveryDate: null,
    customerId: null,
    customerName: null,
    staffName: 'Olga Owner',
    lineCount: lines.length,
    paid: total,
    deliveryName: null,
    deliveryPhone: null,
    deliveryAddress: null,
    deliveredAt: Date.UTC(2026, 10, 22, 11, 30),
    cancelledAt: null,
    pricesIncludeTax,
    taxRounding: 'line',
    orderDiscountRate: orderDiscountOf?.kind === 'percent' ? orderDiscountOf.rate : null,
    ...moneyOf(total, change),
    revision: 0,
    undoUntil: null,
    invoiceNumber: null,
    channel: 'till',
    awaited: null,
    exchangeOf: null,
    note: null,
    refunds: [],
    returns: [],
    payments: [],
    events: [],
    ...{ subtotal, lineDiscount, orderDiscount, net, tax, rounding, total, lines, taxes: [...taxes] },
    ...rest,
  };
}

/** What was paid, credited and refunded, and what follows from it. */
function moneyOf(total: Money, change: Partial<OrderDetail>) {
  const { credited = zeroMoney, refunded = zeroMoney, refundPending = zeroMoney, paid = total } = change;
  const cancelled = change.status === 'cancelled';
  const { open, dueBack } = orderBalance({ total, credited, paid, refunded, refundPending, cancelled });
  return { open, refunded, refundPending, credited, dueBack };
}

/** A refund of an order, settled in cash where nothing else is said. */
export function refund(
  tenderName: string,
  amount: number,
  change: Partial<OrderDetail['refunds'][number]> = {},
): OrderDetail['refunds'][number] {
  const at = Date.UTC(2026, 10, 23, 9);
  return {
    refundId: 31,
    orderId: 1042,
    paymentNo: 1,
    returnId: null,
    cause: 'return',
    state: 'settled',
    tenderId: 1,
    tenderName,
    tenderKind: tenderName === 'Cash' ? 'cash' : 'card',
    amount: money(amount),
    rounding: zeroMoney,
    reference: null,
    reason: 'faulty',
    staffName: 'Olga Owner',
    openedAt: at,
    initiatedAt: at,
    settledAt: at,
    ...change,
  };
}

/** A return of one line of an order. */
export function returned(
  name: string,
  pieceCount: number,
  total: number,
  change: Partial<ReturnDetail> = {},
): ReturnDetail {
  const worth = money(total);
  return {
    returnId: 7,
    orderId: 1042,
    exchangeOrderId: null,
    customerId: null,
    customerName: null,
    staffName: 'Olga Owner',
    at: Date.UTC(2026, 10, 23, 9),
    businessDate: calendarDate(20261123),
    lineCount: 1,
    net: worth,
    tax: zeroMoney,
    rounding: zeroMoney,
    total: worth,
    note: null,
    lines: [
      {
        lineNo: 1,
        orderLineNo: 1,
        productId: 1,
        name,
        sku: null,
        unit: 'piece',
        quantity: pieces(pieceCount),
        net: worth,
        tax: zeroMoney,
        total: worth,
        reason: 'faulty',
        disposition: 'damaged',
      },
    ],
    refunds: [],
    ...change,
  };
}

/** A payment of an order; cash handed over is amount + change. */
export function payment(
  tenderName: string,
  amount: number,
  change = 0,
  reference: string | null = null,
): OrderDetail['payments'][number] {
  const tender = { tenderId: 1, tenderName, tenderKind: change > 0 ? 'cash' : 'other' } as const;
  return {
    paymentNo: 1,
    ...tender,
    amount: money(amount),
    change: money(change),
    refundable: money(amount),
    backBy: tender,
    reference,
    staffName: 'Olga Owner',
    at: Date.UTC(2026, 10, 22, 11, 30),
  };
}
