/** What the tests bind beside wrangler.toml. */
declare namespace Cloudflare {
  interface Env {
    DIRECTORY: D1Database
    NETWORKS: DurableObjectNamespace<import('../../worker/bank/network-object.ts').NetworkObject>
    ASSETS: Fetcher
    DEVELOPMENT_KEY?: string
    MAIL?: SendEmail
    MAIL_FROM?: string
    MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
  interface GlobalProps {
    mainModule: typeof import('../../worker/index.ts')
  }
}
