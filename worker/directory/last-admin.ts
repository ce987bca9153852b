/** Whether the member of row `m` is the only active admin of its network; a service is none, since nobody signs in as it. */
export const isLastAdmin = `m.role = 'admin' AND m.service = 0 AND m.status = 'active' AND NOT EXISTS (SELECT 1 FROM membership o
  WHERE o.network = m.network AND o.person <> m.person AND o.role = 'admin' AND o.service = 0 AND o.status = 'active')`
