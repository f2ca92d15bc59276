-- Schema 13: what migrations/ lead to. Written by: node tools/schema.ts --write

CREATE TABLE auditChecks (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('quick', 'whole')),
  cause TEXT NOT NULL CHECK (cause IN ('start', 'nightly', 'manual')),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  entries INTEGER NOT NULL CHECK (entries >= 0),
  orders INTEGER NOT NULL CHECK (orders >= 0),
  rowCount INTEGER NOT NULL CHECK (rowCount >= 0),
  found INTEGER NOT NULL CHECK (found >= 0)
) STRICT;

CREATE TABLE auditEntries (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  call TEXT NOT NULL,
  outcome TEXT NOT NULL,
  approvedBy INTEGER REFERENCES staff (id),
  subject TEXT,
  details TEXT NOT NULL CHECK (json_valid(details)),
  hash TEXT NOT NULL
, actor TEXT NOT NULL DEFAULT 'nobody'
  CHECK (actor IN ('staff', 'system', 'nobody', 'kiosk', 'customer')), till TEXT, windowId INTEGER, requestId TEXT, customerId INTEGER) STRICT;

CREATE TABLE auditFindings (
  id INTEGER PRIMARY KEY,
  -- What exactly was found: the same is not found twice.
  fingerprint TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  targetKind TEXT,
  targetId INTEGER,
  params TEXT NOT NULL CHECK (json_valid(params)),
  at INTEGER NOT NULL,
  acknowledgedAt INTEGER,
  acknowledgedBy INTEGER REFERENCES staff (id),
  note TEXT,
  CHECK ((acknowledgedAt IS NULL) = (note IS NULL))
) STRICT;

CREATE TABLE auditMarks (
  mark TEXT NOT NULL,
  stretch INTEGER NOT NULL,
  PRIMARY KEY (mark, stretch)
) STRICT, WITHOUT ROWID;

CREATE TABLE barcodes (
  barcode TEXT PRIMARY KEY CHECK (length(barcode) BETWEEN 1 AND 80),
  productId INTEGER NOT NULL REFERENCES products (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE bulkEditRows (
  bulkEditId INTEGER NOT NULL REFERENCES bulkEdits (id),
  productId INTEGER NOT NULL REFERENCES products (id),
  before INTEGER,
  after INTEGER,
  PRIMARY KEY (bulkEditId, productId)
) STRICT, WITHOUT ROWID;

CREATE TABLE bulkEdits (
  id INTEGER PRIMARY KEY,
  change TEXT NOT NULL CHECK (json_valid(change)),
  changed INTEGER NOT NULL CHECK (changed > 0),
  at INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  undoneAt INTEGER,
  undoneBy INTEGER REFERENCES staff (id)
) STRICT;

CREATE TABLE cartRemovals (
  id INTEGER PRIMARY KEY,
  cartId TEXT NOT NULL,
  till TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  productId INTEGER REFERENCES products (id),
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  amount INTEGER NOT NULL
) STRICT;

CREATE TABLE carts (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'held', 'sold')),
  till TEXT NOT NULL,
  label TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  updatedAt INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;

CREATE TABLE categories (
  id INTEGER PRIMARY KEY,
  parentId INTEGER REFERENCES categories (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 11),
  position INTEGER NOT NULL,
  oversell TEXT CHECK (oversell IN ('block', 'warn', 'allow')),
  archivedAt INTEGER
, pictureId INTEGER REFERENCES pictures (id)) STRICT;

CREATE TABLE customerFigures (
  customerId INTEGER PRIMARY KEY REFERENCES customers (id),
  orders INTEGER NOT NULL CHECK (orders >= 0),
  cancelled INTEGER NOT NULL CHECK (cancelled >= 0),
  spent INTEGER NOT NULL,
  owed INTEGER NOT NULL CHECK (owed >= 0),
  firstDate INTEGER,
  lastDate INTEGER,
  CHECK ((firstDate IS NULL) = (lastDate IS NULL))
) STRICT;

CREATE TABLE customerMerges (
  id INTEGER PRIMARY KEY,
  keptId INTEGER NOT NULL REFERENCES customers (id),
  mergedId INTEGER NOT NULL REFERENCES customers (id),
  -- Name, phone, e-mail, address, note and log-in of both before, and of the kept one after.
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  -- Numbers of the orders, returns, notes and earlier merged customers that went over.
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  undoneAt INTEGER,
  undoneBy INTEGER REFERENCES staff (id),
  CHECK (keptId <> mergedId)
) STRICT;

CREATE TABLE customerNotes (
  id INTEGER PRIMARY KEY,
  customerId INTEGER NOT NULL REFERENCES customers (id),
  note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 1000),
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;

CREATE VIRTUAL TABLE customerSearch USING fts5 (
  words, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  createdAt INTEGER NOT NULL,
  archivedAt INTEGER
, mergedInto INTEGER REFERENCES customers (id), erasedAt INTEGER, username TEXT CHECK (length(username) BETWEEN 3 AND 60), passwordHash TEXT) STRICT;

CREATE TABLE dayFigures (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  date INTEGER NOT NULL,
  count INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  discount INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  rounding INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  cost INTEGER NOT NULL,
  costed INTEGER NOT NULL,
  PRIMARY KEY (kind, key, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE digestParts (
  kind INTEGER NOT NULL,
  owner INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  PRIMARY KEY (kind, owner)
) STRICT, WITHOUT ROWID;

CREATE TABLE digests (
  kind TEXT PRIMARY KEY,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  rowCount INTEGER NOT NULL,
  sum TEXT NOT NULL,
  -- How often it was written: what is kept elsewhere tells an older one from a newer one by it.
  version INTEGER NOT NULL,
  mac TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE historyIds (
  sourceId INTEGER NOT NULL REFERENCES historySources (id),
  kind TEXT NOT NULL CHECK (kind IN ('order', 'return', 'customer')),
  oldKey TEXT NOT NULL,
  newId INTEGER NOT NULL,
  importId INTEGER NOT NULL REFERENCES historyImports (id),
  PRIMARY KEY (sourceId, kind, oldKey)
) STRICT, WITHOUT ROWID;

CREATE TABLE historyImports (
  id INTEGER PRIMARY KEY,
  sourceId INTEGER NOT NULL REFERENCES historySources (id),
  fileName TEXT NOT NULL,
  at INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  -- How the file was read: columns, forms of dates, words.
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  firstOrderId INTEGER,
  lastOrderId INTEGER,
  firstReturnId INTEGER,
  lastReturnId INTEGER,
  fromDate INTEGER,
  toDate INTEGER,
  orders INTEGER NOT NULL CHECK (orders >= 0),
  returns INTEGER NOT NULL CHECK (returns >= 0),
  -- Rows of the file that could not be read, and rows of orders that had come in before.
  unreadRows INTEGER NOT NULL CHECK (unreadRows >= 0),
  knownRows INTEGER NOT NULL CHECK (knownRows >= 0),
  -- Only while its rows are being deleted, in the transaction that does it.
  isGoing INTEGER NOT NULL DEFAULT 0 CHECK (isGoing IN (0, 1)),
  undoneAt INTEGER,
  undoneBy INTEGER REFERENCES staff (id),
  -- Order numbers that no order has any more, because later ones were taken before it was undone.
  gapFrom INTEGER,
  gapTo INTEGER,
  CHECK ((firstOrderId IS NULL) = (orders = 0) AND (firstOrderId IS NULL) = (lastOrderId IS NULL)),
  CHECK ((firstReturnId IS NULL) = (returns = 0) AND (firstReturnId IS NULL) = (lastReturnId IS NULL)),
  CHECK ((gapFrom IS NULL) = (gapTo IS NULL) AND (gapFrom IS NULL OR (undoneAt IS NOT NULL AND gapFrom <= gapTo)))
) STRICT;

CREATE TABLE historyMade (
  importId INTEGER NOT NULL REFERENCES historyImports (id),
  kind TEXT NOT NULL CHECK (kind IN ('product', 'customer', 'tender')),
  rowId INTEGER NOT NULL,
  made TEXT NOT NULL CHECK (json_valid(made)),
  PRIMARY KEY (importId, kind, rowId)
) STRICT, WITHOUT ROWID;

CREATE TABLE historyMonths (
  importId INTEGER NOT NULL REFERENCES historyImports (id),
  month INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  sales INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  outOrders INTEGER NOT NULL,
  outReturns INTEGER NOT NULL,
  outLines INTEGER NOT NULL,
  outSales INTEGER NOT NULL,
  outReturned INTEGER NOT NULL,
  outTax INTEGER NOT NULL,
  PRIMARY KEY (importId, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE historySources (
  id INTEGER PRIMARY KEY,
  mappingKey TEXT NOT NULL UNIQUE
) STRICT;

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

CREATE TABLE invoices (
  number INTEGER PRIMARY KEY,
  orderId INTEGER NOT NULL UNIQUE REFERENCES orders (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  -- The buyer as the directory knew them that day; an invoice never changes afterwards.
  buyerName TEXT,
  buyerAddress TEXT, counter TEXT NOT NULL DEFAULT '', counterNo INTEGER CHECK (counterNo >= 1), prefix TEXT NOT NULL DEFAULT '', printed TEXT CHECK (length(printed) BETWEEN 1 AND 40),
  CHECK ((buyerName IS NULL) = (buyerAddress IS NULL))
) STRICT;

CREATE TABLE keyCopy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sealed TEXT NOT NULL
) STRICT;

CREATE TABLE kioskTills (
  till TEXT PRIMARY KEY,
  staffId INTEGER REFERENCES staff (id),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE orderEvents (
  orderId INTEGER NOT NULL REFERENCES orders (id),
  eventNo INTEGER NOT NULL CHECK (eventNo > 0),
  kind TEXT NOT NULL CHECK (kind IN ('placed', 'paid', 'status', 'note', 'printed', 'refund', 'return', 'edited', 'oversold')),
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  details TEXT NOT NULL CHECK (json_valid(details)),
  PRIMARY KEY (orderId, eventNo)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE orderTaxes (
  orderId INTEGER NOT NULL REFERENCES orders (id),
  name TEXT NOT NULL,
  rate INTEGER NOT NULL,
  taxable INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (orderId, name, rate)
) STRICT, WITHOUT ROWID;

CREATE TABLE orderllaIds (
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'product', 'order')),
  oldId INTEGER NOT NULL,
  newId INTEGER NOT NULL,
  importId INTEGER NOT NULL REFERENCES imports (id),
  PRIMARY KEY (kind, oldId)
) STRICT, WITHOUT ROWID;

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
  note TEXT, revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0), credited INTEGER NOT NULL DEFAULT 0 CHECK (credited >= 0), seal TEXT NOT NULL DEFAULT '', entryId INTEGER, channel TEXT NOT NULL DEFAULT 'till' CHECK (channel IN ('till', 'kiosk', 'import')), awaitedTenderId INTEGER REFERENCES tenders (id), cancelledDate INTEGER, isFiled INTEGER NOT NULL DEFAULT 0 CHECK (isFiled IN (0, 1)),
  CHECK (total = net + tax + rounding),
  CHECK (subtotal - lineDiscount - orderDiscount = CASE pricesIncludeTax WHEN 1 THEN net + tax ELSE net END),
  CHECK (refunded >= 0 AND refunded <= paid),
  CHECK ((status = 'delivered') = (deliveredAt IS NOT NULL)),
  CHECK ((status = 'cancelled') = (cancelledAt IS NOT NULL)),
  CHECK (kind <> 'delivery' OR (deliveryDate IS NOT NULL AND deliveryAddress IS NOT NULL))
) STRICT;

CREATE TABLE paperSeals (
  sourceType TEXT NOT NULL,
  sourceId INTEGER NOT NULL,
  seal TEXT NOT NULL,
  PRIMARY KEY (sourceType, sourceId)
) STRICT, WITHOUT ROWID;

CREATE TABLE payments (
  orderId INTEGER NOT NULL REFERENCES orders (id),
  paymentNo INTEGER NOT NULL CHECK (paymentNo > 0),
  tenderId INTEGER NOT NULL REFERENCES tenders (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  change INTEGER NOT NULL CHECK (change >= 0),
  reference TEXT,
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL, isLater INTEGER NOT NULL DEFAULT 0 CHECK (isLater IN (0, 1)),
  PRIMARY KEY (orderId, paymentNo)
) STRICT, WITHOUT ROWID;

CREATE TABLE pictures (
  id INTEGER PRIMARY KEY,
  mime TEXT NOT NULL CHECK (mime IN ('image/png', 'image/jpeg', 'image/webp')),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 1024),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 1024),
  bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576)
) STRICT;

CREATE TABLE productMonths (
  month INTEGER NOT NULL,
  productId INTEGER NOT NULL,
  soldQuantity INTEGER NOT NULL,
  soldAmount INTEGER NOT NULL,
  soldTax INTEGER NOT NULL,
  soldCost INTEGER NOT NULL,
  soldCosted INTEGER NOT NULL,
  backQuantity INTEGER NOT NULL,
  backAmount INTEGER NOT NULL,
  backTax INTEGER NOT NULL,
  backCost INTEGER NOT NULL,
  backCosted INTEGER NOT NULL,
  PRIMARY KEY (month, productId)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE productSearch USING fts5 (
  words, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE productStock (
  productId INTEGER PRIMARY KEY REFERENCES products (id),
  tracked INTEGER NOT NULL CHECK (tracked IN (0, 1)),
  onHand INTEGER NOT NULL,
  reserved INTEGER NOT NULL,
  reorderLevel INTEGER NOT NULL CHECK (reorderLevel >= 0)
) STRICT;

CREATE TABLE productYears (
  year INTEGER NOT NULL,
  productId INTEGER NOT NULL,
  soldQuantity INTEGER NOT NULL,
  soldAmount INTEGER NOT NULL,
  soldTax INTEGER NOT NULL,
  soldCost INTEGER NOT NULL,
  soldCosted INTEGER NOT NULL,
  backQuantity INTEGER NOT NULL,
  backAmount INTEGER NOT NULL,
  backTax INTEGER NOT NULL,
  backCost INTEGER NOT NULL,
  backCosted INTEGER NOT NULL,
  PRIMARY KEY (year, productId)
) STRICT, WITHOUT ROWID;

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
  archivedAt INTEGER, notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 5000), options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(options)),
  CHECK ((kind = 'variant') = (parentId IS NOT NULL)),
  CHECK (kind = 'variant' OR variantLabel IS NULL)
) STRICT;

CREATE TABLE refundMoves (
  fromState TEXT NOT NULL,
  toState TEXT NOT NULL,
  PRIMARY KEY (fromState, toState)
) STRICT, WITHOUT ROWID;

CREATE TABLE refunds (
  id INTEGER PRIMARY KEY,
  orderId INTEGER REFERENCES orders (id),
  paymentNo INTEGER,
  returnId INTEGER REFERENCES returns (id),
  cause TEXT NOT NULL CHECK (cause IN ('cancel', 'return', 'edit', 'goodwill')),
  tenderId INTEGER NOT NULL REFERENCES tenders (id),
  state TEXT NOT NULL CHECK (state IN ('awaiting', 'initiated', 'settled', 'failed', 'voided')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  rounding INTEGER NOT NULL,
  reference TEXT,
  reason TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  openedAt INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  initiatedAt INTEGER,
  settledAt INTEGER,
  settledDate INTEGER, takenOff INTEGER NOT NULL DEFAULT 0 CHECK (takenOff BETWEEN 0 AND amount),
  FOREIGN KEY (orderId, paymentNo) REFERENCES payments (orderId, paymentNo),
  CHECK ((orderId IS NULL) = (paymentNo IS NULL)),
  CHECK (orderId IS NOT NULL OR returnId IS NOT NULL),
  CHECK ((state = 'settled') = (settledAt IS NOT NULL AND settledDate IS NOT NULL)),
  CHECK (state <> 'initiated' OR initiatedAt IS NOT NULL)
) STRICT;

CREATE TABLE requests (
  requestId TEXT PRIMARY KEY,
  call TEXT NOT NULL,
  inputHash TEXT NOT NULL,
  reply TEXT NOT NULL CHECK (json_valid(reply)),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE returnLines (
  returnId INTEGER NOT NULL REFERENCES returns (id),
  lineNo INTEGER NOT NULL CHECK (lineNo > 0),
  orderLineNo INTEGER,
  productId INTEGER REFERENCES products (id),
  name TEXT NOT NULL,
  sku TEXT,
  unit TEXT NOT NULL CHECK (unit IN ('piece', 'kg', 'g', 'l', 'm', 'hour')),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  net INTEGER NOT NULL CHECK (net >= 0),
  tax INTEGER NOT NULL CHECK (tax >= 0),
  total INTEGER NOT NULL,
  taxes TEXT NOT NULL CHECK (json_valid(taxes)),
  unitCost INTEGER,
  reason TEXT NOT NULL CHECK (reason IN ('unwanted', 'faulty', 'wrong-item', 'not-as-described', 'late', 'other')),
  disposition TEXT NOT NULL CHECK (disposition IN ('restock', 'damaged', 'lost', 'not-returned')),
  PRIMARY KEY (returnId, lineNo),
  CHECK (total = net + tax)
) STRICT, WITHOUT ROWID;

CREATE TABLE returns (
  id INTEGER PRIMARY KEY,
  orderId INTEGER REFERENCES orders (id),
  customerId INTEGER REFERENCES customers (id),
  -- The sale on the same ticket.
  exchangeOrderId INTEGER UNIQUE REFERENCES orders (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  lineCount INTEGER NOT NULL CHECK (lineCount > 0),
  net INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  -- What the goods are worth: net + tax, and cash rounding where the last of an order came back.
  rounding INTEGER NOT NULL,
  total INTEGER NOT NULL CHECK (total >= 0),
  note TEXT,
  CHECK (total = net + tax + rounding)
) STRICT;

CREATE TABLE rollups (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  closedThrough INTEGER,
  staleFrom INTEGER,
  timeZone TEXT NOT NULL,
  provenAt INTEGER,
  provenThrough INTEGER,
  differences INTEGER NOT NULL CHECK (differences >= 0)
) STRICT;

CREATE TABLE savedViews (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list IN ('orders', 'products', 'customers')),
  staffId INTEGER NOT NULL REFERENCES staff (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  query TEXT NOT NULL CHECK (json_valid(query)),
  isShared INTEGER NOT NULL CHECK (isShared IN (0, 1)),
  position INTEGER NOT NULL,
  savedAt INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  staffId INTEGER NOT NULL REFERENCES staff (id),
  till TEXT NOT NULL,
  windowId INTEGER NOT NULL,
  openedBy TEXT NOT NULL CHECK (openedBy IN ('pin', 'password', 'recovery-code', 'setup')),
  startedAt INTEGER NOT NULL,
  endedAt INTEGER,
  -- stopped: the application was closed or fell; when exactly, nobody knows.
  endReason TEXT CHECK (endReason IN ('locked', 'next-person', 'window-closed', 'ended', 'disabled', 'new-secret', 'stopped')),
  endedBy INTEGER REFERENCES staff (id),
  CHECK ((endedAt IS NULL) = (endReason IS NULL))
) STRICT;

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
, timerEnabled INTEGER NOT NULL DEFAULT 1 CHECK (timerEnabled IN (0, 1)), returnCap INTEGER NOT NULL DEFAULT 5000 CHECK (returnCap >= 0), customerCancelsUntil TEXT NOT NULL DEFAULT 'received'
  CHECK (customerCancelsUntil IN ('never', 'received', 'shipped')), legalName TEXT NOT NULL DEFAULT '' CHECK (length(legalName) <= 120), email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 120), website TEXT NOT NULL DEFAULT '' CHECK (length(website) <= 120), taxNumber TEXT NOT NULL DEFAULT '' CHECK (length(taxNumber) <= 40), logoPictureId INTEGER REFERENCES pictures (id), receiptShowsLogo INTEGER NOT NULL DEFAULT 1 CHECK (receiptShowsLogo IN (0, 1)), receiptShowsTaxes INTEGER NOT NULL DEFAULT 1 CHECK (receiptShowsTaxes IN (0, 1)), receiptShowsSaved INTEGER NOT NULL DEFAULT 1 CHECK (receiptShowsSaved IN (0, 1)), receiptShowsCode INTEGER NOT NULL DEFAULT 1 CHECK (receiptShowsCode IN (0, 1)), receiptShowsCustomer INTEGER NOT NULL DEFAULT 1
  CHECK (receiptShowsCustomer IN (0, 1)), receiptShowsCashier INTEGER NOT NULL DEFAULT 1
  CHECK (receiptShowsCashier IN (0, 1)), paperDirection TEXT NOT NULL DEFAULT 'auto'
  CHECK (paperDirection IN ('auto', 'ltr', 'rtl')), orderPrefix TEXT NOT NULL DEFAULT '' CHECK (length(orderPrefix) <= 12), orderDigits INTEGER NOT NULL DEFAULT 1 CHECK (orderDigits BETWEEN 1 AND 9), invoicePrefix TEXT NOT NULL DEFAULT '' CHECK (length(invoicePrefix) <= 20), invoiceDigits INTEGER NOT NULL DEFAULT 1 CHECK (invoiceDigits BETWEEN 1 AND 9), invoiceYearly INTEGER NOT NULL DEFAULT 0 CHECK (invoiceYearly IN (0, 1)), yearStartMonth INTEGER NOT NULL DEFAULT 1 CHECK (yearStartMonth BETWEEN 1 AND 12), invoiceFirst INTEGER NOT NULL DEFAULT 1 CHECK (invoiceFirst >= 1), invoiceFirstCounter TEXT NOT NULL DEFAULT '', kioskCartCap INTEGER NOT NULL DEFAULT 5 CHECK (kioskCartCap BETWEEN 1 AND 999), kioskIdleSeconds INTEGER NOT NULL DEFAULT 90 CHECK (kioskIdleSeconds BETWEEN 20 AND 3600)) STRICT;

CREATE TABLE shopFile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  fileId TEXT NOT NULL
) STRICT;

CREATE TABLE signInThrottles (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  blockedUntilAt INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'cashier', 'viewer')),
  passwordHash TEXT,
  pinHash TEXT,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 0 AND 11),
  createdAt INTEGER NOT NULL,
  disabledAt INTEGER
, discountCeiling INTEGER CHECK (discountCeiling BETWEEN 0 AND 1000000)) STRICT;

CREATE TABLE staffRights (
  staffId INTEGER NOT NULL REFERENCES staff (id),
  right TEXT NOT NULL CHECK (length(right) BETWEEN 1 AND 40),
  granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
  PRIMARY KEY (staffId, right)
) STRICT, WITHOUT ROWID;

CREATE TABLE statusMoves (
  fromStatus TEXT NOT NULL,
  toStatus TEXT NOT NULL,
  isUndo INTEGER NOT NULL CHECK (isUndo IN (0, 1)),
  PRIMARY KEY (fromStatus, toStatus)
) STRICT, WITHOUT ROWID;

CREATE TABLE stockAdjustments (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('adjust', 'write-off')),
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL
) STRICT;

CREATE TABLE stockChecks (
  id INTEGER PRIMARY KEY,
  cause TEXT NOT NULL CHECK (cause IN ('nightly', 'manual')),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  checked INTEGER NOT NULL CHECK (checked >= 0),
  drifted INTEGER NOT NULL CHECK (drifted >= 0),
  drifts TEXT NOT NULL CHECK (json_valid(drifts)),
  repairedAt INTEGER,
  repairedBy INTEGER REFERENCES staff (id)
) STRICT;

CREATE TABLE stockCountLines (
  countId INTEGER NOT NULL REFERENCES stockCounts (id),
  productId INTEGER NOT NULL REFERENCES products (id),
  expected INTEGER,
  counted INTEGER CHECK (counted >= 0),
  countedAt INTEGER,
  countedBy INTEGER REFERENCES staff (id),
  PRIMARY KEY (countId, productId),
  CHECK ((counted IS NULL) = (expected IS NULL) AND (counted IS NULL) = (countedAt IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE stockCounts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  state TEXT NOT NULL CHECK (state IN ('open', 'posted', 'discarded')),
  categoryId INTEGER REFERENCES categories (id),
  staffId INTEGER REFERENCES staff (id),
  startedAt INTEGER NOT NULL,
  endedAt INTEGER,
  endedBy INTEGER REFERENCES staff (id),
  businessDate INTEGER,
  CHECK ((state = 'open') = (endedAt IS NULL))
) STRICT;

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
  businessDate INTEGER NOT NULL, sourceRound INTEGER NOT NULL DEFAULT 0 CHECK (sourceRound >= 0),
  PRIMARY KEY (productId, movementNo),
  CHECK (type <> 'sale' OR onHandChange <= 0),
  CHECK (type <> 'reserve' OR (onHandChange = 0 AND reservedChange >= 0)),
  CHECK (type <> 'release' OR (onHandChange = 0 AND reservedChange <= 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE stockReceipts (
  id INTEGER PRIMARY KEY,
  supplier TEXT NOT NULL,
  reference TEXT NOT NULL,
  note TEXT NOT NULL,
  lineCount INTEGER NOT NULL CHECK (lineCount > 0),
  -- What all of it cost, as far as costs were given.
  total INTEGER NOT NULL CHECK (total >= 0),
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL
) STRICT;

CREATE TABLE taxClasses (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  position INTEGER NOT NULL,
  isDefault INTEGER NOT NULL CHECK (isDefault IN (0, 1))
, archivedAt INTEGER CHECK (archivedAt IS NULL OR isDefault = 0), revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0)) STRICT;

CREATE TABLE "taxRates" (
  taxClassId INTEGER NOT NULL REFERENCES taxClasses (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  startDate INTEGER NOT NULL,
  rate INTEGER CHECK (rate BETWEEN 0 AND 1000000),
  entryNo INTEGER NOT NULL DEFAULT 0 CHECK (entryNo >= 0),
  -- When it was entered; null for the rates of the shop's first day.
  at INTEGER,
  PRIMARY KEY (taxClassId, name, startDate, entryNo)
) STRICT, WITHOUT ROWID;

CREATE TABLE tenders (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'upi', 'other')),
  asksReference INTEGER NOT NULL CHECK (asksReference IN (0, 1)),
  position INTEGER NOT NULL,
  archivedAt INTEGER
, purpose TEXT CHECK (purpose IN ('exchange')), payKey TEXT CHECK (length(payKey) = 1), atKiosk INTEGER NOT NULL DEFAULT 0 CHECK (atKiosk IN (0, 1)), revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0)) STRICT;

CREATE TABLE timerHours (
  hour INTEGER PRIMARY KEY,
  runId INTEGER NOT NULL REFERENCES timerRuns (id)
) STRICT;

CREATE TABLE timerRuns (
  id INTEGER PRIMARY KEY,
  cause TEXT NOT NULL CHECK (cause IN ('start', 'hour', 'resume', 'manual')),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed', 'clock-back', 'clock-ahead')),
  startedAt INTEGER NOT NULL,
  finishedAt INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  hours INTEGER NOT NULL CHECK (hours >= 0),
  delivered INTEGER NOT NULL CHECK (delivered >= 0),
  error TEXT,
  staffId INTEGER REFERENCES staff (id)
) STRICT;

CREATE TABLE usedOrderPrefixes (prefix TEXT PRIMARY KEY COLLATE NOCASE) STRICT, WITHOUT ROWID;

CREATE TABLE viewDefaults (
  staffId INTEGER NOT NULL REFERENCES staff (id),
  list TEXT NOT NULL CHECK (list IN ('orders', 'products', 'customers')),
  view TEXT NOT NULL,
  PRIMARY KEY (staffId, list)
) STRICT, WITHOUT ROWID;

CREATE INDEX auditChecksWhole ON auditChecks (id) WHERE scope = 'whole';

CREATE INDEX auditEntriesSubject ON auditEntries (subject, id) WHERE call <> 'orders.place' AND subject IS NOT NULL;

CREATE INDEX auditFindingsOpen ON auditFindings (id) WHERE acknowledgedAt IS NULL;

CREATE INDEX barcodesProduct ON barcodes (productId);

CREATE INDEX cartRemovalsDay ON cartRemovals (businessDate, id);

CREATE UNIQUE INDEX cartsOpen ON carts (till) WHERE state = 'open';

CREATE UNIQUE INDEX categoriesName ON categories (ifnull(parentId, 0), name COLLATE NOCASE);

CREATE INDEX categoriesParent ON categories (parentId, position) WHERE parentId IS NOT NULL;

CREATE INDEX customerMergesKept ON customerMerges (keptId, id);

CREATE INDEX customerMergesMerged ON customerMerges (mergedId, id);

CREATE INDEX customerNotesCustomer ON customerNotes (customerId, id);

CREATE INDEX customersArchived ON customers (id) WHERE archivedAt IS NOT NULL;

CREATE INDEX customersCreated ON customers (createdAt, id);

CREATE INDEX customersEmail ON customers (lower(email), id) WHERE archivedAt IS NULL AND email <> '';

CREATE INDEX customersMerged ON customers (mergedInto) WHERE mergedInto IS NOT NULL;

CREATE INDEX customersName ON customers (name COLLATE NOCASE, id);

CREATE INDEX customersPhone ON customers (
  substr(ltrim(replace(replace(replace(replace(replace(replace(replace(phone,
    ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', ''), '0'), -9), id)
  WHERE archivedAt IS NULL AND phone <> '';

CREATE UNIQUE INDEX customersUsername ON customers (username COLLATE NOCASE) WHERE username IS NOT NULL;

CREATE INDEX dayFiguresDay ON dayFigures (date);

CREATE INDEX historyImportsGap ON historyImports (gapFrom) WHERE gapFrom IS NOT NULL;

CREATE UNIQUE INDEX invoicesCounter ON invoices (counter, coalesce(counterNo, number));

CREATE INDEX invoicesPrefix ON invoices (prefix);

CREATE UNIQUE INDEX invoicesPrinted ON invoices (printed COLLATE NOCASE) WHERE printed IS NOT NULL;

CREATE INDEX orderEventsNoted ON orderEvents (orderId) WHERE kind = 'note';

CREATE INDEX orderEventsOversold ON orderEvents (at, orderId, eventNo) WHERE kind = 'oversold';

CREATE INDEX orderLinesNoted ON orderLines (orderId) WHERE note <> '';

CREATE INDEX orderLinesOverridden ON orderLines (orderId, lineNo) WHERE unitPrice <> listPrice;

CREATE INDEX ordersAwaited ON orders (businessDate, id) WHERE awaitedTenderId IS NOT NULL;

CREATE INDEX ordersCancelled ON orders (businessDate, id) WHERE status = 'cancelled';

CREATE INDEX ordersCancelledDate ON orders (cancelledDate) WHERE cancelledDate IS NOT NULL;

CREATE INDEX ordersCancelledUndated ON orders (id) WHERE status = 'cancelled' AND cancelledDate IS NULL;

CREATE INDEX ordersCustomer ON orders (customerId, businessDate) WHERE customerId IS NOT NULL;

CREATE INDEX ordersDay ON orders (businessDate, status, kind, total);

CREATE INDEX ordersDiscounted ON orders (businessDate, id) WHERE lineDiscount + orderDiscount > 0;

CREATE INDEX ordersForDay ON orders (deliveryDate, id) WHERE deliveryDate IS NOT NULL;

CREATE INDEX ordersHandedOver ON orders (deliveredAt, kind) WHERE kind <> 'counter' AND deliveredAt IS NOT NULL;

CREATE INDEX ordersNamed ON orders (customerName) WHERE customerId IS NULL AND customerName IS NOT NULL;

CREATE INDEX ordersNotAtTill ON orders (channel, businessDate, id) WHERE channel <> 'till';

CREATE INDEX ordersNoted ON orders (id) WHERE note <> '';

CREATE INDEX ordersOpen ON orders (status, deliveryDate) WHERE status IN ('received', 'shipped', 'in-transit');

CREATE INDEX ordersOverpaid ON orders (businessDate, id)
  WHERE paid - refunded > 0 AND (status = 'cancelled' OR paid - refunded > total - credited);

CREATE INDEX ordersOwing ON orders (businessDate, id)
  WHERE status <> 'cancelled' AND paid - refunded < total - credited;

CREATE INDEX ordersRefunded ON orders (businessDate, id) WHERE refunded > 0;

CREATE INDEX ordersTotal ON orders (total, id) WHERE isFiled = 1;

CREATE INDEX ordersUnpaid ON orders (businessDate, id)
  WHERE paid - refunded <= 0 AND iif(status = 'cancelled', paid = 0, paid - refunded < total - credited);

CREATE INDEX paymentsLater ON payments (businessDate, orderId) WHERE isLater = 1;

CREATE INDEX productStockLow ON productStock (productId) WHERE tracked = 1 AND reorderLevel >= onHand - reserved;

CREATE INDEX productsCategory ON products (categoryId, name COLLATE NOCASE, id)
  WHERE kind <> 'variant' AND archivedAt IS NULL;

CREATE INDEX productsExternalKey ON products (externalKey) WHERE externalKey IS NOT NULL;

CREATE INDEX productsListed ON products (name COLLATE NOCASE, id) WHERE kind <> 'variant' AND archivedAt IS NULL;

CREATE INDEX productsName ON products (name COLLATE NOCASE, id);

CREATE INDEX productsNotSold ON products (id) WHERE archivedAt IS NOT NULL OR kind = 'parent';

CREATE INDEX productsParent ON products (parentId) WHERE parentId IS NOT NULL;

CREATE INDEX productsPicture ON products (pictureId) WHERE pictureId IS NOT NULL;

CREATE INDEX productsPopular ON products (popularity) WHERE popularity > 0;

CREATE INDEX productsSellable ON products (categoryId, parentId) WHERE kind <> 'parent' AND archivedAt IS NULL;

CREATE UNIQUE INDEX productsSku ON products (sku) WHERE sku IS NOT NULL;

CREATE INDEX productsSkuAnyCase ON products (sku COLLATE NOCASE) WHERE sku IS NOT NULL;

CREATE INDEX productsTableCreated ON products (createdAt, id, parentId, categoryId, taxClassId, price)
  WHERE kind <> 'parent' AND archivedAt IS NULL;

CREATE INDEX productsTableName ON products (name COLLATE NOCASE, id, parentId, categoryId, taxClassId, price)
  WHERE kind <> 'parent' AND archivedAt IS NULL;

CREATE INDEX productsTablePrice ON products (price, id, parentId, categoryId, taxClassId)
  WHERE kind <> 'parent' AND archivedAt IS NULL;

CREATE INDEX productsTableSku ON products (ifnull(sku, '') COLLATE NOCASE, id, parentId, categoryId, taxClassId, price)
  WHERE kind <> 'parent' AND archivedAt IS NULL;

CREATE INDEX refundsGoodwill ON refunds (businessDate, id) WHERE takenOff > 0;

CREATE INDEX refundsOpen ON refunds (openedAt, id) WHERE state IN ('awaiting', 'initiated', 'failed');

CREATE INDEX refundsOrder ON refunds (orderId, paymentNo) WHERE orderId IS NOT NULL;

CREATE INDEX refundsReturn ON refunds (returnId) WHERE returnId IS NOT NULL;

CREATE INDEX refundsSettled ON refunds (settledDate, id) WHERE settledDate IS NOT NULL;

CREATE INDEX returnsDay ON returns (businessDate, id);

CREATE INDEX returnsOrder ON returns (orderId) WHERE orderId IS NOT NULL;

CREATE UNIQUE INDEX savedViewsName ON savedViews (list, iif(isShared, 0, staffId), name COLLATE NOCASE);

CREATE UNIQUE INDEX sessionsOpen ON sessions (till, windowId) WHERE endedAt IS NULL;

CREATE INDEX sessionsStaff ON sessions (staffId, id);

CREATE UNIQUE INDEX stockMovementsReversal ON stockMovements (productId, reversalOf) WHERE reversalOf IS NOT NULL;

CREATE UNIQUE INDEX stockMovementsSource
  ON stockMovements (sourceType, sourceId, sourceLine, type, sourceRound);

CREATE UNIQUE INDEX taxClassesDefault ON taxClasses (isDefault) WHERE isDefault = 1;

CREATE UNIQUE INDEX taxClassesName ON taxClasses (name COLLATE NOCASE);

CREATE UNIQUE INDEX tendersName ON tenders (name COLLATE NOCASE) WHERE purpose IS NULL;

CREATE UNIQUE INDEX tendersPayKey ON tenders (payKey) WHERE payKey IS NOT NULL AND archivedAt IS NULL;

CREATE UNIQUE INDEX tendersPurpose ON tenders (purpose) WHERE purpose IS NOT NULL;

CREATE VIEW customerOrders AS
SELECT id, customerId, businessDate,
  status <> 'cancelled' AS counted,
  status = 'cancelled' AS cancelled,
  CASE WHEN status = 'cancelled' THEN 0 ELSE max(0, total - credited) END AS worth,
  CASE WHEN status = 'cancelled' THEN 0 ELSE max(0, max(0, total - credited) - (paid - refunded)) END AS open
FROM orders WHERE customerId IS NOT NULL;

CREATE VIEW customerReturns AS
SELECT id, customerId, total AS worth FROM returns WHERE customerId IS NOT NULL AND orderId IS NULL;

CREATE TRIGGER auditEntriesKept BEFORE UPDATE ON auditEntries BEGIN
  SELECT RAISE(ABORT, 'the audit log only grows');
END;

CREATE TRIGGER auditEntriesStay BEFORE DELETE ON auditEntries BEGIN
  SELECT RAISE(ABORT, 'the audit log only grows');
END;

CREATE TRIGGER auditFindingsStay BEFORE DELETE ON auditFindings BEGIN
  SELECT RAISE(ABORT, 'findings are never deleted');
END;

CREATE TRIGGER customersCounted AFTER INSERT ON customers BEGIN
  INSERT INTO customerFigures VALUES (NEW.id, 0, 0, 0, 0, NULL, NULL);
END;

CREATE TRIGGER customerOrderChanged AFTER UPDATE OF customerId, status, total, credited, paid, refunded ON orders
WHEN NEW.customerId IS NOT NULL BEGIN
  UPDATE customerFigures SET orders = orders + o.counted, cancelled = customerFigures.cancelled + o.cancelled,
    spent = spent + o.worth, owed = owed + o.open,
    firstDate = min(ifnull(firstDate, o.businessDate), o.businessDate),
    lastDate = max(ifnull(lastDate, o.businessDate), o.businessDate)
  FROM customerOrders AS o WHERE o.id = NEW.id AND customerFigures.customerId = NEW.customerId;
END;

CREATE TRIGGER customerOrderChanging BEFORE UPDATE OF customerId, status, total, credited, paid, refunded ON orders
WHEN OLD.customerId IS NOT NULL BEGIN
  UPDATE customerFigures SET orders = orders - o.counted, cancelled = customerFigures.cancelled - o.cancelled,
    spent = spent - o.worth, owed = owed - o.open
  FROM customerOrders AS o WHERE o.id = OLD.id AND customerFigures.customerId = OLD.customerId;
END;

CREATE TRIGGER customerOrderLeft AFTER UPDATE OF customerId ON orders
WHEN OLD.customerId IS NOT NULL AND OLD.customerId IS NOT NEW.customerId BEGIN
  UPDATE customerFigures SET
    firstDate = (SELECT min(businessDate) FROM orders WHERE customerId = OLD.customerId),
    lastDate = (SELECT max(businessDate) FROM orders WHERE customerId = OLD.customerId)
  WHERE customerId = OLD.customerId;
END;

CREATE TRIGGER customerOrderPlaced AFTER INSERT ON orders WHEN NEW.customerId IS NOT NULL BEGIN
  UPDATE customerFigures SET orders = orders + o.counted, cancelled = customerFigures.cancelled + o.cancelled,
    spent = spent + o.worth, owed = owed + o.open,
    firstDate = min(ifnull(firstDate, o.businessDate), o.businessDate),
    lastDate = max(ifnull(lastDate, o.businessDate), o.businessDate)
  FROM customerOrders AS o WHERE o.id = NEW.id AND customerFigures.customerId = NEW.customerId;
END;

CREATE TRIGGER ordersStatusMoves BEFORE UPDATE OF status ON orders
WHEN NEW.status <> OLD.status AND NOT EXISTS (
  SELECT 1 FROM statusMoves AS move WHERE move.fromStatus = OLD.status AND move.toStatus = NEW.status
    AND (move.isUndo = 0 OR (NEW.revision = OLD.revision + 1 AND OLD.kind <> 'counter')))
BEGIN
  SELECT RAISE(ABORT, 'an order cannot change its status this way');
END;

CREATE TRIGGER ordersStay BEFORE DELETE ON orders
WHEN OLD.channel <> 'import' OR NOT EXISTS (
  SELECT 1 FROM historyImports WHERE isGoing = 1 AND OLD.id BETWEEN firstOrderId AND lastOrderId)
BEGIN
  SELECT RAISE(ABORT, 'orders are never deleted');
END;

CREATE TRIGGER rollupsCancelled AFTER UPDATE OF cancelledDate ON orders
WHEN NEW.cancelledDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.cancelledDate), NEW.cancelledDate);
END;

CREATE TRIGGER rollupsOrderGone AFTER DELETE ON orders
WHEN min(OLD.businessDate, ifnull(OLD.cancelledDate, OLD.businessDate)) <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, min(OLD.businessDate, ifnull(OLD.cancelledDate, OLD.businessDate))), min(OLD.businessDate, ifnull(OLD.cancelledDate, OLD.businessDate)));
END;

CREATE TRIGGER rollupsOrdered AFTER INSERT ON orders
WHEN NEW.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.businessDate), NEW.businessDate);
END;

CREATE TRIGGER rollupsPaid AFTER INSERT ON payments
WHEN NEW.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.businessDate), NEW.businessDate);
END;

CREATE TRIGGER rollupsPaymentGone AFTER DELETE ON payments
WHEN OLD.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, OLD.businessDate), OLD.businessDate);
END;

CREATE TRIGGER refundsStates BEFORE UPDATE OF state ON refunds
WHEN NEW.state <> OLD.state
  AND NOT EXISTS (SELECT 1 FROM refundMoves WHERE fromState = OLD.state AND toState = NEW.state)
BEGIN
  SELECT RAISE(ABORT, 'a refund cannot change its state this way');
END;

CREATE TRIGGER refundsStay BEFORE DELETE ON refunds
WHEN NOT EXISTS (
  SELECT 1 FROM historyImports WHERE isGoing = 1
    AND (OLD.returnId BETWEEN firstReturnId AND lastReturnId OR OLD.orderId BETWEEN firstOrderId AND lastOrderId))
BEGIN
  SELECT RAISE(ABORT, 'refunds are never deleted');
END;

CREATE TRIGGER refundsWithinPayment BEFORE INSERT ON refunds
WHEN NEW.orderId IS NOT NULL AND NEW.state NOT IN ('failed', 'voided') AND NEW.amount + (
  SELECT ifnull(sum(amount), 0) FROM refunds
    WHERE orderId = NEW.orderId AND paymentNo = NEW.paymentNo AND state NOT IN ('failed', 'voided')
) > (SELECT amount FROM payments WHERE orderId = NEW.orderId AND paymentNo = NEW.paymentNo)
BEGIN
  SELECT RAISE(ABORT, 'more is refunded than was paid');
END;

CREATE TRIGGER refundsWithinPaymentLater BEFORE UPDATE OF state, amount ON refunds
WHEN NEW.orderId IS NOT NULL AND NEW.state NOT IN ('failed', 'voided') AND NEW.amount + (
  SELECT ifnull(sum(amount), 0) FROM refunds WHERE orderId = NEW.orderId AND paymentNo = NEW.paymentNo
    AND state NOT IN ('failed', 'voided') AND id <> NEW.id
) > (SELECT amount FROM payments WHERE orderId = NEW.orderId AND paymentNo = NEW.paymentNo)
BEGIN
  SELECT RAISE(ABORT, 'more is refunded than was paid');
END;

CREATE TRIGGER rollupsRefundGone AFTER DELETE ON refunds
WHEN min(OLD.businessDate, ifnull(OLD.settledDate, OLD.businessDate)) <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, min(OLD.businessDate, ifnull(OLD.settledDate, OLD.businessDate))), min(OLD.businessDate, ifnull(OLD.settledDate, OLD.businessDate)));
END;

CREATE TRIGGER rollupsRefunded AFTER INSERT ON refunds
WHEN min(NEW.businessDate, ifnull(NEW.settledDate, NEW.businessDate)) <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, min(NEW.businessDate, ifnull(NEW.settledDate, NEW.businessDate))), min(NEW.businessDate, ifnull(NEW.settledDate, NEW.businessDate)));
END;

CREATE TRIGGER rollupsSettled AFTER UPDATE OF settledDate ON refunds
WHEN NEW.settledDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.settledDate), NEW.settledDate);
END;

CREATE TRIGGER returnLinesWithinSale BEFORE INSERT ON returnLines
WHEN (SELECT orderId FROM returns WHERE id = NEW.returnId) IS NOT NULL AND (
  NEW.orderLineNo IS NULL OR NEW.quantity + (
    SELECT ifnull(sum(earlier.quantity), 0) FROM returns AS r
      JOIN returnLines AS earlier ON earlier.returnId = r.id AND earlier.orderLineNo = NEW.orderLineNo
      WHERE r.orderId = (SELECT orderId FROM returns WHERE id = NEW.returnId)
  ) > (SELECT sold.quantity FROM orderLines AS sold
      WHERE sold.orderId = (SELECT orderId FROM returns WHERE id = NEW.returnId) AND sold.lineNo = NEW.orderLineNo))
BEGIN
  SELECT RAISE(ABORT, 'more comes back than was sold');
END;

CREATE TRIGGER customerReturnChanged AFTER UPDATE OF customerId, total ON returns WHEN NEW.orderId IS NULL BEGIN
  UPDATE customerFigures SET spent = spent + OLD.total WHERE customerId = OLD.customerId;
  UPDATE customerFigures SET spent = spent - NEW.total WHERE customerId = NEW.customerId;
END;

CREATE TRIGGER customerReturnTaken AFTER INSERT ON returns WHEN NEW.customerId IS NOT NULL AND NEW.orderId IS NULL BEGIN
  UPDATE customerFigures SET spent = spent - NEW.total WHERE customerId = NEW.customerId;
END;

CREATE TRIGGER rollupsReturnGone AFTER DELETE ON returns
WHEN OLD.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, OLD.businessDate), OLD.businessDate);
END;

CREATE TRIGGER rollupsReturned AFTER INSERT ON returns
WHEN NEW.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.businessDate), NEW.businessDate);
END;

CREATE TRIGGER stockMovementsKept BEFORE UPDATE ON stockMovements BEGIN
  SELECT RAISE(ABORT, 'the stock ledger only grows');
END;

CREATE TRIGGER stockMovementsStay BEFORE DELETE ON stockMovements BEGIN
  SELECT RAISE(ABORT, 'the stock ledger only grows');
END;

CREATE TRIGGER taxRatesKept BEFORE UPDATE ON taxRates BEGIN
  SELECT RAISE(ABORT, 'a tax rate is never changed; a new one starts on a day of its own');
END;
