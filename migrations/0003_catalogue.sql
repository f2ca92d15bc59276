-- The back office's catalogue: notes, options of variants, pictures of categories, the big table's orders, bulk edits.

ALTER TABLE products ADD COLUMN notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 5000);
-- Of a parent the names of its options, of a variant its values in the same order; empty where nobody named any.
ALTER TABLE products ADD COLUMN options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(options));
ALTER TABLE categories ADD COLUMN pictureId INTEGER REFERENCES pictures (id);
CREATE INDEX categoriesParent ON categories (parentId, position) WHERE parentId IS NOT NULL;
CREATE INDEX productsPicture ON products (pictureId) WHERE pictureId IS NOT NULL;

-- The orders of the big table, each with what the filters ask, so that a page touches no product it does not show.
CREATE INDEX productsTableName ON products (name COLLATE NOCASE, id, parentId, categoryId, taxClassId, price)
  WHERE kind <> 'parent' AND archivedAt IS NULL;
CREATE INDEX productsTableSku ON products (ifnull(sku, '') COLLATE NOCASE, id, parentId, categoryId, taxClassId, price)
  WHERE kind <> 'parent' AND archivedAt IS NULL;
CREATE INDEX productsTablePrice ON products (price, id, parentId, categoryId, taxClassId)
  WHERE kind <> 'parent' AND archivedAt IS NULL;
CREATE INDEX productsTableCreated ON products (createdAt, id, parentId, categoryId, taxClassId, price)
  WHERE kind <> 'parent' AND archivedAt IS NULL;

-- One column of many products changed at once; what it was stays, so that it can be taken back.
CREATE TABLE bulkEdits (
  id INTEGER PRIMARY KEY,
  change TEXT NOT NULL CHECK (json_valid(change)),
  changed INTEGER NOT NULL CHECK (changed > 0),
  at INTEGER NOT NULL,
  staffId INTEGER REFERENCES staff (id),
  undoneAt INTEGER,
  undoneBy INTEGER REFERENCES staff (id)
) STRICT;

-- A price, a category, a tax class, or the instant of archiving.
CREATE TABLE bulkEditRows (
  bulkEditId INTEGER NOT NULL REFERENCES bulkEdits (id),
  productId INTEGER NOT NULL REFERENCES products (id),
  before INTEGER,
  after INTEGER,
  PRIMARY KEY (bulkEditId, productId)
) STRICT, WITHOUT ROWID;
