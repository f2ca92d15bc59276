-- The keys that lie outside the shop file, locked with the owner's recovery code: any copy of the file and the code on
-- paper are enough to go on elsewhere, and the file alone gives no PIN away. There is none before a code was made by a
-- version that knows this table.
CREATE TABLE keyCopy (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  sealed TEXT NOT NULL
) STRICT;
