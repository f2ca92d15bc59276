-- What happens to an order after it is placed: status, payments, refunds, returns, edits, the hourly timer; and
-- the papers that move stock.

-- The lawful changes of status, as data; `isUndo` ones take a new revision of the order and a manager.
CREATE TABLE statusMoves (
  fromStatus TEXT NOT NULL,
  toStatus TEXT NOT NULL,
  isUndo INTEGER NOT NULL CHECK (isUndo IN (0, 1)),
  PRIMARY KEY (fromStatus, toStatus)
) STRICT, WITHOUT ROWID;
INSERT INTO statusMoves (fromStatus, toStatus, isUndo) VALUES
  ('received', 'shipped', 0), ('received', 'in-transit', 0), ('received', 'delivered', 0), ('received', 'cancelled', 0),
  ('shipped', 'in-transit', 0), ('shipped', 'delivered', 0), ('shipped', 'cancelled', 0),
  ('in-transit', 'delivered', 0), ('in-transit', 'cancelled', 0),
  ('delivered', 'received', 1), ('delivered', 'shipped', 1), ('delivered', 'in-transit', 1);

-- `revision` counts edits and undone deliveries. `credited` is what was taken off the order since it was placed:
-- goods that came back and goodwill. What it costs now is total - credited, or nothing once it is cancelled.
ALTER TABLE orders ADD COLUMN revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0);
ALTER TABLE orders ADD COLUMN credited INTEGER NOT NULL DEFAULT 0 CHECK (credited >= 0);
CREATE TRIGGER ordersStatusMoves BEFORE UPDATE OF status ON orders
WHEN NEW.status <> OLD.status AND NOT EXISTS (
  SELECT 1 FROM statusMoves AS move WHERE move.fromStatus = OLD.status AND move.toStatus = NEW.status
    AND (move.isUndo = 0 OR (NEW.revision = OLD.revision + 1 AND OLD.kind <> 'counter')))
BEGIN
  SELECT RAISE(ABORT, 'an order cannot change its status this way');
END;
CREATE TRIGGER ordersStay BEFORE DELETE ON orders BEGIN
  SELECT RAISE(ABORT, 'orders are never deleted');
END;
-- What customers still owe; a counter sale never enters.
CREATE INDEX ordersOwing ON orders (businessDate, id)
  WHERE status <> 'cancelled' AND paid - refunded < total - credited;
-- What the shop still holds beyond what an order costs, on its way back or not.
CREATE INDEX ordersOverpaid ON orders (businessDate, id)
  WHERE paid - refunded > 0 AND (status = 'cancelled' OR paid - refunded > total - credited);

-- A source moves a product once for each type and revision of the order; nothing is taken back twice.
ALTER TABLE stockMovements ADD COLUMN sourceRound INTEGER NOT NULL DEFAULT 0 CHECK (sourceRound >= 0);
DROP INDEX stockMovementsSource;
CREATE UNIQUE INDEX stockMovementsSource
  ON stockMovements (sourceType, sourceId, sourceLine, type, sourceRound);
CREATE UNIQUE INDEX stockMovementsReversal ON stockMovements (productId, reversalOf) WHERE reversalOf IS NOT NULL;
CREATE TRIGGER stockMovementsStay BEFORE DELETE ON stockMovements BEGIN
  SELECT RAISE(ABORT, 'the stock ledger only grows');
END;
CREATE TRIGGER stockMovementsKept BEFORE UPDATE ON stockMovements BEGIN
  SELECT RAISE(ABORT, 'the stock ledger only grows');
END;

-- Tenders that the application keeps for itself: the value of goods given back, spent on the same ticket.
ALTER TABLE tenders ADD COLUMN purpose TEXT CHECK (purpose IN ('exchange'));
CREATE UNIQUE INDEX tendersPurpose ON tenders (purpose) WHERE purpose IS NOT NULL;

ALTER TABLE shop ADD COLUMN timerEnabled INTEGER NOT NULL DEFAULT 1 CHECK (timerEnabled IN (0, 1));
-- The most that a return without a receipt may come to.
ALTER TABLE shop ADD COLUMN returnCap INTEGER NOT NULL DEFAULT 5000 CHECK (returnCap >= 0);

-- Goods back. Without a receipt there is no order, and the customer may be known all the same.
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
CREATE INDEX returnsOrder ON returns (orderId) WHERE orderId IS NOT NULL;
CREATE INDEX returnsDay ON returns (businessDate, id);

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

-- The lawful changes of a refund, as data.
CREATE TABLE refundMoves (
  fromState TEXT NOT NULL,
  toState TEXT NOT NULL,
  PRIMARY KEY (fromState, toState)
) STRICT, WITHOUT ROWID;
INSERT INTO refundMoves (fromState, toState) VALUES
  ('awaiting', 'initiated'), ('awaiting', 'settled'), ('awaiting', 'voided'),
  ('initiated', 'settled'), ('initiated', 'failed'),
  ('failed', 'initiated'), ('failed', 'settled'), ('failed', 'voided');

-- Money back. It belongs to one payment, but for a return without a receipt. `amount` counts against the payment;
-- what is handed out in cash is amount + rounding.
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
  settledDate INTEGER,
  FOREIGN KEY (orderId, paymentNo) REFERENCES payments (orderId, paymentNo),
  CHECK ((orderId IS NULL) = (paymentNo IS NULL)),
  CHECK (orderId IS NOT NULL OR returnId IS NOT NULL),
  CHECK ((state = 'settled') = (settledAt IS NOT NULL AND settledDate IS NOT NULL)),
  CHECK (state <> 'initiated' OR initiatedAt IS NOT NULL)
) STRICT;
CREATE INDEX refundsOrder ON refunds (orderId, paymentNo) WHERE orderId IS NOT NULL;
CREATE INDEX refundsReturn ON refunds (returnId) WHERE returnId IS NOT NULL;
-- The queue: what somebody must still do something about, oldest first.
CREATE INDEX refundsOpen ON refunds (openedAt, id) WHERE state IN ('awaiting', 'initiated', 'failed');
CREATE INDEX refundsSettled ON refunds (settledDate, id) WHERE settledDate IS NOT NULL;
CREATE TRIGGER refundsStates BEFORE UPDATE OF state ON refunds
WHEN NEW.state <> OLD.state
  AND NOT EXISTS (SELECT 1 FROM refundMoves WHERE fromState = OLD.state AND toState = NEW.state)
BEGIN
  SELECT RAISE(ABORT, 'a refund cannot change its state this way');
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
CREATE TRIGGER refundsStay BEFORE DELETE ON refunds BEGIN
  SELECT RAISE(ABORT, 'refunds are never deleted');
END;

-- Invoices are numbered when they are first asked for, without gaps. An order has at most one.
CREATE TABLE invoices (
  number INTEGER PRIMARY KEY,
  orderId INTEGER NOT NULL UNIQUE REFERENCES orders (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  -- The buyer as the directory knew them that day; an invoice never changes afterwards.
  buyerName TEXT,
  buyerAddress TEXT,
  CHECK ((buyerName IS NULL) = (buyerAddress IS NULL))
) STRICT;

-- The papers behind movements of stock; each movement names its paper as its source.
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

CREATE TABLE stockAdjustments (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('adjust', 'write-off')),
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  at INTEGER NOT NULL,
  businessDate INTEGER NOT NULL
) STRICT;

-- A stock-take. Each line remembers what was expected at the moment it was counted, so that selling may go on.
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

-- What the comparison of stock with its ledger found, and whether it was put right. `drifts` is a JSON list.
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

-- Each run of the hourly timer, and which run covered which hour (whole hours since 1970, UTC): every hour once.
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
CREATE TABLE timerHours (
  hour INTEGER PRIMARY KEY,
  runId INTEGER NOT NULL REFERENCES timerRuns (id)
) STRICT;

-- Orders that were cancelled before refunds had rows: what was given back is settled, the rest is awaited.
INSERT INTO refunds (orderId, paymentNo, cause, tenderId, state, amount, rounding, reason, staffId, openedAt,
  businessDate, initiatedAt, settledAt, settledDate)
SELECT payment.orderId, payment.paymentNo, 'cancel', payment.tenderId,
  iif(cancelled.refunded >= cancelled.paid, 'settled', 'awaiting'), payment.amount, 0, '', payment.staffId,
  cancelled.cancelledAt, payment.businessDate,
  iif(cancelled.refunded >= cancelled.paid, cancelled.cancelledAt, NULL),
  iif(cancelled.refunded >= cancelled.paid, cancelled.cancelledAt, NULL),
  iif(cancelled.refunded >= cancelled.paid, payment.businessDate, NULL)
FROM orders AS cancelled JOIN payments AS payment ON payment.orderId = cancelled.id
WHERE cancelled.status = 'cancelled';
