-- Sales history brought in from other programs' files: what came in, by month as the file has it, and how to take it back.

-- Files of one program, told by their headings: numbers and customers mean the same in all of them.
CREATE TABLE historySources (
  id INTEGER PRIMARY KEY,
  mappingKey TEXT NOT NULL UNIQUE
) STRICT;

-- One import. Its orders and returns have numbers without gaps; null where it brought none.
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
CREATE INDEX historyImportsGap ON historyImports (gapFrom) WHERE gapFrom IS NOT NULL;

-- What the file says of each month (yyyymm): amounts in ten-thousandths of a minor unit, as exact as it writes them.
-- `out…` is the part of it that did not come in: orders that could not, and those that had come in before.
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

-- Which number or customer of a source became which of ours, so that an overlapping file doubles nothing.
CREATE TABLE historyIds (
  sourceId INTEGER NOT NULL REFERENCES historySources (id),
  kind TEXT NOT NULL CHECK (kind IN ('order', 'return', 'customer')),
  oldKey TEXT NOT NULL,
  newId INTEGER NOT NULL,
  importId INTEGER NOT NULL REFERENCES historyImports (id),
  PRIMARY KEY (sourceId, kind, oldKey)
) STRICT, WITHOUT ROWID;

-- What an import made besides orders, each as it was made: undoing takes it away where it is still the same and unused.
CREATE TABLE historyMade (
  importId INTEGER NOT NULL REFERENCES historyImports (id),
  kind TEXT NOT NULL CHECK (kind IN ('product', 'customer', 'tender')),
  rowId INTEGER NOT NULL,
  made TEXT NOT NULL CHECK (json_valid(made)),
  PRIMARY KEY (importId, kind, rowId)
) STRICT, WITHOUT ROWID;

-- Orders and refunds are never deleted, but for an import of history that is taken back as a whole.
DROP TRIGGER ordersStay;
CREATE TRIGGER ordersStay BEFORE DELETE ON orders
WHEN OLD.channel <> 'import' OR NOT EXISTS (
  SELECT 1 FROM historyImports WHERE isGoing = 1 AND OLD.id BETWEEN firstOrderId AND lastOrderId)
BEGIN
  SELECT RAISE(ABORT, 'orders are never deleted');
END;

DROP TRIGGER refundsStay;
CREATE TRIGGER refundsStay BEFORE DELETE ON refunds
WHEN NOT EXISTS (
  SELECT 1 FROM historyImports WHERE isGoing = 1
    AND (OLD.returnId BETWEEN firstReturnId AND lastReturnId OR OLD.orderId BETWEEN firstOrderId AND lastOrderId))
BEGIN
  SELECT RAISE(ABORT, 'refunds are never deleted');
END;
