-- Reports: what each day, month and year came to, folded once the day is over.

-- The business date of a cancellation: what it takes back counts on that day.
ALTER TABLE orders ADD COLUMN cancelledDate INTEGER;
-- Of old files the instant alone is known; the shop's own day of it follows from zone and start of day in the application.
-- `reports.close` fills in what is missing before it folds.
CREATE INDEX ordersCancelledDate ON orders (cancelledDate) WHERE cancelledDate IS NOT NULL;
CREATE INDEX ordersCancelledUndated ON orders (id) WHERE status = 'cancelled' AND cancelledDate IS NULL;
-- How many orders were open when a day ended follows from what is open now; a sale at the counter pays nothing for it.
CREATE INDEX ordersHandedOver ON orders (deliveredAt, kind) WHERE kind <> 'counter' AND deliveredAt IS NOT NULL;

-- What goodwill newly took off its order when this refund was opened: one that is opened again for the same takes none.
ALTER TABLE refunds ADD COLUMN takenOff INTEGER NOT NULL DEFAULT 0 CHECK (takenOff BETWEEN 0 AND amount);
UPDATE refunds SET takenOff = part.takenOff FROM (
  SELECT r.id, max(0, min(r.amount, o.credited
    - (SELECT ifnull(sum(total), 0) FROM returns WHERE orderId = o.id)
    - (SELECT ifnull(sum(amount), 0) FROM refunds AS e WHERE e.orderId = o.id AND e.cause = 'goodwill' AND e.id < r.id)
  )) AS takenOff
  FROM refunds AS r JOIN orders AS o ON o.id = r.orderId WHERE r.cause = 'goodwill'
) AS part WHERE part.id = refunds.id;
CREATE INDEX refundsGoodwill ON refunds (businessDate, id) WHERE takenOff > 0;

-- Payments are clustered with their order; most are of the day it was placed, and only the others need be looked for.
ALTER TABLE payments ADD COLUMN isLater INTEGER NOT NULL DEFAULT 0 CHECK (isLater IN (0, 1));
UPDATE payments SET isLater = 1
  WHERE businessDate <> (SELECT o.businessDate FROM orders AS o WHERE o.id = payments.orderId);
CREATE INDEX paymentsLater ON payments (businessDate, orderId) WHERE isLater = 1;

-- What closed days came to, by kind and key. Derived from the rows alone; `reports.prove` adds them up again.
-- count: orders, returns, payments … ; gross and discount before and of discounts; amount with tax and rounding;
-- cost and costed: of lines whose cost is known, what they cost and their amount without tax.
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
CREATE INDEX dayFiguresDay ON dayFigures (date);

-- What each product came to in the closed days of a month (yyyymm) and of a year; product 0 stands for custom items.
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

-- Up to which day the roll-ups reach; folding moves it on in the same transaction. `staleFrom` is the earliest closed day
-- for which something came in since: from its month on the rows are read until they are folded again. Hours are by the
-- clock of `timeZone`.
CREATE TABLE rollups (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  closedThrough INTEGER,
  staleFrom INTEGER,
  timeZone TEXT NOT NULL,
  provenAt INTEGER,
  provenThrough INTEGER,
  differences INTEGER NOT NULL CHECK (differences >= 0)
) STRICT;

-- Whatever counts on a day that is closed already, because a history is brought in or the clock was set back, makes its
-- roll-ups stale. Only what changes an order of a closed day is corrected in place, by who changes it.
CREATE TRIGGER rollupsOrdered AFTER INSERT ON orders
WHEN NEW.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.businessDate), NEW.businessDate);
END;
CREATE TRIGGER rollupsCancelled AFTER UPDATE OF cancelledDate ON orders
WHEN NEW.cancelledDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.cancelledDate), NEW.cancelledDate);
END;
CREATE TRIGGER rollupsReturned AFTER INSERT ON returns
WHEN NEW.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.businessDate), NEW.businessDate);
END;
CREATE TRIGGER rollupsPaid AFTER INSERT ON payments
WHEN NEW.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.businessDate), NEW.businessDate);
END;
CREATE TRIGGER rollupsRefunded AFTER INSERT ON refunds
WHEN min(NEW.businessDate, ifnull(NEW.settledDate, NEW.businessDate)) <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, min(NEW.businessDate, ifnull(NEW.settledDate, NEW.businessDate))), min(NEW.businessDate, ifnull(NEW.settledDate, NEW.businessDate)));
END;
CREATE TRIGGER rollupsSettled AFTER UPDATE OF settledDate ON refunds
WHEN NEW.settledDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, NEW.settledDate), NEW.settledDate);
END;
CREATE TRIGGER rollupsOrderGone AFTER DELETE ON orders
WHEN min(OLD.businessDate, ifnull(OLD.cancelledDate, OLD.businessDate)) <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, min(OLD.businessDate, ifnull(OLD.cancelledDate, OLD.businessDate))), min(OLD.businessDate, ifnull(OLD.cancelledDate, OLD.businessDate)));
END;
CREATE TRIGGER rollupsReturnGone AFTER DELETE ON returns
WHEN OLD.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, OLD.businessDate), OLD.businessDate);
END;
CREATE TRIGGER rollupsPaymentGone AFTER DELETE ON payments
WHEN OLD.businessDate <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, OLD.businessDate), OLD.businessDate);
END;
CREATE TRIGGER rollupsRefundGone AFTER DELETE ON refunds
WHEN min(OLD.businessDate, ifnull(OLD.settledDate, OLD.businessDate)) <= (SELECT closedThrough FROM rollups) BEGIN
  UPDATE rollups SET staleFrom = min(ifnull(staleFrom, min(OLD.businessDate, ifnull(OLD.settledDate, OLD.businessDate))), min(OLD.businessDate, ifnull(OLD.settledDate, OLD.businessDate)));
END;
