import type { Fine } from './fine-amounts.ts';

/**
 * Where the rows of the files lie while they are read, sorted and added up: a database of its own, of which only a little
 * is in memory. `pieces` are the files as they were sent, the rest is made anew for each way of reading them.
 */
export const stagingSchema = `
CREATE TABLE pieces (slot TEXT NOT NULL, no INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (slot, no));
-- One for each order of the file. After settling: what it comes to, or why it does not come in.
CREATE TABLE docs (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL,
  firstLine INTEGER NOT NULL,
  date INTEGER NOT NULL,
  at INTEGER NOT NULL,
  tender TEXT NOT NULL,
  status TEXT NOT NULL,
  customer TEXT NOT NULL,
  -- What stands once for all rows.
  discount INTEGER,
  shipping INTEGER,
  tip INTEGER,
  orderTax INTEGER,
  total INTEGER,
  refunded INTEGER,
  isCancelled INTEGER NOT NULL DEFAULT 0,
  returnOf TEXT NOT NULL DEFAULT '',
  lines INTEGER NOT NULL DEFAULT 0,
  outcome TEXT NOT NULL DEFAULT '',
  hasSold INTEGER NOT NULL DEFAULT 0,
  hasBack INTEGER NOT NULL DEFAULT 0,
  sales INTEGER NOT NULL DEFAULT 0,
  returned INTEGER NOT NULL DEFAULT 0,
  tax INTEGER NOT NULL DEFAULT 0,
  exactSales INTEGER NOT NULL DEFAULT 0,
  exactReturned INTEGER NOT NULL DEFAULT 0,
  exactTax INTEGER NOT NULL DEFAULT 0,
  units INTEGER NOT NULL DEFAULT 0
);
-- Those that come in, as they were placed.
CREATE TABLE docOrder (at INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (at, doc)) WITHOUT ROWID;
CREATE TABLE lines (
  doc INTEGER NOT NULL,
  line INTEGER NOT NULL,
  good INTEGER,
  name TEXT NOT NULL,
  sku TEXT,
  quantity INTEGER NOT NULL,
  price INTEGER,
  discount INTEGER,
  discountRate INTEGER,
  tax INTEGER,
  taxRate INTEGER,
  total INTEGER,
  gross INTEGER,
  cost INTEGER,
  PRIMARY KEY (doc, line)
) WITHOUT ROWID;
CREATE TABLE goods (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  sku TEXT,
  name TEXT NOT NULL,
  price INTEGER NOT NULL,
  at INTEGER NOT NULL,
  -- An order that comes in has it.
  isUsed INTEGER NOT NULL DEFAULT 0,
  -- The shop's own, once it was looked for.
  shopId INTEGER
);
CREATE TABLE goodNames (good INTEGER NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (good, name)) WITHOUT ROWID;
CREATE TABLE parties (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  -- Named in a file of customers, in the sales, or both.
  isListed INTEGER NOT NULL,
  isBuyer INTEGER NOT NULL,
  isUsed INTEGER NOT NULL DEFAULT 0,
  shopId INTEGER
);
CREATE TABLE payments (doc INTEGER NOT NULL, line INTEGER NOT NULL, tender TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY (doc, line)) WITHOUT ROWID;
-- Rows with something to say, as they stand.
CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  slot TEXT NOT NULL,
  line INTEGER NOT NULL,
  column TEXT,
  code TEXT NOT NULL,
  params TEXT NOT NULL,
  isError INTEGER NOT NULL,
  cells TEXT NOT NULL
);
`;

/** What is made anew when the files are read another way. */
export const clearStaging: readonly string[] = [
  'DELETE FROM docs',
  'DELETE FROM docOrder',
  'DELETE FROM lines',
  'DELETE FROM goods',
  'DELETE FROM goodNames',
  'DELETE FROM parties',
  'DELETE FROM payments',
  'DELETE FROM problems',
];

/** A document as its row in the staging keeps it. */
export type StagedDoc = {
  readonly id: number;
  readonly key: string;
  readonly number: string;
  readonly firstLine: number;
  readonly date: number;
  readonly at: number;
  readonly tender: string;
  readonly status: string;
  readonly customer: string;
  readonly discount: Fine | null;
  readonly shipping: Fine | null;
  readonly tip: Fine | null;
  readonly orderTax: Fine | null;
  readonly total: Fine | null;
  readonly refunded: Fine | null;
  readonly isCancelled: 0 | 1;
  readonly returnOf: string;
  readonly lines: number;
  /** '' comes in; `known`, `left-out` or the name of what is wrong do not. */
  readonly outcome: string;
  readonly hasSold: 0 | 1;
  readonly hasBack: 0 | 1;
};
