/** Whether the member of row `m` is the only active admin of its network. */
export const isLastAdmin = `m.role = 'admin' AND m.status = 'active' AND NOT EXISTS (SELECT 1 FROM membership o
  WHERE o.network = m.network AND o.person <> m.person AND o.role = 'admin' AND o.status = 'active')`
