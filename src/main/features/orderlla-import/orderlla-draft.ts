import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import type { Money } from '../../../shared/domain/money.ts';
import type { OrderStatus } from '../../../shared/domain/order-status.ts';
import type { Quantity } from '../../../shared/domain/quantity.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { OddThing } from './odd-things.ts';

/** What an Orderlla file means, before it is compared with the shop. Ids are the file's own. */

export type DraftCustomer = {
  readonly oldId: number;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly note: string;
};

export type DraftProduct = {
  readonly oldId: number;
  readonly name: string;
  readonly description: string;
  readonly price: Money;
  /** Null where the file does not say: the product comes in uncounted. */
  readonly stock: Quantity | null;
  readonly pictureSource: string | null;
};

export type DraftLine = {
  /** Null for what explains a difference, and for what nobody knows. */
  readonly oldProductId: number | null;
  readonly name: string;
  readonly quantity: Quantity;
  readonly unitPrice: Money;
};

/** A way of paying as the file names it, in one spelling. */
export type DraftMethod = {
  readonly name: string;
  readonly kind: TenderKind;
  /** Paid when the goods come; anything else is paid when the order is placed. */
  readonly onDelivery: boolean;
};

export type DraftOrder = {
  readonly oldId: number;
  readonly oldCustomerId: number | null;
  readonly customerName: string;
  readonly phone: string;
  readonly address: string;
  readonly status: OrderStatus;
  readonly placedAt: number;
  readonly businessDate: CalendarDate;
  readonly deliveryDate: CalendarDate;
  /** When it reached its status; null while it is received. */
  readonly movedAt: number | null;
  readonly lines: readonly DraftLine[];
  /** Taken off the whole order, so that it comes to what was paid. */
  readonly discount: Money;
  readonly total: Money;
  readonly method: DraftMethod;
  readonly refund: { readonly state: 'awaiting' | 'initiated' | 'settled'; readonly words: string } | null;
};

export type OrderllaDraft = {
  readonly source: 'sqlite' | 'script';
  readonly customers: readonly DraftCustomer[];
  readonly products: readonly DraftProduct[];
  readonly orders: readonly DraftOrder[];
  readonly leftOut: number;
  readonly odd: readonly OddThing[];
};
