/** What the tests bind beside wrangler.toml. */
declare namespace Cloudflare {
  interface Env {
    DIRECTORY: D1Database
    NETWORKS: DurableObjectNamespace<import('../../worker/bank/network-object.ts').NetworkObject>
    ASSETS: Fetcher
    DEVELOPMENT_KEY?: string
    LOOKUP_GATE: DurableObjectNamespace<import('../../worker/lookups/lookup-gate.ts').LookupGate>
    LOOKUP_CONTACT?: string
    LOOKUP_ADDRESS?: string
    MAIL?: SendEmail
    MAIL_FROM?: string
    MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
  interface GlobalProps {
    mainModule: typeof import('../../worker/index.ts')
  }
}
