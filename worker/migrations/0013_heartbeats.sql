-- Each job's last end that was well, and the last failure after it; milliseconds since 1970. What never ran is counted from here.
CREATE TABLE job_run (job TEXT PRIMARY KEY, ended_at INTEGER NOT NULL, failed_at INTEGER) WITHOUT ROWID;
INSERT INTO job_run (job, ended_at)
SELECT column1, unixepoch() * 1000 FROM (VALUES ('sweep-often'), ('tell-objects'), ('check-harmed'), ('sweep'), ('decision-mail'));

-- Banks whose object was found harmed, by the object's id, until it answers again.
CREATE TABLE harmed_bank (object TEXT PRIMARY KEY, found_at INTEGER NOT NULL) WITHOUT ROWID;
