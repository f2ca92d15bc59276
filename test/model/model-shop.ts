import type { Amounts, ModelDiscount } from './arithmetic.ts';

/** The shop as it should be, in plain maps and lists. Amounts in minor units, quantities in thousandths. */

/** Who asks; `system` is the application's own timer. */
export type Role = 'owner' | 'manager' | 'cashier' | 'viewer' | 'nobody' | 'system';
export type Status = 'received' | 'shipped' | 'in-transit' | 'delivered' | 'cancelled';

export type ModelProduct = {
  readonly id: number;
  price: number;
  policy: 'block' | 'warn' | 'allow';
  tracked: boolean;
  readonly rate: number;
  readonly isMeasured: boolean;
  onHand: number;
  reserved: number;
  cost: number | null;
};

export type ModelLine = Amounts & {
  readonly lineNo: number;
  readonly product: ModelProduct | null;
  readonly unitPrice: number;
  readonly quantity: number;
  /** As it was given; an amount is what it came to. */
  readonly given: ModelDiscount | null;
  readonly rate: number;
  readonly unitCost: number | null;
};

export type ModelPayment = {
  readonly paymentNo: number;
  readonly tenderId: number;
  readonly amount: number;
  readonly change: number;
};

export type ModelOrder = {
  readonly id: number;
  readonly kind: 'counter' | 'pickup' | 'delivery';
  /** Business date, yyyymmdd. */
  readonly date: number;
  deliveryDate: number | null;
  status: Status;
  /** Where it stood before it was delivered. */
  before: Status;
  deliveredAt: number | null;
  cancelledAt: number | null;
  lines: ModelLine[];
  orderDiscount: ModelDiscount | null;
  rounding: number;
  readonly payments: ModelPayment[];
  credited: number;
  revision: number;
  /** The highest number that a line with a product ever had. */
  highestNo: number;
};

export type RefundState = 'awaiting' | 'initiated' | 'settled' | 'failed' | 'voided';
export type ModelRefund = {
  readonly id: number;
  readonly order: ModelOrder | null;
  readonly paymentNo: number | null;
  readonly returnId: number | null;
  readonly cause: 'cancel' | 'return' | 'edit' | 'goodwill';
  tenderId: number;
  state: RefundState;
  readonly amount: number;
  rounding: number;
};

export type Disposition = 'restock' | 'damaged' | 'lost' | 'not-returned';
export type ModelReturnLine = {
  readonly orderLineNo: number | null;
  readonly product: ModelProduct | null;
  readonly quantity: number;
  readonly net: number;
  readonly tax: number;
  readonly disposition: Disposition;
};
export type ModelReturn = {
  readonly id: number;
  readonly order: ModelOrder | null;
  readonly exchangeOrderId: number | null;
  readonly lines: readonly ModelReturnLine[];
  readonly rounding: number;
};

export type ModelCount = {
  readonly id: number;
  state: 'open' | 'posted' | 'discarded';
  /** By product: what was expected when it was counted, and what there was; null while it is not. */
  readonly sheet: Map<ModelProduct, { readonly expected: number; readonly counted: number } | null>;
};

export type ModelTimer = {
  isEnabled: boolean;
  /** Whole hours since 1970 that a run has caught up with. */
  readonly hours: Set<number>;
  readonly runs: { readonly at: number; readonly outcome: string; readonly delivered: number }[];
};

export type ModelShop = {
  readonly pricesIncludeTax: boolean;
  readonly products: ModelProduct[];
  /** By number, which is the place in it plus one; so are refunds, returns and stock-takes. */
  readonly orders: ModelOrder[];
  readonly refunds: ModelRefund[];
  readonly returns: ModelReturn[];
  readonly counts: ModelCount[];
  readonly timer: ModelTimer;
  /** Orders that have an invoice, by its number less one. */
  readonly invoices: number[];
  readonly heldCarts: Set<string>;
  openCart: string | null;
  carts: number;
  /** The smallest coin; 0 where cash is not rounded. */
  coin: number;
  /** The most that a return without a receipt may come to. */
  readonly returnCap: number;
  /** Milliseconds UTC; the shop's days are those of UTC. */
  now: number;
};

export function emptyShop(pricesIncludeTax: boolean, now: number): ModelShop {
  return {
    pricesIncludeTax,
    products: [],
    orders: [],
    refunds: [],
    returns: [],
    counts: [],
    invoices: [],
    timer: { isEnabled: true, hours: new Set(), runs: [] },
    heldCarts: new Set(),
    openCart: null,
    carts: 0,
    coin: 0,
    returnCap: 5000,
    now,
  };
}

/** The shop's business date, yyyymmdd, at an instant. */
export function dateOf(instant: number): number {
  return Number(new Date(instant).toISOString().slice(0, 10).replaceAll('-', ''));
}

export function todayOf({ now }: ModelShop): number {
  return dateOf(now);
}

export const exchangeTender = 4;
