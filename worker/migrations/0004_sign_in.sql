-- How a person is known elsewhere: the issuer of a hospital with its subject, or 'email' with the address. Never the address of an issuer.
CREATE TABLE identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT;
CREATE INDEX identity_by_person ON identity (person);

-- A code sent by mail. The hash is over the browser's own secret and the code: the table alone gives away neither.
CREATE TABLE email_code (
  browser TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  address TEXT NOT NULL,
  -- Whoever was signed in when asking adds the address to themselves.
  person TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

-- A hospital's identity provider, for one network. The client's secret is a secret of the Worker; here is its name.
CREATE TABLE provider (
  id TEXT PRIMARY KEY,
  network TEXT NOT NULL REFERENCES network (slug),
  label TEXT NOT NULL,
  issuer TEXT NOT NULL,
  client TEXT NOT NULL,
  secret_name TEXT NOT NULL,
  -- JSON list of the e-mail domains that it may speak for.
  domains TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT 'contributor' CHECK (role IN ('contributor', 'site-lead')),
  site TEXT NOT NULL DEFAULT ''
) STRICT;

-- A sign-in on its way through a provider.
CREATE TABLE provider_trip (
  state TEXT PRIMARY KEY,
  browser TEXT NOT NULL,
  provider TEXT NOT NULL REFERENCES provider (id) ON DELETE CASCADE,
  nonce TEXT NOT NULL,
  -- Whoever was signed in and asked to add this identity to themselves.
  person TEXT,
  verifier TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- Mail of a developer's machine, written with DEVELOPMENT_KEY only.
CREATE TABLE development_mail (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  address TEXT NOT NULL,
  subject TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- A connection of an extension that its person has agreed to in a tab: exchanged once, with the verifier of the challenge.
CREATE TABLE connection_code (
  hash TEXT PRIMARY KEY,
  challenge TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  network TEXT NOT NULL REFERENCES network (slug),
  label TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  -- The session that it made: a second use ends it.
  session TEXT
) STRICT;

-- An extension that shows a code for its person to type into the dashboard.
CREATE TABLE device_code (
  hash TEXT PRIMARY KEY,
  user_hash TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  person TEXT,
  network TEXT,
  asked_at INTEGER NOT NULL DEFAULT 0,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;
