-- Orderlla, the first schema.
-- Money is INTEGER minor units of the shop's one currency, quantities thousandths, rates parts per million.
-- Instants (…At) are milliseconds since 1970 in UTC; days (…Date) are yyyymmdd in the shop's own calendar.

-- The shop itself: one row, so that every setting has a type and a check.
CREATE TABLE shop (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  country TEXT NOT NULL CHECK (length(country) = 2),
  locale TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  currencyExponent INTEGER NOT NULL CHECK (currencyExponent BETWEEN 0 AND 4),
  timeZone TEXT NOT NULL,
  dayStartMinutes INTEGER NOT NULL CHECK (dayStartMinutes BETWEEN 0 AND 720),
  pricesIncludeTax INTEGER NOT NULL CHECK (pricesIncludeTax IN (0, 1)),
  taxRounding TEXT NOT NULL CHECK (taxRounding IN ('line', 'order')),
  cashRounding INTEGER NOT NULL CHECK (cashRounding >= 0),
  deliveryDays INTEGER NOT NULL CHECK (deliveryDays BETWEEN 0 AND 365),
  reorderLevel INTEGER NOT NULL CHECK (reorderLevel >= 0),
  oversell TEXT NOT NULL CHECK (oversell IN ('block', 'warn', 'allow')),
  lockAfterSeconds INTEGER NOT NULL CHECK (lockAfterSeconds BETWEEN 15 AND 86400),
  receiptHeader TEXT NOT NULL,
  receiptFooter TEXT NOT NULL,
  receiptPaper TEXT NOT NULL CHECK (receiptPaper IN ('58mm', '80mm', 'a4')),
  recoveryCodeHash TEXT NOT NULL,
  isSample INTEGER NOT NULL CHECK (isSample IN (0, 1)),
  openedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'cashier', 'viewer')),
  passwordHash TEXT,
  pinHash TEXT,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 11),
  createdAt INTEGER NOT NULL,
  disabledAt INTEGER
) STRICT;

-- Failed guesses, per person and for the till as a whole; kept here so that a restart forgets nothing.
CREATE TABLE signInThrottles (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  blockedUntilAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE taxClasses (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  position INTEGER NOT NULL,
  isDefault INTEGER NOT NULL CHECK (isDefault IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX taxClassesName ON taxClasses (name COLLATE NOCASE);
CREATE UNIQUE INDEX taxClassesDefault ON taxClasses (isDefault) WHERE isDefault = 1;

-- The components of a class (CGST and SGST, say), each with the day from which its rate holds.
CREATE TABLE taxRates (
  taxClassId INTEGER NOT NULL REFERENCES taxClasses (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  startDate INTEGER NOT NULL,
  rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 1000000),
  PRIMARY KEY (taxClassId, name, startDate)
) STRICT, WITHOUT ROWID;

CREATE TABLE tenders (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'upi', 'other')),
  asksReference INTEGER NOT NULL CHECK (asksReference IN (0, 1)),
  position INTEGER NOT NULL,
  archivedAt INTEGER
) STRICT;
CREATE UNIQUE INDEX tendersName ON tenders (name COLLATE NOCASE);

CREATE TABLE categories (
  id INTEGER PRIMARY KEY,
  parentId INTEGER REFERENCES categories (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 11),
  position INTEGER NOT NULL,
  oversell TEXT CHECK (oversell IN ('block', 'warn', 'allow')),
  archivedAt INTEGER
) STRICT;
CREATE UNIQUE INDEX categoriesName ON categories (ifnull(parentId, 0), name COLLATE NOCASE);

-- Pictures are re-encoded before they come here, bounded, and never SVG.
CREATE TABLE pictures (
  id INTEGER PRIMARY KEY,
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg', 'image/webp')),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 1024),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 1024),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576)
) STRICT;

-- What is sold. A parent groups its variants and is never sold itself.
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('single', 'parent', 'variant')),
  parentId INTEGER REFERENCES products (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  variantLabel TEXT,
  sku TEXT CHECK (length(sku) BETWEEN 1 AND 120),
  externalKey TEXT,
  description TEXT NOT NULL,
  categoryId INTEGER REFERENCES categories (id),
  taxClassId INTEGER NOT NULL REFERENCES taxClasses (id),
  price INTEGER NOT NULL CHECK (price >= 0),
  compareAtPrice INTEGER CHECK (compareAtPrice >= 0),
  cost INTEGER CHECK (cost >= 0),
  unit TEXT NOT NULL CHECK (unit IN ('piece', 'kg', 'g', 'l', 'm', 'hour')),
  oversell TEXT CHECK (oversell IN ('block', 'warn', 'allow')),
  pictureId INTEGER REFERENCES pictures (id),
  pictureSource TEXT,
  popularity INTEGER NOT NULL DEFAULT 0,
  createdAt INTEGER NOT NULL,
  archivedAt INTEGER,
  CHECK ((kind = 'variant') = (parentId IS NOT NULL)),
  CHECK (kind = 'variant' OR variantLabel IS NULL)
) STRICT;
CREATE UNIQUE INDEX productsSku ON products (sku) WHERE sku IS NOT NULL;
CREATE INDEX productsExternalKey ON products (externalKey) WHERE externalKey IS NOT NULL;
CREATE INDEX productsParent ON products (parentId) WHERE parentId IS NOT NULL;
CREATE INDEX productsSkuAnyCase ON products (sku COLLATE NOCASE) WHERE sku IS NOT NULL;
CREATE INDEX productsName ON products (name COLLATE NOCASE, id);
-- What stands in lists and on the till's grid: variants stand behind their parent.
CREATE INDEX productsListed ON products (name COLLATE NOCASE, id) WHERE kind <> 'variant' AND archivedAt IS NULL;
CREATE INDEX productsCategory ON products (categoryId, name COLLATE NOCASE, id)
  WHERE kind <> 'variant' AND archivedAt IS NULL;
-- What can be sold, counted by category without touching a product.
CREATE INDEX productsSellable ON products (categoryId, parentId) WHERE kind <> 'parent' AND archivedAt IS NULL;
CREATE INDEX productsPopular ON products (popularity) WHERE popularity > 0;
CREATE INDEX productsNotSold ON products (id) WHERE archivedAt IS NOT NULL OR kind = 'parent';

CREATE TABLE barcodes (
  barcode TEXT PRIMARY KEY CHECK (length(barcode) BETWEEN 1 AND 80),
  productId INTEGER NOT NULL REFERENCES products (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX barcodesProduct ON barcodes (productId);

-- Words of name, SKU and barcodes of every product that can be sold; rowid = product id.
CREATE VIRTUAL TABLE productSearch USING fts5 (
  words, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- Narrow on purpose: a sale writes it, and nothing of the catalogue.
CREATE TABLE productStock (
  productId INTEGER PRIMARY KEY REFERENCES products (id),
  tracked INTEGER NOT NULL CHECK (tracked IN (0, 1)),
  onHand INTEGER NOT NULL,
  reserved INTEGER NOT NULL,
  reorderLevel INTEGER NOT NULL CHECK (reorderLevel >= 0)
) STRICT;
-- The lone column stands on the left: SQLite turns the comparison round in a query, and must find it so here.
CREATE INDEX productStockLow ON productStock (productId) WHERE tracked = 1 AND reorderLevel >= onHand - reserved;

-- The append-only stock ledger, clustered by product. `onHandChange` and `reservedChange` add up to productStock.
CREATE TABLE stockMovements (
  productId INTEGER NOT NULL REFERENCES products (id),
  movementNo INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('opening', 'receipt', 'reserve', 'release', 'sale', 'customer-return',
    'write-off', 'adjust', 'count')),
  onHandChange INTEGER NOT NULL,
  reservedChange INTEGER NOT NULL,
  unitCost INTEGER,
  sourceType TEXT NOT NULL CHECK (sourceType IN ('order', 'import', 'product', 'receipt', 'count', 'return', 'adjustment')),
  sourceId INTEGER NOT NULL,
  sourceLine INTEGER NOT NULL,
  reversalOf INTEGER,
  reason TEXT,
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  PRIMARY KEY (productId, movementNo),
  CHECK (type <> 'sale' OR onHandChange <= 0),
  CHECK (type <> 'reserve' OR (onHandChange = 0 AND reservedChange >= 0)),
  CHECK (type <> 'release' OR (onHandChange = 0 AND reservedChange <= 0))
) STRICT, WITHOUT ROWID;
-- A replayed source changes nothing.
CREATE UNIQUE INDEX stockMovementsSource ON stockMovements (sourceType, sourceId, sourceLine, type);

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  createdAt INTEGER NOT NULL,
  archivedAt INTEGER
) STRICT;
CREATE INDEX customersName ON customers (name COLLATE NOCASE, id);
CREATE VIRTUAL TABLE customerSearch USING fts5 (
  words, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- Any sale. Its id is its number: taken inside the transaction, rising, without gaps.
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('counter', 'pickup', 'delivery')),
  status TEXT NOT NULL CHECK (status IN ('received', 'shipped', 'in-transit', 'delivered', 'cancelled')),
  placedAt INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  customerId INTEGER REFERENCES customers (id),
  customerName TEXT,
  deliveryName TEXT,
  deliveryPhone TEXT,
  deliveryAddress TEXT,
  deliveryDate INTEGER,
  deliveredAt INTEGER,
  cancelledAt INTEGER,
  pricesIncludeTax INTEGER NOT NULL CHECK (pricesIncludeTax IN (0, 1)),
  taxRounding TEXT NOT NULL CHECK (taxRounding IN ('line', 'order')),
  lineCount INTEGER NOT NULL CHECK (lineCount > 0),
  subtotal INTEGER NOT NULL,
  lineDiscount INTEGER NOT NULL,
  orderDiscount INTEGER NOT NULL,
  orderDiscountRate INTEGER CHECK (orderDiscountRate BETWEEN 0 AND 1000000),
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  rounding INTEGER NOT NULL,
  total INTEGER NOT NULL,
  paid INTEGER NOT NULL,
  refunded INTEGER NOT NULL,
  note TEXT,
  CHECK (total = net + tax + rounding),
  CHECK (subtotal - lineDiscount - orderDiscount = CASE pricesIncludeTax WHEN 1 THEN net + tax ELSE net END),
  CHECK (refunded >= 0 AND refunded <= paid),
  CHECK ((status = 'delivered') = (deliveredAt IS NOT NULL)),
  CHECK ((status = 'cancelled') = (cancelledAt IS NOT NULL)),
  CHECK (kind <> 'delivery' OR (deliveryDate IS NOT NULL AND deliveryAddress IS NOT NULL))
) STRICT;
CREATE INDEX ordersDay ON orders (businessDate, status, kind, total);
CREATE INDEX ordersCustomer ON orders (customerId, businessDate) WHERE customerId IS NOT NULL;
-- Orders for somebody who is not in the directory; counter sales to walk-ins carry no name and no entry here.
CREATE INDEX ordersNamed ON orders (customerName) WHERE customerId IS NULL AND customerName IS NOT NULL;
CREATE INDEX ordersOpen ON orders (status, deliveryDate) WHERE status IN ('received', 'shipped', 'in-transit');

-- Snapshots: a later rename or price change alters no old order. Clustered with their order.
CREATE TABLE orderLines (
  orderId INTEGER NOT NULL REFERENCES orders (id),
  lineNo INTEGER NOT NULL CHECK (lineNo > 0),
  productId INTEGER REFERENCES products (id),
  name TEXT NOT NULL,
  sku TEXT,
  unit TEXT NOT NULL CHECK (unit IN ('piece', 'kg', 'g', 'l', 'm', 'hour')),
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  listPrice INTEGER NOT NULL,
  unitPrice INTEGER NOT NULL,
  discountRate INTEGER CHECK (discountRate BETWEEN 0 AND 1000000),
  gross INTEGER NOT NULL,
  discount INTEGER NOT NULL,
  orderDiscount INTEGER NOT NULL,
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  total INTEGER NOT NULL,
  taxes TEXT NOT NULL CHECK (json_valid(taxes)),
  unitCost INTEGER,
  note TEXT,
  PRIMARY KEY (orderId, lineNo),
  CHECK (total = net + tax)
) STRICT, WITHOUT ROWID;

-- What of an order's total is which tax: one row per component and rate.
CREATE TABLE orderTaxes (
  orderId INTEGER NOT NULL REFERENCES orders (id),
  name TEXT NOT NULL,
  rate INTEGER NOT NULL,
  taxable INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (orderId, name, rate)
) STRICT, WITHOUT ROWID;

-- Money in. `amount` counts towards the order; cash handed over is amount + change.
CREATE TABLE payments (
  orderId INTEGER NOT NULL REFERENCES orders (id),
  paymentNo INTEGER NOT NULL CHECK (paymentNo > 0),
  tenderId INTEGER NOT NULL REFERENCES tenders (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  change INTEGER NOT NULL CHECK (change >= 0),
  reference TEXT,
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  PRIMARY KEY (orderId, paymentNo)
) STRICT, WITHOUT ROWID;

-- The order's timeline. `details` is a small JSON object, shaped by `kind`.
CREATE TABLE orderEvents (
  orderId INTEGER NOT NULL REFERENCES orders (id),
  eventNo INTEGER NOT NULL CHECK (eventNo > 0),
  kind TEXT NOT NULL CHECK (kind IN ('placed', 'paid', 'status', 'note', 'printed', 'refund', 'return', 'edited', 'oversold')),
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  details TEXT NOT NULL CHECK (json_valid(details)),
  PRIMARY KEY (orderId, eventNo)
) STRICT, WITHOUT ROWID;

-- The till's open cart, journalled as it changes, carts put on hold, and for a day the ids of carts that were sold.
CREATE TABLE carts (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'held', 'sold')),
  till TEXT NOT NULL,
  label TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  updatedAt INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cartsOpen ON carts (till) WHERE state = 'open';

-- How the columns of a product file were mapped, remembered by its headings.
CREATE TABLE importMappings (
  mappingKey TEXT PRIMARY KEY,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  updatedAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  fileName TEXT NOT NULL,
  format TEXT NOT NULL,
  at INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  refused INTEGER NOT NULL
) STRICT;

-- A command that came twice (double click, retry) is answered from here and runs once. Keys rise with time.
CREATE TABLE requests (
  requestId TEXT PRIMARY KEY,
  call TEXT NOT NULL,
  inputHash TEXT NOT NULL,
  reply TEXT NOT NULL CHECK (json_valid(reply)),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who did what, when: each command, sign-in and refusal. Each row carries the hash of the row before it.
CREATE TABLE auditEntries (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  actor TEXT NOT NULL CHECK (actor IN ('staff', 'system', 'nobody')),
  call TEXT NOT NULL,
  outcome TEXT NOT NULL,
  approvedBy INTEGER REFERENCES staff (id),
  subject TEXT,
  details TEXT NOT NULL CHECK (json_valid(details)),
  hash TEXT NOT NULL
) STRICT;
