-- The audit log that notices: more in each entry, entries that stay as they are, marks to search a million of them,
-- seals of orders and digests of everything else, and what verifications found.

-- Who acts may be a kiosk or a customer. The column is made anew with its wider check; rows and hashes stay.
ALTER TABLE auditEntries ADD COLUMN actorKind TEXT NOT NULL DEFAULT 'nobody'
  CHECK (actorKind IN ('staff', 'system', 'nobody', 'kiosk', 'customer'));
UPDATE auditEntries SET actorKind = actor WHERE actor <> 'nobody';
ALTER TABLE auditEntries DROP COLUMN actor;
ALTER TABLE auditEntries RENAME COLUMN actorKind TO actor;
-- Where it was asked, and under which request. Entries from before have no till, and hashes that know of none.
ALTER TABLE auditEntries ADD COLUMN till TEXT;
ALTER TABLE auditEntries ADD COLUMN windowId INTEGER;
ALTER TABLE auditEntries ADD COLUMN requestId TEXT;
ALTER TABLE auditEntries ADD COLUMN customerId INTEGER;
CREATE TRIGGER auditEntriesKept BEFORE UPDATE ON auditEntries BEGIN
  SELECT RAISE(ABORT, 'the audit log only grows');
END;
CREATE TRIGGER auditEntriesStay BEFORE DELETE ON auditEntries BEGIN
  SELECT RAISE(ABORT, 'the audit log only grows');
END;
-- By what they were about. Sales are found from their order instead, so that a sale writes no page of this.
CREATE INDEX auditEntriesSubject ON auditEntries (subject, id) WHERE call <> 'orders.place' AND subject IS NOT NULL;

-- In which stretches of 1024 entries a person, a call, a business date or a refusal occurs: a search reads only those.
CREATE TABLE auditMarks (
  mark TEXT NOT NULL,
  stretch INTEGER NOT NULL,
  PRIMARY KEY (mark, stretch)
) STRICT, WITHOUT ROWID;
INSERT INTO auditMarks (mark, stretch)
  SELECT 'date ' || businessDate, id >> 10 FROM auditEntries
  UNION SELECT 'call ' || call, id >> 10 FROM auditEntries
  UNION SELECT 'staff ' || staffId, id >> 10 FROM auditEntries WHERE staffId IS NOT NULL
  UNION SELECT 'staff ' || staffId || ' ' || call, id >> 10 FROM auditEntries WHERE staffId IS NOT NULL
  UNION SELECT 'actor ' || actor, id >> 10 FROM auditEntries
  UNION SELECT 'refused', id >> 10 FROM auditEntries WHERE outcome <> 'ok'
  UNION SELECT 'refused ' || outcome, id >> 10 FROM auditEntries WHERE outcome <> 'ok'
  UNION SELECT 'approved', id >> 10 FROM auditEntries WHERE approvedBy IS NOT NULL;

-- Lines taken out of a cart that was begun, or fewer of them: what somebody was rung up for and never paid.
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
CREATE INDEX cartRemovalsDay ON cartRemovals (businessDate, id);
-- What is seldom and looked for by day; an ordinary sale pays for none of them.
CREATE INDEX orderLinesOverridden ON orderLines (orderId, lineNo) WHERE unitPrice <> listPrice;
CREATE INDEX orderEventsOversold ON orderEvents (at, orderId, eventNo) WHERE kind = 'oversold';
CREATE INDEX ordersDiscounted ON orders (businessDate, id) WHERE lineDiscount + orderDiscount > 0;

-- Over all rows of an order, with a key that is not in this file; and the entry of the log that placed it.
ALTER TABLE orders ADD COLUMN seal TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN entryId INTEGER;
UPDATE orders SET entryId = placed.entryId
  FROM (SELECT CAST(substr(subject, 7) AS INTEGER) AS orderId, min(id) AS entryId FROM auditEntries
    WHERE call = 'orders.place' AND outcome = 'ok' AND subject LIKE 'order %' GROUP BY 1) AS placed
  WHERE placed.orderId = orders.id;

-- The same over the movements of stock that a receipt, an adjustment, a stock-take, a return, an import or a new product
-- made; those of an order stand under its own.
CREATE TABLE paperSeals (
  sourceType TEXT NOT NULL,
  sourceId INTEGER NOT NULL,
  seal TEXT NOT NULL,
  PRIMARY KEY (sourceType, sourceId)
) STRICT, WITHOUT ROWID;

-- Which shop file this is, whatever it is called and wherever it lies.
CREATE TABLE shopFile (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  fileId TEXT NOT NULL
) STRICT;
INSERT INTO shopFile (id, fileId) VALUES (1, lower(hex(randomblob(16))));

-- Of each kind of rows how many there are and the sum of their keyed hashes; `columns` are those that were hashed.
CREATE TABLE digests (
  kind TEXT PRIMARY KEY,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  rowCount INTEGER NOT NULL,
  sum TEXT NOT NULL,
  -- How often it was written: what is kept elsewhere tells an older one from a newer one by it.
  version INTEGER NOT NULL,
  mac TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The same by whom or what the rows belong to, shorter: only to say which one was changed.
CREATE TABLE digestParts (
  kind INTEGER NOT NULL,
  owner INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  PRIMARY KEY (kind, owner)
) STRICT, WITHOUT ROWID;

-- Each verification, and what it found until somebody said why.
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
CREATE INDEX auditChecksWhole ON auditChecks (id) WHERE scope = 'whole';
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
CREATE INDEX auditFindingsOpen ON auditFindings (id) WHERE acknowledgedAt IS NULL;
CREATE TRIGGER auditFindingsStay BEFORE DELETE ON auditFindings BEGIN
  SELECT RAISE(ABORT, 'findings are never deleted');
END;
