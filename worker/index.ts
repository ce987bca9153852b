import { api } from './api.ts'

export { NetworkObject } from './network-object.ts'

export default { fetch: api.fetch } satisfies ExportedHandler<Env>
