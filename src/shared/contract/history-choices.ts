import { z } from 'zod';
import { flag, id, share } from './fields.ts';

/**
 * What a file is: the sales themselves (a row for each line, or for each order), or a second file that is joined to
 * them: payments by the order's number, customers by their key.
 */
export const historySlots = ['sales', 'payments', 'customers'] as const;
export const slot = z.enum(historySlots);
export type HistorySlot = z.output<typeof slot>;

/**
 * What a column of a sales file can hold. `total` is what is paid for the row, tax and discount included; `gross` the
 * row before its discount, `net` without its tax. `order…`, `shipping`, `tip` and `refunded` stand once for an order of
 * several rows. `kind` says of a row whether it was sold or came back, `returnOf` which sale it came back from.
 */
export const salesFields = [
  'number',
  'date',
  'time',
  'sku',
  'name',
  'variant',
  'quantity',
  'price',
  'discount',
  'tax',
  'taxRate',
  'total',
  'gross',
  'net',
  'cost',
  'lineCost',
  'orderDiscount',
  'orderTax',
  'shipping',
  'tip',
  'orderTotal',
  'refunded',
  'kind',
  'returnOf',
  'cancelled',
  'tender',
  'status',
  'customer',
  'customerName',
  'customerEmail',
] as const;
export const paymentFields = ['number', 'amount', 'tender'] as const;
export const customerFields = [
  'customer',
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'address',
] as const;
export const historyFields = [
  ...salesFields,
  'amount',
  'firstName',
  'lastName',
  'email',
  'phone',
  'address',
] as const;
export const field = z.enum(historyFields);
export type HistoryField = z.output<typeof field>;

/** Which column (counted from 0) fills which field. */
export const mapping = z.partialRecord(field, z.int().min(0).max(999));

/** One of them says what a row of sales is worth. */
export const worthFields = ['price', 'total', 'gross', 'net', 'orderTotal'] as const;

type Columns = Readonly<Partial<Record<HistoryField, number>>>;

/** Without these nothing can come in: what no column fills, by file. What sales lack in amounts may stand in payments. */
export function missingFields(files: ReadonlyMap<HistorySlot, Columns>) {
  const has = (slot: HistorySlot, field: HistoryField): boolean => files.get(slot)?.[field] !== undefined;
  const needed: { readonly slot: HistorySlot; readonly field: HistoryField }[] = [
    { slot: 'sales', field: 'date' },
  ];
  const isWorth = worthFields.some((field) => has('sales', field));
  if (!isWorth && !files.has('payments')) needed.push({ slot: 'sales', field: 'price' });
  if (files.has('payments')) {
    needed.push({ slot: 'sales', field: 'number' });
    needed.push({ slot: 'payments', field: 'number' }, { slot: 'payments', field: 'amount' });
  }
  if (files.has('customers')) {
    needed.push({ slot: 'sales', field: 'customer' }, { slot: 'customers', field: 'customer' });
  }
  return needed.filter(({ slot, field }) => !has(slot, field));
}

export const encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'mac-roman']);
export const delimiter = z.enum([',', ';', '\t', '|']);
export const decimal = z.enum(['point', 'comma']);
/** In which order a date of three numbers has year, month and day, where it does not say so itself. */
export const dateOrders = ['ymd', 'dmy', 'mdy', 'ydm'] as const;
export const dateOrder = z.enum(dateOrders);

/** What an order became whose status has this word: `returned` came back whole, `left-out` does not come in. */
export const historyFates = [
  'delivered',
  'received',
  'shipped',
  'in-transit',
  'cancelled',
  'returned',
  'left-out',
] as const;
export const fate = z.enum(historyFates);
export type HistoryFate = z.output<typeof fate>;

/** How a person says that one file is to be read; what is absent is guessed, or remembered from the last such file. */
const fileChoices = z.strictObject({
  mapping: mapping.optional(),
  hasHeader: flag.optional(),
  encoding: encoding.optional(),
  delimiter: delimiter.optional(),
  decimal: decimal.optional(),
  dateOrder: dateOrder.optional(),
  /** `minor`: amounts are whole cents. */
  amountsIn: z.enum(['major', 'minor']).optional(),
});

const word = z.string().max(80);

/** How the files are to be understood. */
export const historyChoices = z.strictObject({
  files: z.partialRecord(slot, fileChoices).optional(),
  /** What makes one order: each row; rows with the same number; rows with the same number on the same day. */
  orderIs: z.enum(['row', 'number', 'number-and-day']).optional(),
  /** How numbers of returns begin ("C"); empty where none are marked. */
  returnMark: z.string().max(10).optional(),
  /** Whether `price` and `discount` have tax in them. */
  pricesIncludeTax: flag.optional(),
  /** The rate of a tax that the file gives no column for, or whose column holds amounts. */
  taxRate: share.nullable().optional(),
  statuses: z
    .array(z.strictObject({ status: word, becomes: fate }))
    .max(200)
    .optional(),
  /** Ways of paying that are one of the shop's own. Others become an archived one of their name. */
  tenders: z
    .array(z.strictObject({ name: word, tenderId: id }))
    .max(200)
    .optional(),
  /** Goods that the shop does not have: made for sale, made archived, or only named on their lines. */
  products: z.enum(['make', 'archived', 'none']).optional(),
  /** Customers that the shop does not have: made, or left out. */
  customers: z.enum(['make', 'none']).optional(),
});
export type HistoryChoices = z.output<typeof historyChoices>;
