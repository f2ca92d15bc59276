/** What a row belongs to, as a finding names it. */
export type SealTarget =
  | 'order'
  | 'product'
  | 'category'
  | 'customer'
  | 'staff'
  | 'return'
  | 'stock-take'
  | 'shop';

/** A kind of rows that is counted and summed up as a whole. */
export type SealedKind = {
  readonly kind: string;
  /** Its number in `digestParts`; never given anew. */
  readonly no: number;
  readonly table: string;
  /** Columns that change without anybody having done anything: counters, caches. */
  readonly leaveOut?: readonly string[];
  /** Whose rows they are, in SQL of one row: `owner('NEW')`. */
  readonly owner: (row: string) => string;
  readonly target: SealTarget;
  /** Which rows of the table, where not all. */
  readonly only?: (row: string) => string;
};

const by =
  (column: string) =>
  (row: string): string =>
    `${row}.${column}`;
const byId = by('id');
const one = (): string => '1';

/**
 * What is counted and summed up. The rows of orders have a seal for each order instead (`orderTables`): those grow with
 * every sale, and a sale writes nothing of these.
 */
export const sealedKinds: readonly SealedKind[] = [
  { kind: 'shop', no: 1, table: 'shop', owner: one, target: 'shop' },
  { kind: 'shopFile', no: 2, table: 'shopFile', owner: one, target: 'shop' },
  { kind: 'taxClasses', no: 3, table: 'taxClasses', owner: one, target: 'shop' },
  { kind: 'taxRates', no: 4, table: 'taxRates', owner: one, target: 'shop' },
  { kind: 'tenders', no: 5, table: 'tenders', owner: one, target: 'shop' },
  { kind: 'statusMoves', no: 6, table: 'statusMoves', owner: one, target: 'shop' },
  { kind: 'refundMoves', no: 7, table: 'refundMoves', owner: one, target: 'shop' },
  { kind: 'usedOrderPrefixes', no: 8, table: 'usedOrderPrefixes', owner: one, target: 'shop' },
  { kind: 'keyCopy', no: 9, table: 'keyCopy', owner: one, target: 'shop' },
  { kind: 'staff', no: 10, table: 'staff', owner: byId, target: 'staff' },
  { kind: 'staffRights', no: 11, table: 'staffRights', owner: by('staffId'), target: 'staff' },
  { kind: 'customers', no: 12, table: 'customers', owner: byId, target: 'customer' },
  { kind: 'categories', no: 20, table: 'categories', owner: byId, target: 'category' },
  { kind: 'products', no: 21, table: 'products', leaveOut: ['popularity'], owner: byId, target: 'product' },
  { kind: 'barcodes', no: 22, table: 'barcodes', owner: by('productId'), target: 'product' },
  // How many there are follows from the movements; the stock check compares the two.
  {
    kind: 'stockRules',
    no: 23,
    table: 'productStock',
    leaveOut: ['onHand', 'reserved'],
    owner: by('productId'),
    target: 'product',
  },
  // The movements themselves stand under the seal of the order or of the paper that made them.
  { kind: 'paperSeals', no: 30, table: 'paperSeals', owner: one, target: 'shop' },
  { kind: 'stockReceipts', no: 31, table: 'stockReceipts', owner: one, target: 'shop' },
  { kind: 'stockAdjustments', no: 32, table: 'stockAdjustments', owner: one, target: 'shop' },
  { kind: 'stockCounts', no: 33, table: 'stockCounts', owner: byId, target: 'stock-take' },
  { kind: 'stockCountLines', no: 34, table: 'stockCountLines', owner: by('countId'), target: 'stock-take' },
  { kind: 'returns', no: 40, table: 'returns', owner: byId, target: 'return' },
  { kind: 'returnLines', no: 41, table: 'returnLines', owner: by('returnId'), target: 'return' },
  {
    kind: 'refunds',
    no: 42,
    table: 'refunds',
    owner: (row) => `ifnull(${row}.orderId, 0)`,
    target: 'order',
  },
  { kind: 'invoices', no: 43, table: 'invoices', owner: by('orderId'), target: 'order' },
  { kind: 'cartRemovals', no: 50, table: 'cartRemovals', owner: one, target: 'shop' },
  { kind: 'auditChecks', no: 60, table: 'auditChecks', owner: one, target: 'shop' },
  { kind: 'auditFindings', no: 61, table: 'auditFindings', owner: one, target: 'shop' },
  // Which order numbers nobody has any more, because history was taken back, stands here.
  { kind: 'historyImports', no: 70, table: 'historyImports', owner: one, target: 'shop' },
];

/** A table whose rows belong to an order and stand under its seal. */
export type OrderTable = {
  readonly table: string;
  /** The column with the order's number. */
  readonly order: string;
  readonly leaveOut?: readonly string[];
  readonly only?: (row: string) => string;
  /**
   * A new row never comes alone: the order's own row changes with it. A trigger makes SQLite keep a copy of each page
   * that the statement writes, so a sale has as few of them as can be.
   */
  readonly comesWithOrder?: true;
};

export const orderTables: readonly OrderTable[] = [
  { table: 'orders', order: 'id', leaveOut: ['seal', 'entryId', 'isFiled'] },
  { table: 'orderLines', order: 'orderId', comesWithOrder: true },
  { table: 'orderTaxes', order: 'orderId', comesWithOrder: true },
  { table: 'payments', order: 'orderId', comesWithOrder: true },
  { table: 'orderEvents', order: 'orderId' },
  {
    table: 'stockMovements',
    order: 'sourceId',
    only: (row) => `${row}.sourceType = 'order'`,
    comesWithOrder: true,
  },
];

/**
 * The tables of what moves stock besides orders, and what their rows are called as a source. The movements that one of
 * them made stand under a seal of its own. A movement has no trigger: it would make SQLite copy four pages for each line
 * of a sale. Its paper is written in the same transaction, and that is what is watched.
 */
export const paperTables: readonly { readonly table: string; readonly sourceType: string }[] = [
  { table: 'products', sourceType: 'product' },
  { table: 'imports', sourceType: 'import' },
  { table: 'stockReceipts', sourceType: 'receipt' },
  { table: 'stockCounts', sourceType: 'count' },
  { table: 'returns', sourceType: 'return' },
  { table: 'stockAdjustments', sourceType: 'adjustment' },
];

/** Why a table stands under no seal. `sealed-kinds.test.ts` asks every table for one or the other. */
export const unsealed: Readonly<Record<string, string>> = {
  auditEntries: 'a chain of its own, whose newest link is kept outside the file',
  auditMarks: 'follows from the log; a search that misses a mark finds less',
  digests: 'each row carries a code made with the key',
  digestParts: 'only names what a digest found',
  carts: 'drafts, written on every key',
  requests: 'remembered answers, dropped after a while',
  sessions: 'who signed in and out is in the log',
  signInThrottles: 'counters of guesses; each guess is in the log',
  kioskTills: 'turning a till over and back is in the log',
  pictures: 'nothing that is paid by',
  productSearch: 'follows from the products',
  customerSearch: 'follows from the customers',
  customerFigures: 'follows from the orders',
  customerNotes: 'remarks; writing one is in the log',
  customerMerges: 'what a merge can be taken back by; the merge is in the log',
  importMappings: 'how columns were mapped last time',
  imports: 'a list of what came in; bringing it in is in the log',
  orderllaIds: 'which row of an old file became which of ours',
  historySources: 'which files came from one program',
  historyMonths: 'what a file said of itself; the orders that came of it are sealed',
  historyIds: 'which number of an old file became which of ours',
  historyMade: 'what an import of history can be taken back by; the import is in the log',
  bulkEdits: 'what a bulk edit can be taken back by; the edit is in the log',
  bulkEditRows: 'what a bulk edit can be taken back by; the edit is in the log',
  savedViews: 'filters of lists',
  viewDefaults: 'filters of lists',
  stockChecks: 'what the nightly comparison found; made anew each night',
  timerRuns: 'when the timer ran',
  timerHours: 'when the timer ran',
  dayFigures: 'derived from the rows and proven against them',
  productMonths: 'derived from the rows and proven against them',
  productYears: 'derived from the rows and proven against them',
  rollups: 'how far the derived figures reach',
};
