-- A member may be suspended, or removed: the row stays, so that no provider brings somebody back whom an admin removed.
ALTER TABLE membership ADD COLUMN status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'removed'));
-- What stands beside the name, such as "family partner".
ALTER TABLE membership ADD COLUMN label TEXT NOT NULL DEFAULT '';

-- Names a session for its owner (lists, revoking); the secret's hash never leaves the table.
ALTER TABLE session ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN last_used INTEGER NOT NULL DEFAULT 0;
-- expires_at slides with use, ends_at does not.
ALTER TABLE session ADD COLUMN ends_at INTEGER NOT NULL DEFAULT 0;
UPDATE session SET id = lower(hex(randomblob(16))), last_used = created_at, ends_at = expires_at;
CREATE UNIQUE INDEX session_by_id ON session (id);
CREATE INDEX session_by_person ON session (person);
CREATE INDEX membership_by_network ON membership (network);

-- Who did what, when, from where. Written with what it tells of, never changed.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  network TEXT NOT NULL,
  person TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  detail TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX audit_by_network ON audit (network, number);

-- Flood brakes: how often something happened in a stretch of time.
CREATE TABLE brake (
  name TEXT NOT NULL,
  stretch INTEGER NOT NULL,
  count INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (name, stretch)
) STRICT;
