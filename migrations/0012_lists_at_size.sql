-- Lists of a million orders: what they are put in order by and narrowed to, without a page more for a sale.

-- An order is filed when its day is added up. The index of totals holds filed orders alone, so that a sale writes
-- nothing of it; those of today are few and put in order as they are.
ALTER TABLE orders ADD COLUMN isFiled INTEGER NOT NULL DEFAULT 0 CHECK (isFiled IN (0, 1));
UPDATE orders SET isFiled = 1 WHERE businessDate <= (SELECT closedThrough FROM rollups);
CREATE INDEX ordersTotal ON orders (total, id) WHERE isFiled = 1;

-- Of which money went back.
CREATE INDEX ordersRefunded ON orders (businessDate, id) WHERE refunded > 0;

-- Of which nothing was paid: what is owed, and what was cancelled before. A sale that is paid is none of them.
CREATE INDEX ordersUnpaid ON orders (businessDate, id)
  WHERE paid - refunded <= 0 AND iif(status = 'cancelled', paid = 0, paid - refunded < total - credited);
