-- What a network's object has yet to be told of a change of its member. Written in the transaction of the change itself, deleted when the
-- object has been told: whoever is killed in between leaves the row, and the cron goes on from it (a transactional outbox).
CREATE TABLE object_outbox (
  change TEXT NOT NULL,
  network TEXT NOT NULL REFERENCES network (slug),
  person TEXT NOT NULL,
  -- The name that the bank gets instead of the person's; empty for their own.
  name TEXT NOT NULL,
  -- 1: what the person keeps there for themselves alone goes too.
  erases INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (change, network)
) STRICT;
