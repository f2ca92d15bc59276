-- The customers' own screen: their log-ins, what they chose to pay with, and which tills are turned over to them.

-- Lower case, as it is compared; null for who never registered. The hash is scrypt, as for staff.
ALTER TABLE customers ADD COLUMN username TEXT CHECK (length(username) BETWEEN 3 AND 60);
ALTER TABLE customers ADD COLUMN passwordHash TEXT;
CREATE UNIQUE INDEX customersUsername ON customers (username COLLATE NOCASE) WHERE username IS NOT NULL;

-- Where an order was placed, and with what the customer means to pay; the payment itself is a row of payments.
ALTER TABLE orders ADD COLUMN channel TEXT NOT NULL DEFAULT 'till' CHECK (channel IN ('till', 'kiosk', 'import'));
ALTER TABLE orders ADD COLUMN awaitedTenderId INTEGER REFERENCES tenders (id);

-- How many of a product one order from the kiosk may hold, and when a forgotten kiosk forgets.
ALTER TABLE shop ADD COLUMN kioskCartCap INTEGER NOT NULL DEFAULT 5 CHECK (kioskCartCap BETWEEN 1 AND 999);
ALTER TABLE shop ADD COLUMN kioskIdleSeconds INTEGER NOT NULL DEFAULT 90 CHECK (kioskIdleSeconds BETWEEN 20 AND 3600);

-- Tills whose window belongs to customers until a person who works here takes it back. A restart changes nothing.
CREATE TABLE kioskTills (
  till TEXT PRIMARY KEY,
  staffId INTEGER REFERENCES staff (id),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
