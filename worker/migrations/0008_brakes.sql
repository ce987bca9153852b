-- A browser in which somebody signed in before: whatever strangers do from the same address, it is counted by itself. Its secret is kept as a SHA-256 only.
CREATE TABLE known_browser (
  hash TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES person (id),
  last_used INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (hash, person)
) STRICT;
CREATE INDEX known_browser_by_person ON known_browser (person, last_used);

-- What strangers make is swept by these as they make it.
CREATE INDEX brake_by_until ON brake (until);
CREATE INDEX email_code_by_expiry ON email_code (expires_at);
CREATE INDEX provider_trip_by_expiry ON provider_trip (expires_at);
CREATE INDEX passkey_challenge_by_expiry ON passkey_challenge (expires_at);
CREATE INDEX device_code_by_expiry ON device_code (expires_at);
