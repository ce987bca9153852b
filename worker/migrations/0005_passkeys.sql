-- A key that a person's device or password manager holds. Only its public half is here.
CREATE TABLE passkey (
  -- The credential's id, base64url.
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id),
  -- COSE, base64url.
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL DEFAULT '[]',
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_by_person ON passkey (person);

-- What a passkey is asked to sign, once; `person` is who adds one, nothing for signing in.
CREATE TABLE passkey_challenge (
  browser TEXT PRIMARY KEY,
  challenge TEXT NOT NULL,
  person TEXT,
  expires_at INTEGER NOT NULL
) STRICT;
