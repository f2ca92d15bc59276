-- Which row of an Orderlla file became which of ours, so that the same file brought in again changes nothing.

CREATE TABLE orderllaIds (
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'product', 'order')),
  oldId INTEGER NOT NULL,
  newId INTEGER NOT NULL,
  importId INTEGER NOT NULL REFERENCES imports (id),
  PRIMARY KEY (kind, oldId)
) STRICT, WITHOUT ROWID;
