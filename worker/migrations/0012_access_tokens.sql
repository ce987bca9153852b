-- What a program shows to /api/v1: for its person, or for a service member. Kept as a SHA-256 only.
CREATE TABLE access_token (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL REFERENCES person (id),
  network TEXT NOT NULL REFERENCES network (slug),
  label TEXT NOT NULL,
  -- Words with a space between them: read, propose, decide, export, admin.
  scopes TEXT NOT NULL,
  made_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER,
  -- 0: never.
  last_used INTEGER NOT NULL DEFAULT 0,
  -- JSON list of the networks that it was used from, the latest last.
  sources TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX access_token_by_person ON access_token (person, network);

-- 1: a program of the network, which nobody signs in as.
ALTER TABLE membership ADD COLUMN service INTEGER NOT NULL DEFAULT 0 CHECK (service IN (0, 1));

-- A write with an Idempotency-Key. Both are SHA-256: neither the key nor what was sent with it is here.
CREATE TABLE api_request (
  hash TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  -- The id that its mutation has, the first time and every other.
  mutation TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX api_request_by_expiry ON api_request (expires_at);
