-- Extensions of members who were removed, by their secret's hash alone: so that they can be told to empty what they hold.
CREATE TABLE removed_device (
  hash TEXT PRIMARY KEY,
  expires_at INTEGER NOT NULL
) STRICT;
