/**
 * The tables that can be saved as CSV by themselves, by what they are about. Who works here, sessions, keys and what
 * the application keeps for itself are in the whole shop alone.
 */
export const csvTableGroups = {
  orders: ['orders', 'orderLines', 'orderTaxes', 'orderEvents', 'payments', 'refunds', 'invoices'],
  returns: ['returns', 'returnLines'],
  products: ['products', 'barcodes', 'categories', 'taxClasses', 'taxRates', 'tenders'],
  stock: [
    'productStock',
    'stockMovements',
    'stockAdjustments',
    'stockReceipts',
    'stockCounts',
    'stockCountLines',
  ],
  customers: ['customers', 'customerNotes', 'customerFigures'],
  log: ['auditEntries', 'cartRemovals'],
} as const;

export type CsvTableGroup = keyof typeof csvTableGroups;
export type CsvTable = (typeof csvTableGroups)[CsvTableGroup][number];

export const csvTables: readonly CsvTable[] = Object.values(csvTableGroups).flat();

/** Those whose rows belong to a business date, so that a range of them can be saved. */
export const csvTablesWithDays: ReadonlySet<CsvTable> = new Set<CsvTable>([
  ...csvTableGroups.orders,
  ...csvTableGroups.returns,
  ...(['stockMovements', 'stockAdjustments', 'stockReceipts', 'stockCounts', 'stockCountLines'] as const),
  ...csvTableGroups.log,
]);

/** How often the whole shop is saved as CSV by itself. */
export const csvSchedules = ['never', 'daily', 'weekly', 'monthly'] as const;
export type CsvSchedule = (typeof csvSchedules)[number];
