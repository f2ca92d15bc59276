import type { Generated } from 'kysely';
import type { Money } from '../../shared/domain/money.ts';
import type { CustomerCancelLimit } from '../../shared/domain/order-status.ts';
import type { OversellPolicy } from '../../shared/domain/oversell.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type {
  AuditChecksTable,
  AuditEntriesTable,
  AuditFindingsTable,
  AuditMarksTable,
  CartRemovalsTable,
  DigestPartsTable,
  DigestsTable,
  PaperSealsTable,
  ShopFileTable,
} from './audit-tables.ts';
import type { BulkEditRowsTable, BulkEditsTable } from './catalog-tables.ts';
import type { CustomerFiguresTable, CustomerMergesTable, CustomerNotesTable } from './customer-tables.ts';
import type {
  HistoryIdsTable,
  HistoryImportsTable,
  HistoryMadeTable,
  HistoryMonthsTable,
  HistorySourcesTable,
} from './history-tables.ts';
import type { OrderllaIdsTable } from './import-tables.ts';
import type { Flag } from './kinds.ts';
import type { KioskTillsTable } from './kiosk-tables.ts';
import type {
  InvoicesTable,
  OrderEventsTable,
  OrderLinesTable,
  OrdersTable,
  OrderTaxesTable,
  PaymentsTable,
  RefundMovesTable,
  RefundsTable,
  ReturnLinesTable,
  ReturnsTable,
  StatusMovesTable,
} from './order-tables.ts';
import type {
  DayFiguresTable,
  ProductMonthsTable,
  ProductYearsTable,
  RollupsTable,
} from './report-tables.ts';
import type { TaxClassesTable, TaxRatesTable, TendersTable } from './settings-tables.ts';
import type { SessionsTable, SignInThrottlesTable, StaffRightsTable, StaffTable } from './staff-tables.ts';
import type {
  ProductStockTable,
  StockAdjustmentsTable,
  StockChecksTable,
  StockCountLinesTable,
  StockCountsTable,
  StockMovementsTable,
  StockReceiptsTable,
  TimerHoursTable,
  TimerRunsTable,
} from './stock-tables.ts';
import type { SavedViewsTable, ViewDefaultsTable } from './view-tables.ts';

/**
 * The tables of the shop file as TypeScript, written by hand so that amounts carry their brands.
 * `schema.test.ts` compares every table and column with the migrated database.
 * Instants (`…At`) are milliseconds UTC; 0 and 1 are the booleans; `…Hash` are scrypt strings.
 */

/** How papers are read; `auto` is as the shop's language is. */
type PaperDirection = 'auto' | 'ltr' | 'rtl';

export type ShopTable = {
  id: number;
  name: string;
  address: string;
  phone: string;
  country: string;
  locale: string;
  currency: string;
  currencyExponent: number;
  timeZone: string;
  dayStartMinutes: number;
  pricesIncludeTax: Flag;
  taxRounding: 'line' | 'order';
  cashRounding: Money;
  deliveryDays: number;
  reorderLevel: Quantity;
  oversell: OversellPolicy;
  lockAfterSeconds: number;
  receiptHeader: string;
  receiptFooter: string;
  receiptPaper: '58mm' | '80mm' | 'a4';
  recoveryCodeHash: string;
  isSample: Flag;
  openedAt: number;
  timerEnabled: Generated<Flag>;
  /** The most that a return without a receipt may come to. */
  returnCap: Generated<Money>;
  /** How many of a product one order from the kiosk may hold. */
  kioskCartCap: Generated<number>;
  kioskIdleSeconds: Generated<number>;
  /** How far an order may be when its customer still cancels it. */
  customerCancelsUntil: Generated<CustomerCancelLimit>;
  /** The name it trades under by law, where that is another. */
  legalName: Generated<string>;
  email: Generated<string>;
  website: Generated<string>;
  /** GSTIN, VAT number: its number at the tax office. */
  taxNumber: Generated<string>;
  logoPictureId: number | null;
  receiptShowsLogo: Generated<Flag>;
  receiptShowsTaxes: Generated<Flag>;
  receiptShowsSaved: Generated<Flag>;
  receiptShowsCode: Generated<Flag>;
  receiptShowsCustomer: Generated<Flag>;
  receiptShowsCashier: Generated<Flag>;
  paperDirection: Generated<PaperDirection>;
  orderPrefix: Generated<string>;
  orderDigits: Generated<number>;
  invoicePrefix: Generated<string>;
  invoiceDigits: Generated<number>;
  /** Each business year begins again. */
  invoiceYearly: Generated<Flag>;
  yearStartMonth: Generated<number>;
  /** The first number of the counter named beside it. */
  invoiceFirst: Generated<number>;
  invoiceFirstCounter: Generated<string>;
};

export type CategoriesTable = {
  id: Generated<number>;
  parentId: number | null;
  name: string;
  colour: number;
  position: number;
  oversell: OversellPolicy | null;
  archivedAt: number | null;
  pictureId: number | null;
};

export type PicturesTable = {
  id: Generated<number>;
  mime: string;
  width: number;
  height: number;
  bytes: Uint8Array;
};

export type ProductKind = 'single' | 'parent' | 'variant';
export type ProductsTable = {
  id: Generated<number>;
  kind: ProductKind;
  parentId: number | null;
  name: string;
  variantLabel: string | null;
  sku: string | null;
  externalKey: string | null;
  description: string;
  categoryId: number | null;
  taxClassId: number;
  price: Money;
  compareAtPrice: Money | null;
  cost: Money | null;
  unit: Unit;
  oversell: OversellPolicy | null;
  pictureId: number | null;
  pictureSource: string | null;
  popularity: Generated<number>;
  createdAt: number;
  archivedAt: number | null;
  notes: Generated<string>;
  /** JSON texts: of a parent the names of its options, of a variant its values. */
  options: Generated<string>;
};

export type BarcodesTable = { barcode: string; productId: number };

export type CustomersTable = {
  id: Generated<number>;
  name: string;
  phone: string;
  email: string;
  address: string;
  note: string;
  createdAt: number;
  archivedAt: number | null;
  /** Lower case; null for who never registered at the kiosk. */
  username: string | null;
  passwordHash: string | null;
  /** The one that this one turned out to be. */
  mergedInto: number | null;
  erasedAt: number | null;
};

export type CartsTable = {
  id: string;
  state: 'open' | 'held' | 'sold';
  till: string;
  label: string;
  staffId: number | null;
  updatedAt: number;
  content: string;
};

export type ImportMappingsTable = { mappingKey: string; mapping: string; updatedAt: number };
export type ImportsTable = {
  id: Generated<number>;
  fileName: string;
  format: string;
  at: number;
  staffId: number | null;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
};

export type RequestsTable = { requestId: string; call: string; inputHash: string; reply: string; at: number };

export type Schema = {
  shop: ShopTable;
  staff: StaffTable;
  staffRights: StaffRightsTable;
  sessions: SessionsTable;
  signInThrottles: SignInThrottlesTable;
  taxClasses: TaxClassesTable;
  taxRates: TaxRatesTable;
  tenders: TendersTable;
  categories: CategoriesTable;
  pictures: PicturesTable;
  products: ProductsTable;
  barcodes: BarcodesTable;
  bulkEdits: BulkEditsTable;
  bulkEditRows: BulkEditRowsTable;
  productSearch: { rowid: number; words: string };
  productStock: ProductStockTable;
  stockMovements: StockMovementsTable;
  customers: CustomersTable;
  customerFigures: CustomerFiguresTable;
  customerNotes: CustomerNotesTable;
  customerMerges: CustomerMergesTable;
  customerSearch: { rowid: number; words: string };
  orders: OrdersTable;
  orderLines: OrderLinesTable;
  orderTaxes: OrderTaxesTable;
  payments: PaymentsTable;
  orderEvents: OrderEventsTable;
  carts: CartsTable;
  kioskTills: KioskTillsTable;
  importMappings: ImportMappingsTable;
  imports: ImportsTable;
  orderllaIds: OrderllaIdsTable;
  historySources: HistorySourcesTable;
  historyImports: HistoryImportsTable;
  historyMonths: HistoryMonthsTable;
  historyIds: HistoryIdsTable;
  historyMade: HistoryMadeTable;
  savedViews: SavedViewsTable;
  viewDefaults: ViewDefaultsTable;
  requests: RequestsTable;
  auditEntries: AuditEntriesTable;
  auditMarks: AuditMarksTable;
  auditChecks: AuditChecksTable;
  cartRemovals: CartRemovalsTable;
  auditFindings: AuditFindingsTable;
  shopFile: ShopFileTable;
  digests: DigestsTable;
  digestParts: DigestPartsTable;
  paperSeals: PaperSealsTable;
  statusMoves: StatusMovesTable;
  returns: ReturnsTable;
  returnLines: ReturnLinesTable;
  refundMoves: RefundMovesTable;
  refunds: RefundsTable;
  invoices: InvoicesTable;
  /** Every prefix that an order's number was printed with. */
  usedOrderPrefixes: { prefix: string };
  keyCopy: { id: Generated<number>; sealed: string };
  stockReceipts: StockReceiptsTable;
  stockAdjustments: StockAdjustmentsTable;
  stockCounts: StockCountsTable;
  stockCountLines: StockCountLinesTable;
  stockChecks: StockChecksTable;
  timerRuns: TimerRunsTable;
  timerHours: TimerHoursTable;
  dayFigures: DayFiguresTable;
  productMonths: ProductMonthsTable;
  productYears: ProductYearsTable;
  rollups: RollupsTable;
};
