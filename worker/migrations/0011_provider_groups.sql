-- Which groups or roles, as a hospital's provider names them, come in as what. Admins set both under Members (docs/security.md).
-- The claim that holds them; empty: none is read.
ALTER TABLE provider ADD COLUMN groups_claim TEXT NOT NULL DEFAULT '';
-- JSON list of {group, role, site}; the first that fits counts.
ALTER TABLE provider ADD COLUMN group_roles TEXT NOT NULL DEFAULT '[]';
-- The provider that made this member and whose groups say their role and site; empty: somebody in the network says it.
ALTER TABLE membership ADD COLUMN role_by TEXT NOT NULL DEFAULT '';
UPDATE membership SET role_by = COALESCE((
  SELECT p.id FROM provider p JOIN identity i ON i.issuer = p.issuer AND i.person = membership.person AND i.created_at = membership.created_at
  WHERE p.network = membership.network AND p.role = membership.role AND p.site = membership.site ORDER BY p.id LIMIT 1
), '');
