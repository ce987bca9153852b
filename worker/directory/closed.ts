/**
 * Whether whoever runs the server has closed this network (`CLOSED_NETWORKS`: short names with commas, or `*` for all). What is not set is
 * `undefined` at Cloudflare, and `null` on a server of one’s own.
 */
export const isClosed = ({ CLOSED_NETWORKS: closed }: { CLOSED_NETWORKS?: string | null }, slug: string): boolean =>
  (closed ?? '').split(',').some((one) => one.trim() === '*' || (one.trim() !== '' && one.trim() === slug))
