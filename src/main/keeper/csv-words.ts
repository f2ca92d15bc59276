import type { WholeShop, WholeTable } from '../database/whole-tables.ts';

/** What the tables hold, for whoever opens the files without Orderlla. */
const about: Readonly<Record<string, string>> = {
  auditChecks: 'When the log and the seals were looked through, and what that found.',
  auditEntries: 'The log: who did what and when, each entry chained to the one before.',
  auditFindings: 'What was found changed past the application.',
  barcodes: 'Barcodes of products.',
  bulkEditRows: 'What a bulk edit changed, so that it can be taken back.',
  bulkEdits: 'Bulk edits of products.',
  cartRemovals: 'Lines that were taken out of a cart before it was paid.',
  carts: 'Carts that are open or held.',
  categories: 'Categories of products.',
  customerFigures: 'What each customer ordered, spent and owes; reckoned from the orders.',
  customerMerges: 'Customers that were one and the same.',
  customerNotes: 'Notes about customers.',
  customers: 'The directory of customers.',
  dayFigures: 'Days that ended, added up; reckoned from the orders.',
  historyImports: 'Sales histories of other programs that were read in.',
  imports: 'Files of products and customers that were read in.',
  invoices: 'Invoice numbers and their orders.',
  keyCopy: 'The keys of the shop, locked with the owner’s recovery code.',
  orderEvents: 'The timeline of each order.',
  orderLines: 'What was ordered, line by line, as it was priced.',
  orderTaxes: 'Taxes of each order, by name and rate.',
  orders: 'Orders. `id` is the order’s number without what the shop writes before it.',
  payments: 'Payments of orders.',
  pictures: 'Pictures; their bytes are files in `pictures/`.',
  productStock: 'Stock of each product now; the sum of its movements.',
  products: 'Products and their variants.',
  refunds: 'Refunds and how far they are.',
  requests: 'Answers that were given lately, so that nothing is done twice.',
  returnLines: 'What came back, line by line.',
  returns: 'Returns.',
  rollups: 'Up to which day days are added up.',
  savedViews: 'Views of lists that people saved.',
  sessions: 'Who was signed in when.',
  shop: 'The shop and its settings.',
  shopFile: 'What tells this shop file from others.',
  staff: 'People who work here. Their passwords and PINs are hashes.',
  staffRights: 'Rights that somebody has beside their role.',
  stockAdjustments: 'Stock that was set by hand, with why.',
  stockCounts: 'Stock-takes.',
  stockMovements: 'The stock ledger: everything that came and went.',
  stockReceipts: 'Deliveries from suppliers.',
  taxClasses: 'Tax classes.',
  taxRates: 'Rates of the tax classes by day.',
  tenders: 'Ways to pay.',
  timerHours: 'Hours that the hourly timer has covered.',
  timerRuns: 'Runs of the hourly timer.',
};

/** Explains a CSV backup: how amounts, times and texts are written, and what each file holds. */
export function csvWords(shop: Pick<WholeShop, 'tables'>): string {
  return wordsOf([...whole, ...howWritten, ...sums], shop.tables);
}

/** Explains some of the tables, saved by themselves. `days`: from one to another, both included; null: all. */
export function someCsvWords(
  tables: readonly WholeTable[],
  days: { readonly from: number; readonly to: number } | null,
): string {
  const which =
    days === null
      ? 'All of their rows are here.'
      : `Of tables with a day, ${days.from} to ${days.to} is here.`;
  return wordsOf([...some, `${which}\n`, ...howWritten, ''], tables);
}

function wordsOf(intro: readonly string[], given: readonly WholeTable[]): string {
  const tables = given.map((table) => {
    const columns = table.columns.map(
      ({ name, type }) =>
        `${name} (${type === 'INTEGER' ? 'whole number' : type === 'TEXT' ? 'text' : 'file'})`,
    );
    return `### tables/${table.name}.csv\n\n${about[table.name] ?? 'Kept by the application for itself.'}\n\n${columns.join(', ')}\n`;
  });
  return `${[...intro, ...tables].join('\n')}\n`;
}

const whole = [
  '# A shop as CSV\n',
  'Everything that Orderlla keeps of one shop, as it was at one moment. `readable/` is for people: orders, lines,',
  'payments, products and customers with amounts and times as they are usually written. `tables/` is exact, and a shop',
  'is made again from it alone: in Orderlla, when a new computer asks what to begin with, choose this zip.\n',
];
const some = [
  '# Tables of a shop as CSV\n',
  'Some of what Orderlla keeps of one shop, exactly as it was at one moment. No shop is made again from this: that takes',
  'the whole shop as CSV, or a backup. What belongs to an order or a return comes with it, of whatever day it is itself.\n',
];

const howWritten = [
  '- Amounts in `tables/` are whole numbers of the smallest coin: 1205 is 12.05 where the currency has two places.',
  '- Quantities are thousandths: 1500 is 1.5.',
  '- Rates are millionths: 200000 is 20 %.',
  '- Days are numbers: 20261122 is 22 November 2026. Times are milliseconds since 1970 began, in UTC.',
  '- An empty cell is nothing at all. A cell of one backslash is an empty text; what begins with a backslash is',
  '  written as in JSON.',
  '- An apostrophe before what could run as a formula, or before another apostrophe, is no part of the text.',
];
const sums = ['- All files are UTF-8. `manifest.json` says how many rows each has, and its SHA-256.\n'];
