import { z } from 'zod';
import { command, query, task } from './define.ts';
import { colour, day, done, flag, id, money, name, nothing, page, positiveMoney, text } from './fields.ts';
import { kioskContact, kioskOrder, kioskOrderRow, kioskTile } from './kiosk-views.ts';
import { machineSettings } from './machine.ts';
import { orderKind, tenderKind } from './order-views.ts';
import { password, shopView } from './setup.ts';

/**
 * The customers' own screen. Whose data it is comes from the session that main keeps, never from an input: no call
 * takes a customer, and an order of somebody else is not found.
 */

/** Letters, digits and . _ - @, compared in lower case. */
export const username = z
  .string()
  .regex(/^[\p{L}\p{N}._@-]{3,60}$/u)
  .transform((value) => value.normalize('NFKC').toLowerCase())
  .refine((value) => value.length >= 3 && value.length <= 60, 'too long');

export const kioskCalls = {
  /** What the customers' page must know: how to write amounts and days, what may be chosen, who is signed in. */
  'kiosk.state': query({
    needs: 'kiosk',
    input: nothing,
    output: z.strictObject({
      /** Whether the till is turned over to customers. */
      isOn: flag,
      shop: shopView
        .pick({
          name: true,
          locale: true,
          currency: true,
          currencyExponent: true,
          timeZone: true,
          pricesIncludeTax: true,
          taxRounding: true,
        })
        .nullable(),
      today: day,
      /** When an order that is placed now arrives, or can be fetched. */
      estimatedDate: day,
      cartCap: z.int(),
      idleSeconds: z.int(),
      /** Ways to pay: cash at the door, and what staff confirm with a reference. */
      payments: z.array(z.strictObject({ tenderId: id, name: z.string(), kind: tenderKind })),
      customer: z.strictObject({ name: z.string() }).nullable(),
    }),
    errors: [],
    reads: ['shop', 'kiosk', 'session', 'customers'],
  }),
  /** How this computer wants its pages: language, theme, size of the text. */
  'kiosk.look': task({
    needs: 'kiosk',
    input: nothing,
    output: machineSettings.pick({ language: true, theme: true, textSize: true }),
    errors: [],
    reads: ['machine'],
  }),
  /** Turns the till over to customers: the session ends, and until staff take it back nothing of theirs is answered. */
  'kiosk.enter': task({
    needs: 'sell',
    input: nothing,
    output: done,
    errors: [],
    changes: ['kiosk', 'session'],
  }),
  /**
   * Takes the till back: a person who works here, by name and PIN or password, gets a session of their own. Counted
   * like signing in; what does not fit is refused in one way, whether the person or the secret is unknown.
   */
  'kiosk.leave': task({
    needs: 'kiosk',
    input: z.strictObject({ name: z.string().min(1).max(80), secret: password }),
    output: done,
    errors: ['kiosk-not-left', 'wait-before-guess'],
    changes: ['kiosk', 'session'],
    secrets: ['name', 'secret'],
  }),
  /** A new customer with a log-in of their own, signed in at once. */
  'kiosk.register': task({
    needs: 'kiosk',
    input: z.strictObject({ username, password, ...kioskContact }),
    output: done,
    errors: ['username-taken', 'password-too-short', 'password-too-common', 'wait-before-guess'],
    changes: ['customers', 'session'],
    secrets: ['password', 'username', 'name', 'phone', 'address'],
  }),
  /** Signs a customer in. The same answer, in the same time, whether the name or the password is wrong. */
  'kiosk.signIn': task({
    needs: 'kiosk',
    input: z.strictObject({ username: z.string().min(1).max(60), password }),
    output: done,
    errors: ['wrong-log-in', 'wait-before-guess'],
    changes: ['session'],
    secrets: ['username', 'password'],
  }),
  /** Forgets who was there: the customer left, or nobody touched the screen for a while. */
  'kiosk.signOut': task({ needs: 'kiosk', input: nothing, output: done, errors: [] }),
  /** Somebody is there. */
  'kiosk.touch': task({ needs: 'kiosk', input: nothing, output: done, errors: [] }),
  /** Categories that hold something to buy. */
  'kiosk.categories': query({
    needs: 'kiosk',
    input: nothing,
    output: z.array(z.strictObject({ id, parentId: id.nullable(), name: z.string(), colour })),
    errors: [],
    reads: ['categories', 'products'],
  }),
  /** Products by name, what can be had first, what is out of stock last; of a category and those below, or by words. */
  'kiosk.products': query({
    needs: 'kiosk',
    input: z.strictObject({
      text: z.string().max(200),
      categoryId: id.nullable(),
      cursor: z.string().max(400).nullable(),
      limit: z.int().min(1).max(60),
    }),
    output: page(kioskTile),
    errors: [],
    reads: ['products', 'stock', 'categories', 'shop'],
  }),
  /** One product: what it is, and its variants. */
  'kiosk.product': query({
    needs: 'kiosk',
    input: z.strictObject({ productId: id }),
    output: kioskTile.extend({ description: z.string(), variants: z.array(kioskTile) }),
    errors: [],
    reads: ['products', 'stock', 'shop'],
  }),
  /** Products of a cart as they are now; what can no longer be bought is left out. */
  'kiosk.tiles': query({
    needs: 'kiosk',
    input: z.strictObject({ productIds: z.array(id).max(100) }),
    output: z.array(kioskTile),
    errors: [],
    reads: ['products', 'stock', 'shop'],
  }),
  /**
   * Places an order for the customer who is signed in. Nothing is paid here: cash is taken when the goods are handed
   * over, anything else awaits staff who confirm it with its reference.
   */
  'kiosk.place': command({
    needs: 'kiosk',
    input: z.strictObject({
      kind: orderKind.exclude(['counter']),
      lines: z
        .array(z.strictObject({ productId: id, pieces: z.int().min(1).max(999), unitPrice: positiveMoney }))
        .min(1)
        .max(100),
      phone: name(60),
      /** Where it goes; ignored for a pickup. */
      address: text(400),
      tenderId: id,
      /** The total that the customer saw; main prices again and refuses when it differs. */
      expectedTotal: positiveMoney,
    }),
    output: z.strictObject({ orderId: id, total: money, deliveryDate: day }),
    errors: [
      'price-changed',
      'out-of-stock',
      'product-gone',
      /** `details`: cap, index, name */
      'above-kiosk-cap',
      'delivery-details-missing',
      'tender-gone',
      'card-number-in-text',
      'sign-in-first',
    ],
    changes: ['orders', 'stock'],
    secrets: ['phone', 'address'],
  }),
  /** The customer's own orders, newest first. */
  'kiosk.orders': query({
    needs: 'kiosk',
    input: z.strictObject({ cursor: z.string().max(400).nullable(), limit: z.int().min(1).max(50) }),
    output: page(kioskOrderRow),
    errors: ['sign-in-first'],
    reads: ['orders', 'refunds', 'returns', 'session'],
  }),
  /** One of them; somebody else's is not found. */
  'kiosk.order': query({
    needs: 'kiosk',
    input: z.strictObject({ orderId: id }),
    output: kioskOrder,
    errors: ['sign-in-first'],
    reads: ['orders', 'refunds', 'returns', 'session'],
  }),
  /** Cancels one's own order until it is shipped; what was paid goes into the queue of refunds. */
  'kiosk.cancel': command({
    needs: 'kiosk',
    input: z.strictObject({ orderId: id }),
    output: done,
    errors: ['too-late-to-cancel', 'sign-in-first'],
    changes: ['orders', 'stock', 'refunds'],
  }),
  /** What the shop knows of the customer, to be read by them. */
  'kiosk.profile': query({
    needs: 'kiosk',
    input: nothing,
    output: z.strictObject({
      username: z.string(),
      name: z.string(),
      phone: z.string(),
      address: z.string(),
    }),
    errors: ['sign-in-first'],
    reads: ['customers', 'session'],
  }),
  /** Changes one's own name, telephone and address. Placed orders keep what they were sent to. */
  'kiosk.updateProfile': command({
    needs: 'kiosk',
    input: z.strictObject(kioskContact),
    output: done,
    errors: ['sign-in-first'],
    changes: ['customers'],
    secrets: ['name', 'phone', 'address'],
  }),
  /** Changes one's own password, with the one so far. */
  'kiosk.changePassword': task({
    needs: 'kiosk',
    input: z.strictObject({ current: password, password }),
    output: done,
    errors: [
      'wrong-log-in',
      'wait-before-guess',
      'password-too-short',
      'password-too-common',
      'sign-in-first',
    ],
    changes: ['customers'],
    secrets: ['current', 'password'],
  }),
};
