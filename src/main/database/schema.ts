import type { Generated } from 'kysely';
import type { CalendarDate } from '../../shared/domain/calendar.ts';
import type { Money } from '../../shared/domain/money.ts';
import type { OrderKind, OrderStatus } from '../../shared/domain/order-status.ts';
import type { OversellPolicy } from '../../shared/domain/oversell.ts';
import type { Quantity } from '../../shared/domain/quantity.ts';
import type { Rate } from '../../shared/domain/rate.ts';
import type { StaffRole } from '../../shared/domain/rights.ts';
import type { TenderKind } from '../../shared/domain/settle.ts';
import type { Unit } from '../../shared/domain/unit.ts';
import type { MovementSource, MovementType, OrderEventKind } from './kinds.ts';

/**
 * The tables of the shop file as TypeScript, written by hand so that amounts carry their brands.
 * `schema.test.ts` compares every table and column with the migrated database.
 * Instants (`…At`) are milliseconds UTC; 0 and 1 are the booleans; `…Hash` are scrypt strings.
 */

type Flag = 0 | 1;

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
};

export type StaffTable = {
  id: Generated<number>;
  name: string;
  role: StaffRole;
  passwordHash: string | null;
  pinHash: string | null;
  colour: number;
  createdAt: number;
  disabledAt: number | null;
};

export type SignInThrottlesTable = { subject: string; failures: number; blockedUntilAt: number };

export type TaxClassesTable = { id: Generated<number>; name: string; position: number; isDefault: Flag };
export type TaxRatesTable = { taxClassId: number; name: string; startDate: CalendarDate; rate: Rate };

export type TendersTable = {
  id: Generated<number>;
  name: string;
  kind: TenderKind;
  asksReference: Flag;
  position: number;
  archivedAt: number | null;
};

export type CategoriesTable = {
  id: Generated<number>;
  parentId: number | null;
  name: string;
  colour: number;
  position: number;
  oversell: OversellPolicy | null;
  archivedAt: number | null;
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
};

export type BarcodesTable = { barcode: string; productId: number };

export type ProductStockTable = {
  productId: number;
  tracked: Flag;
  onHand: Quantity;
  reserved: Quantity;
  reorderLevel: Quantity;
};

export type StockMovementsTable = {
  productId: number;
  movementNo: number;
  type: MovementType;
  onHandChange: Quantity;
  reservedChange: Quantity;
  unitCost: Money | null;
  sourceType: MovementSource;
  sourceId: number;
  sourceLine: number;
  reversalOf: number | null;
  reason: string | null;
  staffId: number | null;
  at: number;
  businessDate: CalendarDate;
};

export type CustomersTable = {
  id: Generated<number>;
  name: string;
  phone: string;
  email: string;
  address: string;
  note: string;
  createdAt: number;
  archivedAt: number | null;
};

export type OrdersTable = {
  id: Generated<number>;
  kind: OrderKind;
  status: OrderStatus;
  placedAt: number;
  businessDate: CalendarDate;
  staffId: number | null;
  customerId: number | null;
  customerName: string | null;
  deliveryName: string | null;
  deliveryPhone: string | null;
  deliveryAddress: string | null;
  deliveryDate: CalendarDate | null;
  deliveredAt: number | null;
  cancelledAt: number | null;
  pricesIncludeTax: Flag;
  taxRounding: 'line' | 'order';
  lineCount: number;
  subtotal: Money;
  lineDiscount: Money;
  orderDiscount: Money;
  orderDiscountRate: Rate | null;
  net: Money;
  tax: Money;
  rounding: Money;
  total: Money;
  paid: Money;
  refunded: Money;
  note: string | null;
};

export type OrderLinesTable = {
  orderId: number;
  lineNo: number;
  productId: number | null;
  name: string;
  sku: string | null;
  unit: Unit;
  quantity: Quantity;
  listPrice: Money;
  unitPrice: Money;
  discountRate: Rate | null;
  gross: Money;
  discount: Money;
  orderDiscount: Money;
  net: Money;
  tax: Money;
  total: Money;
  taxes: string;
  unitCost: Money | null;
  note: string | null;
};

export type OrderTaxesTable = { orderId: number; name: string; rate: Rate; taxable: Money; amount: Money };

export type PaymentsTable = {
  orderId: number;
  paymentNo: number;
  tenderId: number;
  amount: Money;
  change: Money;
  reference: string | null;
  staffId: number | null;
  at: number;
  businessDate: CalendarDate;
};

export type OrderEventsTable = {
  orderId: number;
  eventNo: number;
  kind: OrderEventKind;
  staffId: number | null;
  at: number;
  details: string;
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

export type AuditEntriesTable = {
  id: Generated<number>;
  at: number;
  businessDate: CalendarDate;
  staffId: number | null;
  actor: 'staff' | 'system' | 'nobody';
  call: string;
  outcome: string;
  approvedBy: number | null;
  subject: string | null;
  details: string;
  hash: string;
};

export type Schema = {
  shop: ShopTable;
  staff: StaffTable;
  signInThrottles: SignInThrottlesTable;
  taxClasses: TaxClassesTable;
  taxRates: TaxRatesTable;
  tenders: TendersTable;
  categories: CategoriesTable;
  pictures: PicturesTable;
  products: ProductsTable;
  barcodes: BarcodesTable;
  productSearch: { rowid: number; words: string };
  productStock: ProductStockTable;
  stockMovements: StockMovementsTable;
  customers: CustomersTable;
  customerSearch: { rowid: number; words: string };
  orders: OrdersTable;
  orderLines: OrderLinesTable;
  orderTaxes: OrderTaxesTable;
  payments: PaymentsTable;
  orderEvents: OrderEventsTable;
  carts: CartsTable;
  importMappings: ImportMappingsTable;
  imports: ImportsTable;
  requests: RequestsTable;
  auditEntries: AuditEntriesTable;
};
