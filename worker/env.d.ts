/** What wrangler.toml binds. */
interface Env {
  DIRECTORY: D1Database
  NETWORKS: DurableObjectNamespace<import('./network-object.ts').NetworkObject>
  ASSETS: Fetcher
  /** Sends mail; without it (and without DEVELOPMENT_KEY) nobody signs in by mail. */
  MAIL?: SendEmail
  MAIL_FROM?: string
  /** Set on a developer's machine only; without it the development routes do not exist. */
  DEVELOPMENT_KEY?: string
}
