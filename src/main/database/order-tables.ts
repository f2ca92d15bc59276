import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Money } from '../../shared/domain/money.ts';
import type { OrderKind, OrderStatus } from '../../shared/domain/order-status.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { Rate } from '../../shared/domain/rate.ts';
import type { RefundCause, RefundState } from '../../shared/domain/refund-state.ts';
import type { Disposition, ReturnReason } from '../../shared/domain/return-line.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { Flag, OrderChannel, OrderEventKind } from './kinds.ts';

/** Orders and what happened to them since. `schema.ts` gathers all tables. */

export type OrdersTable = {
  id: Generated<number>;
  kind: OrderKind;
  status: OrderStatus;
  placedAt: number;
  businessDate: CalendarDate;
  staffId: number | null;
  customerId: number | null;
  customerName: string | null;
  deliveryName: string | null;
  deliveryPhone: string | null;
  deliveryAddress: string | null;
  deliveryDate: CalendarDate | null;
  deliveredAt: number | null;
  cancelledAt: number | null;
  /** The business date that it was cancelled on. */
  cancelledDate: CalendarDate | null;
  pricesIncludeTax: Flag;
  taxRounding: 'line' | 'order';
  lineCount: number;
  subtotal: Money;
  lineDiscount: Money;
  orderDiscount: Money;
  orderDiscountRate: Rate | null;
  net: Money;
  tax: Money;
  rounding: Money;
  total: Money;
  paid: Money;
  refunded: Money;
  note: string | null;
  /** Counts edits and undone deliveries. */
  revision: Generated<number>;
  /** What was taken off since it was placed: goods that came back, goodwill. */
  credited: Generated<Money>;
  /** Where it was placed. */
  channel: Generated<OrderChannel>;
  /** What the customer means to pay with; the payment itself is a row of its own. */
  awaitedTenderId: number | null;
  /** Over all rows of the order, written as its transaction ends. */
  seal: Generated<string>;
  /** The entry of the audit log that placed it. */
  entryId: number | null;
  /** Its day was added up: the index of totals holds it. */
  isFiled: Generated<Flag>;
};

export type OrderLinesTable = {
  orderId: number;
  lineNo: number;
  productId: number | null;
  name: string;
  sku: string | null;
  unit: Unit;
  quantity: Quantity;
  listPrice: Money;
  unitPrice: Money;
  discountRate: Rate | null;
  gross: Money;
  discount: Money;
  orderDiscount: Money;
  net: Money;
  tax: Money;
  total: Money;
  taxes: string;
  unitCost: Money | null;
  note: string | null;
};

export type OrderTaxesTable = { orderId: number; name: string; rate: Rate; taxable: Money; amount: Money };

export type PaymentsTable = {
  orderId: number;
  paymentNo: number;
  tenderId: number;
  amount: Money;
  change: Money;
  reference: string | null;
  staffId: number | null;
  at: number;
  businessDate: CalendarDate;
  /** Not of the business date that its order was placed on. */
  isLater: Generated<Flag>;
};

export type OrderEventsTable = {
  orderId: number;
  eventNo: number;
  kind: OrderEventKind;
  staffId: number | null;
  at: number;
  details: string;
};

/** The lawful changes of status, as the database knows them. */
export type StatusMovesTable = { fromStatus: OrderStatus; toStatus: OrderStatus; isUndo: Flag };

export type ReturnsTable = {
  id: Generated<number>;
  orderId: number | null;
  customerId: number | null;
  exchangeOrderId: number | null;
  at: number;
  businessDate: CalendarDate;
  staffId: number | null;
  lineCount: number;
  net: Money;
  tax: Money;
  rounding: Money;
  total: Money;
  note: string | null;
};

export type ReturnLinesTable = {
  returnId: number;
  lineNo: number;
  orderLineNo: number | null;
  productId: number | null;
  name: string;
  sku: string | null;
  unit: Unit;
  quantity: Quantity;
  net: Money;
  tax: Money;
  total: Money;
  taxes: string;
  unitCost: Money | null;
  reason: ReturnReason;
  disposition: Disposition;
};

/** The lawful changes of a refund, as the database knows them. */
export type RefundMovesTable = { fromState: RefundState; toState: RefundState };

export type RefundsTable = {
  id: Generated<number>;
  orderId: number | null;
  paymentNo: number | null;
  returnId: number | null;
  cause: RefundCause;
  tenderId: number;
  state: RefundState;
  /** Counts against the payment; cash handed out is amount + rounding. */
  amount: Money;
  rounding: Money;
  reference: string | null;
  reason: string;
  staffId: number | null;
  openedAt: number;
  businessDate: CalendarDate;
  initiatedAt: number | null;
  settledAt: number | null;
  settledDate: CalendarDate | null;
  /** What goodwill newly took off its order with it. */
  takenOff: Generated<Money>;
};

export type InvoicesTable = {
  number: Generated<number>;
  orderId: number;
  at: number;
  businessDate: CalendarDate;
  staffId: number | null;
  /** The buyer as the directory knew them that day. */
  buyerName: string | null;
  buyerAddress: string | null;
  /** '' is the counter that never begins again; else a business year. */
  counter: Generated<string>;
  /** Its number within the counter; null is `number`. */
  counterNo: number | null;
  prefix: Generated<string>;
  /** As it was first printed; null is `number`. */
  printed: string | null;
};
