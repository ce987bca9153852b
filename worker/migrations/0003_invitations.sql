-- A link that makes members: how many, until when, as what. Its code is kept as a SHA-256 only.
CREATE TABLE invitation (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  network TEXT NOT NULL REFERENCES network (slug),
  role TEXT NOT NULL CHECK (role IN ('contributor', 'site-lead', 'coordinator', 'steering', 'admin')),
  site TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  uses INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT;
CREATE INDEX invitation_by_network ON invitation (network);

CREATE TABLE invitation_use (
  invitation TEXT NOT NULL REFERENCES invitation (id) ON DELETE CASCADE,
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (invitation, person)
) STRICT;
