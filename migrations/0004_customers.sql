-- The customers' directory: people archived, merged and erased, what each of them bought, and notes with a date.

-- Who turned out to be somebody else of the directory: the number still leads to them. Never a chain of two.
ALTER TABLE customers ADD COLUMN mergedInto INTEGER REFERENCES customers (id);
-- Asked to be forgotten: the row stays for its number alone.
ALTER TABLE customers ADD COLUMN erasedAt INTEGER;

CREATE INDEX customersCreated ON customers (createdAt, id);
CREATE INDEX customersArchived ON customers (id) WHERE archivedAt IS NOT NULL;
CREATE INDEX customersMerged ON customers (mergedInto) WHERE mergedInto IS NOT NULL;

-- Equal e-mail addresses, and telephone numbers however they are grouped, with or without their country code.
CREATE INDEX customersEmail ON customers (lower(email), id) WHERE archivedAt IS NULL AND email <> '';
CREATE INDEX customersPhone ON customers (
  substr(ltrim(replace(replace(replace(replace(replace(replace(replace(phone,
    ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', ''), '0'), -9), id)
  WHERE archivedAt IS NULL AND phone <> '';

-- What an order means for its customer's figures, said here and nowhere else. A cancelled order is neither counted
-- nor worth anything. worth: what it costs now, goods that came back and goodwill taken off. open: what of that is
-- still to be paid.
CREATE VIEW customerOrders AS
SELECT id, customerId, businessDate,
  status <> 'cancelled' AS counted,
  status = 'cancelled' AS cancelled,
  CASE WHEN status = 'cancelled' THEN 0 ELSE max(0, total - credited) END AS worth,
  CASE WHEN status = 'cancelled' THEN 0 ELSE max(0, max(0, total - credited) - (paid - refunded)) END AS open
FROM orders WHERE customerId IS NOT NULL;

-- Goods that a customer brought back without their order: they lessen what was spent as well.
CREATE VIEW customerReturns AS
SELECT id, customerId, total AS worth FROM returns WHERE customerId IS NOT NULL AND orderId IS NULL;

-- Those orders added up, so that 50,000 customers are put in order by what they spent within milliseconds. Written by
-- the triggers below alone, in the transaction of whatever changes an order. Dates are business dates of any order,
-- cancelled ones too: whoever cancels was there.
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

INSERT INTO customerFigures
SELECT c.id, ifnull(sum(o.counted), 0), ifnull(sum(o.cancelled), 0),
  ifnull(sum(o.worth), 0) - (SELECT ifnull(sum(worth), 0) FROM customerReturns WHERE customerId = c.id),
  ifnull(sum(o.open), 0), min(o.businessDate), max(o.businessDate)
FROM customers AS c LEFT JOIN customerOrders AS o ON o.customerId = c.id GROUP BY c.id;

CREATE TRIGGER customersCounted AFTER INSERT ON customers BEGIN
  INSERT INTO customerFigures VALUES (NEW.id, 0, 0, 0, 0, NULL, NULL);
END;

CREATE TRIGGER customerOrderPlaced AFTER INSERT ON orders WHEN NEW.customerId IS NOT NULL BEGIN
  UPDATE customerFigures SET orders = orders + o.counted, cancelled = customerFigures.cancelled + o.cancelled,
    spent = spent + o.worth, owed = owed + o.open,
    firstDate = min(ifnull(firstDate, o.businessDate), o.businessDate),
    lastDate = max(ifnull(lastDate, o.businessDate), o.businessDate)
  FROM customerOrders AS o WHERE o.id = NEW.id AND customerFigures.customerId = NEW.customerId;
END;

-- An order that changes is taken out as it was and put in as it is.
CREATE TRIGGER customerOrderChanging BEFORE UPDATE OF customerId, status, total, credited, paid, refunded ON orders
WHEN OLD.customerId IS NOT NULL BEGIN
  UPDATE customerFigures SET orders = orders - o.counted, cancelled = customerFigures.cancelled - o.cancelled,
    spent = spent - o.worth, owed = owed - o.open
  FROM customerOrders AS o WHERE o.id = OLD.id AND customerFigures.customerId = OLD.customerId;
END;

CREATE TRIGGER customerOrderChanged AFTER UPDATE OF customerId, status, total, credited, paid, refunded ON orders
WHEN NEW.customerId IS NOT NULL BEGIN
  UPDATE customerFigures SET orders = orders + o.counted, cancelled = customerFigures.cancelled + o.cancelled,
    spent = spent + o.worth, owed = owed + o.open,
    firstDate = min(ifnull(firstDate, o.businessDate), o.businessDate),
    lastDate = max(ifnull(lastDate, o.businessDate), o.businessDate)
  FROM customerOrders AS o WHERE o.id = NEW.id AND customerFigures.customerId = NEW.customerId;
END;

CREATE TRIGGER customerOrderLeft AFTER UPDATE OF customerId ON orders
WHEN OLD.customerId IS NOT NULL AND OLD.customerId IS NOT NEW.customerId BEGIN
  UPDATE customerFigures SET
    firstDate = (SELECT min(businessDate) FROM orders WHERE customerId = OLD.customerId),
    lastDate = (SELECT max(businessDate) FROM orders WHERE customerId = OLD.customerId)
  WHERE customerId = OLD.customerId;
END;

CREATE TRIGGER customerReturnTaken AFTER INSERT ON returns WHEN NEW.customerId IS NOT NULL AND NEW.orderId IS NULL BEGIN
  UPDATE customerFigures SET spent = spent - NEW.total WHERE customerId = NEW.customerId;
END;

CREATE TRIGGER customerReturnChanged AFTER UPDATE OF customerId, total ON returns WHEN NEW.orderId IS NULL BEGIN
  UPDATE customerFigures SET spent = spent + OLD.total WHERE customerId = OLD.customerId;
  UPDATE customerFigures SET spent = spent - NEW.total WHERE customerId = NEW.customerId;
END;

-- What somebody wrote down about a customer, when, and who.
CREATE TABLE customerNotes (
  id INTEGER PRIMARY KEY,
  customerId INTEGER NOT NULL REFERENCES customers (id),
  note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 1000),
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX customerNotesCustomer ON customerNotes (customerId, id);

-- Two rows of the directory that were one person: what both were before and what moved, so that it can be taken back.
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
CREATE INDEX customerMergesKept ON customerMerges (keptId, id);
CREATE INDEX customerMergesMerged ON customerMerges (mergedId, id);
