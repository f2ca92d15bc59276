import { z } from 'zod';
import { mostDigits, mostPrefix } from '../domain/paper-number.ts';
import { command, query, task } from './define.ts';
import { done, flag, id, locale, nothing, text } from './fields.ts';

const paper = z.enum(['58mm', '80mm', 'a4']);
/** Something with an @ in it, or nothing: only the post knows whether an address is one. */
const email = text(120).refine((value) => value === '' || /^\S+@\S+$/u.test(value), 'not an e-mail address');

/** What receipts show beside what was sold and paid. */
const shownOnReceipts = {
  receiptShowsLogo: flag,
  receiptShowsTaxes: flag,
  receiptShowsSaved: flag,
  /** The code that a scanner opens the order with. */
  receiptShowsCode: flag,
  receiptShowsCustomer: flag,
  receiptShowsCashier: flag,
};

/** How papers are read; `auto` is as the shop's language is. */
const paperDirection = z.enum(['auto', 'ltr', 'rtl']);

/** What every screen may know of who the shop is. Part of `shopView`. */
export const identityView = {
  legalName: z.string(),
  email: z.string(),
  website: z.string(),
  taxNumber: z.string(),
  logoPictureId: id.nullable(),
  ...shownOnReceipts,
  paperDirection,
  orderPrefix: z.string(),
  orderDigits: z.int(),
};

/** Who the shop is and what its papers show, as `shop.update` takes it. */
export const identityFields = {
  legalName: text(120).optional(),
  email: email.optional(),
  website: text(120).optional(),
  taxNumber: text(40).optional(),
  receiptShowsLogo: flag.optional(),
  receiptShowsTaxes: flag.optional(),
  receiptShowsSaved: flag.optional(),
  receiptShowsCode: flag.optional(),
  receiptShowsCustomer: flag.optional(),
  receiptShowsCashier: flag.optional(),
  paperDirection: paperDirection.optional(),
};

const digits = z.int().min(1).max(mostDigits);
const number = z.int().min(1).max(999_999_999);

/** How the numbers on papers look. */
const numbering = {
  orderPrefix: text(mostPrefix.order),
  orderDigits: digits,
  /** `{year}` in it is the business year. */
  invoicePrefix: text(mostPrefix.invoice),
  invoiceDigits: digits,
  /** Each business year begins again. */
  invoiceYearly: flag,
  /** The month that the business year begins with. */
  yearStartMonth: z.int().min(1).max(12),
  /** What the counter begins with; settled with its first invoice. */
  invoiceFirst: number,
};
export const numberingView = z.strictObject(numbering);
export type Numbering = z.output<typeof numberingView>;

const place = {
  country: z.string().regex(/^[A-Z]{2}$/),
  locale,
  timeZone: z.string().min(1).max(60),
};

export const shopIdentityCalls = {
  /**
   * Where the shop is. A time zone changes only while it leaves the business date as it is this minute: what was sold
   * keeps its day, and no day begins twice.
   */
  'shop.setPlace': command({
    needs: 'change-settings',
    input: z.strictObject({
      ...z.strictObject(place).partial().shape,
      seen: z.strictObject(place).partial().optional(),
    }),
    output: done,
    errors: [
      'changed-meanwhile',
      'unknown-time-zone',
      /** `details`: from, to (the business date as it is, and as it would be this minute) */
      'zone-would-change-day',
    ],
    changes: ['shop'],
  }),
  /** How numbers look now; `invoiceFirst` is of the counter that the next invoice counts in. */
  'shop.numbering': query({
    needs: 'change-settings',
    input: nothing,
    output: numberingView,
    errors: [],
    reads: ['shop', 'orders'],
  }),
  /** What the next numbers would be with this numbering. */
  'shop.previewNumbers': query({
    needs: 'change-settings',
    input: numberingView,
    output: z.strictObject({
      order: z.string(),
      invoice: z.string(),
      /** The first invoice of the next business year, where each begins again. */
      invoiceNextYear: z.string().nullable(),
      /** The counter has invoices already: it goes on, and cannot begin elsewhere. */
      isBegun: flag,
      /** The last invoice that was made out, as it was printed. */
      lastInvoice: z.string().nullable(),
      /** Another counter printed this prefix already. */
      isPrefixUsed: flag,
    }),
    errors: [],
    reads: ['shop', 'orders'],
  }),
  /** Changes how numbers look from now on. What was printed keeps its number, and is still found by it. */
  'shop.setNumbering': command({
    needs: 'change-settings',
    input: z.strictObject({
      ...numberingView.partial().shape,
      seen: numberingView.partial().optional(),
    }),
    output: done,
    errors: [
      'changed-meanwhile',
      /** `details`: paper (order, invoice), why (see `prefixProblem`) */
      'prefix-not-good',
      'prefix-used',
      /** The counter goes on after its last invoice. */
      'invoices-begun',
    ],
    changes: ['shop'],
  }),
  /** Takes the shop's logo in pieces of at most 1 MiB (base64): PNG, JPEG or WebP, re-encoded by the window before. */
  'shop.uploadLogo': task({
    needs: 'change-settings',
    input: z.strictObject({
      uploadId: z.string().min(8).max(60),
      offset: z.int().min(0),
      data: z.string().max(1_500_000),
    }),
    output: z.strictObject({ received: z.int() }),
    errors: ['picture-too-large', 'upload-out-of-order'],
    secrets: ['data'],
  }),
  /** Takes the uploaded picture as the shop's logo; without an upload it has none from now on. */
  'shop.setLogo': command({
    needs: 'change-settings',
    input: z.strictObject({ uploadId: z.string().min(8).max(60).nullable() }),
    output: z.strictObject({ pictureId: id.nullable() }),
    errors: [
      'nothing-changed',
      'upload-gone',
      'picture-too-large',
      'picture-not-supported',
      'picture-damaged',
      'picture-animated',
    ],
    changes: ['shop'],
  }),
  /** Prints an example of a receipt or an invoice as the shop has it now, on this computer's receipt printer. */
  'shop.printExample': task({
    needs: 'change-settings',
    input: z.strictObject({ document: z.enum(['receipt', 'invoice']), paper }),
    output: done,
    errors: ['print-failed'],
  }),
};
