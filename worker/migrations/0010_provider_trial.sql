-- 1: an admin looks at what a provider says of them; nobody is signed in by it, and nothing of it is kept.
ALTER TABLE provider_trip ADD COLUMN trial INTEGER NOT NULL DEFAULT 0 CHECK (trial IN (0, 1));
