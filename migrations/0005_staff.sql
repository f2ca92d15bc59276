-- What a person may do beyond or short of their role, and who was signed in where.

-- The largest discount this person may give; null is the role's.
ALTER TABLE staff ADD COLUMN discountCeiling INTEGER CHECK (discountCeiling BETWEEN 0 AND 1000000);

-- A right given to a person beside their role, or taken from it. Owners have every right and none of these rows.
CREATE TABLE staffRights (
  staffId INTEGER NOT NULL REFERENCES staff (id),
  right TEXT NOT NULL CHECK (length(right) BETWEEN 1 AND 40),
  granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
  PRIMARY KEY (staffId, right)
) STRICT, WITHOUT ROWID;

-- Each time somebody was signed in at a window of a till. Whoever has no open row is signed in nowhere.
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  staffId INTEGER NOT NULL REFERENCES staff (id),
  till TEXT NOT NULL,
  windowId INTEGER NOT NULL,
  openedBy TEXT NOT NULL CHECK (openedBy IN ('pin', 'password', 'recovery-code', 'setup')),
  startedAt INTEGER NOT NULL,
  endedAt INTEGER,
  -- stopped: the application was closed or fell; when exactly, nobody knows.
  endReason TEXT CHECK (endReason IN ('locked', 'next-person', 'window-closed', 'ended', 'disabled', 'new-secret', 'stopped')),
  endedBy INTEGER REFERENCES staff (id),
  CHECK ((endedAt IS NULL) = (endReason IS NULL))
) STRICT;
-- At most one person at a window.
CREATE UNIQUE INDEX sessionsOpen ON sessions (till, windowId) WHERE endedAt IS NULL;
CREATE INDEX sessionsStaff ON sessions (staffId, id);
