-- What an operator asked of a bank's point-in-time recovery (npm run admin -- bookmark|recover), and what became of it. Times in milliseconds since 1970.
CREATE TABLE recovery (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  network TEXT NOT NULL REFERENCES network (slug),
  -- Where to go back to: a moment, a bookmark, or neither, when only the bookmark of now is wanted.
  moment INTEGER,
  bookmark TEXT,
  asked_at INTEGER NOT NULL,
  -- asked, set (the object begins there at its next start), done, refused
  state TEXT NOT NULL DEFAULT 'asked',
  -- The bookmark of just before: goes back again.
  undo TEXT,
  -- Which run of the object it was set in: it counts from the next one on.
  session TEXT,
  said TEXT NOT NULL DEFAULT ''
);

INSERT INTO job_run (job, ended_at) VALUES ('recoveries', unixepoch() * 1000);
