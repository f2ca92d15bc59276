-- What the owner settles: taxes and the days their rates start, ways to pay, what customers and staff may do.

-- ---- Taxes and tenders ----

-- A class that no product bears any more; the shop's default is never one of those. The revision tells two people
-- who change one class at the same time.
ALTER TABLE taxClasses ADD COLUMN archivedAt INTEGER CHECK (archivedAt IS NULL OR isDefault = 0);
ALTER TABLE taxClasses ADD COLUMN revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0);

-- Rates only grow: of one start date the last entry holds, and what came before it stays to be seen. Null: from that
-- day on the class does not bear this tax any more.
CREATE TABLE taxRatesAnew (
  taxClassId INTEGER NOT NULL REFERENCES taxClasses (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  startDate INTEGER NOT NULL,
  rate INTEGER CHECK (rate BETWEEN 0 AND 1000000),
  entryNo INTEGER NOT NULL DEFAULT 0 CHECK (entryNo >= 0),
  -- When it was entered; null for the rates of the shop's first day.
  at INTEGER,
  PRIMARY KEY (taxClassId, name, startDate, entryNo)
) STRICT, WITHOUT ROWID;
INSERT INTO taxRatesAnew (taxClassId, name, startDate, rate) SELECT taxClassId, name, startDate, rate FROM taxRates;
DROP TABLE taxRates;
ALTER TABLE taxRatesAnew RENAME TO taxRates;
CREATE TRIGGER taxRatesKept BEFORE UPDATE ON taxRates BEGIN
  SELECT RAISE(ABORT, 'a tax rate is never changed; a new one starts on a day of its own');
END;

-- The letter or digit that takes a tender in the payment dialog, and whether customers may choose it at the kiosk.
ALTER TABLE tenders ADD COLUMN payKey TEXT CHECK (length(payKey) = 1);
ALTER TABLE tenders ADD COLUMN atKiosk INTEGER NOT NULL DEFAULT 0 CHECK (atKiosk IN (0, 1));
ALTER TABLE tenders ADD COLUMN revision INTEGER NOT NULL DEFAULT 0 CHECK (revision >= 0);
UPDATE tenders SET atKiosk = 1 WHERE kind <> 'other' AND archivedAt IS NULL AND purpose IS NULL;
CREATE UNIQUE INDEX tendersPayKey ON tenders (payKey) WHERE payKey IS NOT NULL AND archivedAt IS NULL;
-- The application's own tender takes no name from the shop's.
DROP INDEX tendersName;
CREATE UNIQUE INDEX tendersName ON tenders (name COLLATE NOCASE) WHERE purpose IS NULL;

-- How far an order may be when a customer still cancels it themselves.
ALTER TABLE shop ADD COLUMN customerCancelsUntil TEXT NOT NULL DEFAULT 'received'
  CHECK (customerCancelsUntil IN ('never', 'received', 'shipped'));

-- ---- Who the shop is, how its numbers look, what its papers show ----

-- The name it trades under by law, where that is another; how to reach it; its number at the tax office.
ALTER TABLE shop ADD COLUMN legalName TEXT NOT NULL DEFAULT '' CHECK (length(legalName) <= 120);
ALTER TABLE shop ADD COLUMN email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 120);
ALTER TABLE shop ADD COLUMN website TEXT NOT NULL DEFAULT '' CHECK (length(website) <= 120);
ALTER TABLE shop ADD COLUMN taxNumber TEXT NOT NULL DEFAULT '' CHECK (length(taxNumber) <= 40);
ALTER TABLE shop ADD COLUMN logoPictureId INTEGER REFERENCES pictures (id);

ALTER TABLE shop ADD COLUMN receiptShowsLogo INTEGER NOT NULL DEFAULT 1 CHECK (receiptShowsLogo IN (0, 1));
ALTER TABLE shop ADD COLUMN receiptShowsTaxes INTEGER NOT NULL DEFAULT 1 CHECK (receiptShowsTaxes IN (0, 1));
ALTER TABLE shop ADD COLUMN receiptShowsSaved INTEGER NOT NULL DEFAULT 1 CHECK (receiptShowsSaved IN (0, 1));
ALTER TABLE shop ADD COLUMN receiptShowsCode INTEGER NOT NULL DEFAULT 1 CHECK (receiptShowsCode IN (0, 1));
ALTER TABLE shop ADD COLUMN receiptShowsCustomer INTEGER NOT NULL DEFAULT 1
  CHECK (receiptShowsCustomer IN (0, 1));
ALTER TABLE shop ADD COLUMN receiptShowsCashier INTEGER NOT NULL DEFAULT 1
  CHECK (receiptShowsCashier IN (0, 1));
-- 'auto': as the shop's language is read.
ALTER TABLE shop ADD COLUMN paperDirection TEXT NOT NULL DEFAULT 'auto'
  CHECK (paperDirection IN ('auto', 'ltr', 'rtl'));

-- How numbers look on paper. An order's number itself is its id (docs/decisions/0003); a prefix and leading zeros
-- change nothing but its look.
ALTER TABLE shop ADD COLUMN orderPrefix TEXT NOT NULL DEFAULT '' CHECK (length(orderPrefix) <= 12);
ALTER TABLE shop ADD COLUMN orderDigits INTEGER NOT NULL DEFAULT 1 CHECK (orderDigits BETWEEN 1 AND 9);
-- "INV-{year}-": {year} is the business year.
ALTER TABLE shop ADD COLUMN invoicePrefix TEXT NOT NULL DEFAULT '' CHECK (length(invoicePrefix) <= 20);
ALTER TABLE shop ADD COLUMN invoiceDigits INTEGER NOT NULL DEFAULT 1 CHECK (invoiceDigits BETWEEN 1 AND 9);
-- Whether each business year begins again at 1.
ALTER TABLE shop ADD COLUMN invoiceYearly INTEGER NOT NULL DEFAULT 0 CHECK (invoiceYearly IN (0, 1));
ALTER TABLE shop ADD COLUMN yearStartMonth INTEGER NOT NULL DEFAULT 1 CHECK (yearStartMonth BETWEEN 1 AND 12);
-- The first number of one counter, where it is not 1: what a shop brings along from before.
ALTER TABLE shop ADD COLUMN invoiceFirst INTEGER NOT NULL DEFAULT 1 CHECK (invoiceFirst >= 1);
ALTER TABLE shop ADD COLUMN invoiceFirstCounter TEXT NOT NULL DEFAULT '';

-- Every look that an order's number had, so that any printed receipt finds its order.
CREATE TABLE usedOrderPrefixes (prefix TEXT PRIMARY KEY COLLATE NOCASE) STRICT, WITHOUT ROWID;

-- An invoice's number within its counter ('' for the one that never begins again, else the business year), and the
-- number as it was first printed, for good. Null: from before there was any choice, printed as `number`.
ALTER TABLE invoices ADD COLUMN counter TEXT NOT NULL DEFAULT '';
ALTER TABLE invoices ADD COLUMN counterNo INTEGER CHECK (counterNo >= 1);
ALTER TABLE invoices ADD COLUMN prefix TEXT NOT NULL DEFAULT '';
ALTER TABLE invoices ADD COLUMN printed TEXT CHECK (length(printed) BETWEEN 1 AND 40);
CREATE UNIQUE INDEX invoicesPrinted ON invoices (printed COLLATE NOCASE) WHERE printed IS NOT NULL;
CREATE UNIQUE INDEX invoicesCounter ON invoices (counter, coalesce(counterNo, number));
CREATE INDEX invoicesPrefix ON invoices (prefix);
