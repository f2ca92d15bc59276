-- Which row of an Orderlla file became which of ours, so that the same file brought in again changes nothing.

CREATE TABLE orderllaIds (
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'product', 'order')),
  oldId INTEGER NOT NULL,
  newId INTEGER NOT NULL,
  importId INTEGER NOT NULL REFERENCES imports (id),
  PRIMARY KEY (kind, oldId)
) STRICT, WITHOUT ROWID;

-- A list's filters, order and columns under a name, as the window's address writes them; one's own or everybody's.
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
-- Everybody's names are one set, each person's another.
CREATE UNIQUE INDEX savedViewsName ON savedViews (list, iif(isShared, 0, staffId), name COLLATE NOCASE);

-- What a list opens with for a person: a saved view's number, or the name of one that is built in.
CREATE TABLE viewDefaults (
  staffId INTEGER NOT NULL REFERENCES staff (id),
  list TEXT NOT NULL CHECK (list IN ('orders', 'products', 'customers')),
  view TEXT NOT NULL,
  PRIMARY KEY (staffId, list)
) STRICT, WITHOUT ROWID;

-- What the order list narrows to and few orders are. A usual sale pays for none of them.
CREATE INDEX ordersAwaited ON orders (businessDate, id) WHERE awaitedTenderId IS NOT NULL;
CREATE INDEX ordersNotAtTill ON orders (channel, businessDate, id) WHERE channel <> 'till';
CREATE INDEX ordersForDay ON orders (deliveryDate, id) WHERE deliveryDate IS NOT NULL;
CREATE INDEX ordersCancelled ON orders (businessDate, id) WHERE status = 'cancelled';
CREATE INDEX ordersNoted ON orders (id) WHERE note <> '';
CREATE INDEX orderLinesNoted ON orderLines (orderId) WHERE note <> '';
CREATE INDEX orderEventsNoted ON orderEvents (orderId) WHERE kind = 'note';
