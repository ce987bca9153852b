/** What the tests bind beside wrangler.toml. */
interface Env {
  MIGRATIONS: import('cloudflare:test').D1Migration[]
}

declare namespace Cloudflare {
  interface Env extends globalThis.Env {}
  interface GlobalProps {
    mainModule: typeof import('../../worker/index.ts')
  }
}
