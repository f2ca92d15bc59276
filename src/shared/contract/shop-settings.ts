import { z } from 'zod';
import { customerCancelLimits } from '../domain/order-status.ts';
import { command, query } from './define.ts';
import {
  done,
  flag,
  id,
  name,
  nothing,
  oversell,
  positiveMoney,
  positiveQuantity,
  share,
  text,
} from './fields.ts';
import { identityFields } from './shop-identity.ts';

/** What the shop settles for everybody, field by field, within what the shop file takes. */
const shopFields = {
  name: name(120).optional(),
  address: text(400).optional(),
  phone: text(60).optional(),
  receiptHeader: text(400).optional(),
  receiptFooter: text(400).optional(),
  receiptPaper: z.enum(['58mm', '80mm', 'a4']).optional(),
  oversell: oversell.optional(),
  cashRounding: positiveMoney.optional(),
  deliveryDays: z.int().min(0).max(365).optional(),
  returnCap: positiveMoney.optional(),
  reorderLevel: positiveQuantity.optional(),
  lockAfterSeconds: z.int().min(15).max(86_400).optional(),
  pricesIncludeTax: flag.optional(),
  taxRounding: z.enum(['line', 'order']).optional(),
  /** Minutes after midnight, to noon at the latest. */
  dayStartMinutes: z.int().min(0).max(720).optional(),
  kioskCartCap: z.int().min(1).max(999).optional(),
  kioskIdleSeconds: z.int().min(20).max(3600).optional(),
  customerCancelsUntil: z.enum(customerCancelLimits).optional(),
  ...identityFields,
};

export const shopCalls = {
  /** The tax classes with the rates that hold today, for the cart and for choosing one. */
  'shop.taxClasses': query({
    needs: 'signed-in',
    input: nothing,
    output: z.array(
      z.strictObject({
        id,
        name: z.string(),
        isDefault: flag,
        rates: z.array(z.strictObject({ name: z.string(), rate: share })),
      }),
    ),
    errors: [],
    reads: ['shop'],
  }),
  /** The ways to pay, in the till's order. */
  'shop.tenders': query({
    needs: 'signed-in',
    input: nothing,
    output: z.array(
      z.strictObject({
        id,
        name: z.string(),
        kind: z.enum(['cash', 'card', 'upi', 'other']),
        asksReference: flag,
        /** The letter (upper case) or digit that takes it in the payment dialog. */
        payKey: z.string().nullable(),
      }),
    ),
    errors: [],
    reads: ['shop'],
  }),
  /**
   * Changes what the shop settles for everybody. Only the fields given are changed. `seen` holds what the person saw
   * in them: what somebody else saved meanwhile is never overwritten unread.
   */
  'shop.update': command({
    needs: 'change-settings',
    input: z.strictObject({ ...shopFields, seen: z.strictObject(shopFields).optional() }),
    output: done,
    errors: [
      /** `details`: fields {name: what the shop file says by now} */
      'changed-meanwhile',
      /** The business date would be another one this minute. `details`: from, to, afterMinutes */
      'day-would-change',
    ],
    changes: ['shop'],
  }),
};
