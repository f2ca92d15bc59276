import { z } from 'zod';
import { productTile } from './catalog.ts';
import { day, flag, id, instant, money, name } from './fields.ts';
import { orderKind, orderLine, orderStatus, tenderKind } from './order-views.ts';

/** What customers are shown at the kiosk: of products and orders only what is theirs to know. */

/** A product as a customer may see it: whether it can be had, never how many there are. */
export const kioskTile = productTile
  .pick({
    id: true,
    kind: true,
    parentId: true,
    name: true,
    variantLabel: true,
    categoryId: true,
    colour: true,
    pictureId: true,
    price: true,
    highestPrice: true,
    compareAtPrice: true,
    unit: true,
    taxes: true,
  })
  .extend({
    /** How many one order may hold: the shop's cap, or what is left; 0 is out of stock. */
    most: z.int().min(0),
  });
export type KioskTile = z.output<typeof kioskTile>;

/** What the shop must know to bring things. */
export const kioskContact = { name: name(160), phone: name(60), address: name(400) };

const refundOfOrder = z.enum(['none', 'awaiting', 'initiated', 'settled']);

export const kioskOrderRow = z.strictObject({
  orderId: id,
  kind: orderKind,
  status: orderStatus,
  placedAt: instant,
  /** Estimated until it is delivered. */
  deliveryDate: day.nullable(),
  deliveredAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  lineCount: z.int(),
  total: money,
  /** What is still to be paid. */
  open: money,
  refund: refundOfOrder,
  mayCancel: flag,
});
export type KioskOrderRow = z.output<typeof kioskOrderRow>;

export const kioskOrder = kioskOrderRow.extend({
  deliveryName: z.string().nullable(),
  deliveryPhone: z.string().nullable(),
  deliveryAddress: z.string().nullable(),
  paid: money,
  /** What came back, and what is on its way back. */
  refunded: money,
  refundPending: money,
  /** What the customer chose to pay with; null for an order of the till. */
  payment: z.strictObject({ name: z.string(), kind: tenderKind }).nullable(),
  lines: z.array(
    orderLine.pick({
      lineNo: true,
      name: true,
      unit: true,
      quantity: true,
      unitPrice: true,
      total: true,
      pictureId: true,
    }),
  ),
});
export type KioskOrder = z.output<typeof kioskOrder>;
