-- Who people are and which network they belong to. Every secret is kept as a SHA-256 only.
CREATE TABLE network (
  slug TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- Names the network's own object; opaque, never derived from the name.
  object TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE membership (
  person TEXT NOT NULL REFERENCES person (id),
  network TEXT NOT NULL REFERENCES network (slug),
  role TEXT NOT NULL CHECK (role IN ('contributor', 'site-lead', 'coordinator', 'steering', 'admin')),
  site TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  PRIMARY KEY (person, network)
) STRICT;

-- A signed-in browser (web, by cookie) or a connected extension (device, by bearer token).
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('web', 'device')),
  person TEXT NOT NULL REFERENCES person (id),
  network TEXT NOT NULL REFERENCES network (slug),
  label TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- One-time codes: a sign-in link for a browser, a pairing code for an extension.
CREATE TABLE code (
  hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('web', 'device')),
  person TEXT NOT NULL REFERENCES person (id),
  network TEXT NOT NULL REFERENCES network (slug),
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
