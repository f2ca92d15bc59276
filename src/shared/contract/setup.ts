import { z } from 'zod';
import { customerCancelLimits } from '../domain/order-status.ts';
import { command, query, task } from './define.ts';
import {
  colour,
  day,
  flag,
  id,
  instant,
  locale,
  money,
  name,
  nothing,
  oversell,
  quantity,
  share,
  text,
} from './fields.ts';
import { identityView } from './shop-identity.ts';

/** What every screen, the lock screen included, may know of the shop: how to write its amounts and days. */
export const shopView = z.strictObject({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  country: z.string(),
  locale: z.string(),
  currency: z.string(),
  currencyExponent: z.int(),
  timeZone: z.string(),
  dayStartMinutes: z.int(),
  pricesIncludeTax: flag,
  taxRounding: z.enum(['line', 'order']),
  cashRounding: money,
  deliveryDays: z.int(),
  reorderLevel: quantity,
  oversell,
  lockAfterSeconds: z.int(),
  receiptHeader: z.string(),
  receiptFooter: z.string(),
  receiptPaper: z.enum(['58mm', '80mm', 'a4']),
  isSample: flag,
  timerEnabled: flag,
  /** The most that a return without a receipt may come to. */
  returnCap: money,
  /** How many of a product one order from the kiosk may hold. */
  kioskCartCap: z.int(),
  /** How far an order may be when its customer still cancels it themselves. */
  customerCancelsUntil: z.enum(customerCancelLimits),
  /** After so long without a touch the kiosk forgets who was there. */
  kioskIdleSeconds: z.int(),
  ...identityView,
});
export type ShopView = z.output<typeof shopView>;

export const taxClassDraft = z.strictObject({
  name: name(60),
  isDefault: flag,
  rates: z
    .array(z.strictObject({ name: name(40), rate: share }))
    .max(8)
    .refine((rates) => areDifferent(rates.map((one) => one.name)), 'two rates of one name'),
});

/** Case aside, as the shop file tells names apart. */
function areDifferent(names: readonly string[]): boolean {
  return new Set(names.map((one) => one.toLowerCase())).size === names.length;
}

export const personName = name(80);
export const pin = z.string().regex(/^\d{6}$/);
export const password = z.string().min(1).max(256);

export const setupCalls = {
  /** Whether this file already holds a shop. */
  'setup.state': query({
    needs: 'public',
    input: nothing,
    output: z.strictObject({ shop: shopView.nullable(), today: day, now: instant }),
    errors: [],
    reads: ['shop'],
  }),
  /**
   * Opens the shop: name, place, money and tax, and its owner. Answers the recovery code, once; only its hash
   * is kept. The window is signed in as the owner afterwards.
   */
  'setup.openShop': task({
    needs: 'public',
    input: z.strictObject({
      name: name(120),
      address: text(400),
      phone: text(60),
      country: z.string().regex(/^[A-Z]{2}$/),
      locale,
      currency: z.string().regex(/^[A-Z]{3}$/),
      timeZone: z.string().min(1).max(60),
      pricesIncludeTax: flag,
      taxClasses: z
        .array(taxClassDraft)
        .min(1)
        .max(10)
        .refine((classes) => areDifferent(classes.map((one) => one.name)), 'two tax classes of one name'),
      ownerName: personName,
      password,
      pin,
    }),
    output: z.strictObject({ recoveryCode: z.string() }),
    errors: [
      'already-open',
      'password-too-short',
      'password-too-common',
      'pin-too-simple',
      'unknown-currency',
      'unknown-time-zone',
    ],
    changes: ['shop', 'staff', 'session'],
    secrets: ['password', 'pin'],
  }),
  /** Fills a new shop with products, customers and a year of orders of our own making. */
  'setup.loadSample': command({
    needs: 'import',
    input: nothing,
    output: z.strictObject({ products: z.int(), customers: z.int(), orders: z.int() }),
    errors: ['not-empty'],
    changes: [
      'shop',
      'staff',
      'products',
      'categories',
      'stock',
      'customers',
      'orders',
      'refunds',
      'imports',
    ],
    long: true,
  }),
};

/** A person as the lock screen shows them. */
export const personTile = z.strictObject({
  id,
  name: z.string(),
  role: z.enum(['owner', 'manager', 'cashier', 'viewer']),
  colour,
  hasPin: flag,
  hasPassword: flag,
  /** The person's password is asked first on each new business day at this till. */
  needsPassword: flag,
});

export const sessionView = z.strictObject({
  staffId: id,
  name: z.string(),
  role: z.enum(['owner', 'manager', 'cashier', 'viewer']),
  colour,
  rights: z.array(z.string()),
  /** The largest discount this person may give, parts per million. */
  discountCeiling: share,
});

export const sessionCalls = {
  /** Who is signed in at this window, or null. */
  'session.current': query({
    needs: 'public',
    input: nothing,
    output: sessionView.nullable(),
    errors: [],
    reads: ['session', 'staff'],
  }),
  /** The people who may sign in here. */
  'session.people': query({
    needs: 'public',
    input: nothing,
    output: z.array(personTile),
    errors: [],
    reads: ['staff', 'session'],
  }),
  /**
   * Signs a person in by PIN or password. After five wrong guesses each further one waits, 30 s doubling to
   * 15 min, counted per person and for the till; `wait-before-guess` says until when (`untilAt`).
   */
  'session.signIn': task({
    needs: 'public',
    input: z.strictObject({ staffId: id, pin: pin.optional(), password: password.optional() }),
    output: sessionView,
    errors: ['wrong-pin', 'wrong-password', 'wait-before-guess', 'password-needed', 'pin-not-set'],
    changes: ['session'],
    secrets: ['pin', 'password'],
  }),
  /**
   * Gives the password again for what a PIN alone is not enough for; it holds five minutes in this session. Counts as
   * a guess like signing in.
   */
  'session.confirmPassword': task({
    needs: 'signed-in',
    input: z.strictObject({ password }),
    output: z.strictObject({}),
    errors: ['wrong-password', 'password-not-set', 'wait-before-guess'],
    secrets: ['password'],
  }),
  /** Locks the till: nobody is signed in until the next PIN. The cart stays. */
  'session.lock': task({
    needs: 'public',
    input: nothing,
    output: z.strictObject({}),
    errors: [],
    changes: ['session'],
  }),
  /** The owner's way back with the printed recovery code: sets a new password and PIN. Answers a new code. */
  'session.recover': task({
    needs: 'public',
    input: z.strictObject({ recoveryCode: z.string().max(80), password, pin }),
    output: z.strictObject({ recoveryCode: z.string() }),
    errors: [
      'wrong-recovery-code',
      'wait-before-guess',
      'password-too-short',
      'password-too-common',
      'pin-too-simple',
    ],
    changes: ['shop', 'staff', 'session'],
    secrets: ['recoveryCode', 'password', 'pin'],
  }),
};
