-- How a hospital's provider speaks of people. An admin sets both, and is told what they mean (docs/operations.md).
-- 1: every address of this issuer is believed as it is, also where it does not say that it verified it.
ALTER TABLE provider ADD COLUMN trust_addresses INTEGER NOT NULL DEFAULT 0 CHECK (trust_addresses IN (0, 1));
-- The claim that holds the address.
ALTER TABLE provider ADD COLUMN address_claim TEXT NOT NULL DEFAULT 'email'
  CHECK (address_claim IN ('email', 'preferred_username', 'upn', 'verified_primary_email'));
