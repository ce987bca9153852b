/** What wrangler.toml binds. */
interface Env {
  DIRECTORY: D1Database
  NETWORKS: DurableObjectNamespace<import('./bank/network-object.ts').NetworkObject>
  ASSETS: Fetcher
  /** Sends mail; without it (and without DEVELOPMENT_KEY) nobody signs in by mail. */
  MAIL?: SendEmail
  MAIL_FROM?: string
  /** The header that says where a request came from; Cloudflare's without it, `none` for no header at all (worker/http/client-address.ts). */
  ADDRESS_HEADER?: string
  /** Cloudflare Turnstile for sign-ins from an address that floods (worker/auth/human.ts); off without both. */
  TURNSTILE_SITE_KEY?: string
  TURNSTILE_SECRET?: string
  /** Another place of its script and siteverify API, for tests. */
  TURNSTILE_ADDRESS?: string
  /** How many times the usual limits (shared/sync/member-limits.ts) members have; 1 without it. For a network that moves its bank here. */
  MEMBER_LIMITS?: string
  /** Networks that answer 503, by their short names with commas, or `*`: while whoever runs the server restores one. */
  CLOSED_NETWORKS?: string
  /** Where this network's people get the extension: its addresses in the stores, and a page or file for whoever has no store. https; each may be left out. */
  EXTENSION_CHROME?: string
  EXTENSION_EDGE?: string
  EXTENSION_FIREFOX?: string
  EXTENSION_FILE?: string
  /** Keeps the limits of look-up services for all networks together (worker/lookups/lookup-gate.ts). */
  LOOKUP_GATE: DurableObjectNamespace<import('./lookups/lookup-gate.ts').LookupGate>
  /** The operator's mail address, which look-up services want to know; without it none is ever asked. */
  LOOKUP_CONTACT?: string
  NCBI_KEY?: string
  OPENALEX_KEY?: string
  /** Another place of all look-up services, for tests. */
  LOOKUP_ADDRESS?: string
  /** `on`: a line of JSON for each request in the log (docs/observability.md). */
  REQUEST_LOG?: string
  /** Bearer key of `GET /metrics`, which does not exist without it. For a server of one's own: at Cloudflare each isolate counts by itself. */
  METRICS_KEY?: string
  /** Workers Analytics Engine, where what is counted goes at Cloudflare; optional (`analytics = true` in the operator's file). */
  ANALYTICS?: AnalyticsEngineDataset
  /** Set on a developer's machine only; without it the development routes do not exist. */
  DEVELOPMENT_KEY?: string
}
