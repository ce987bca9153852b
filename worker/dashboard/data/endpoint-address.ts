import type { BodyOf, Endpoint, Nothing, PartsOf, PathOf, QueryOf, ReplyOf } from '../../../shared/api/endpoints.ts'
import { own } from '../../../shared/values/own.ts'
import { address } from './address.ts'
import { me } from './session.ts'

/** Endpoints that answer JSON. */
export type Speaking = { [E in Endpoint]: [ReplyOf<E>] extends [never] ? never : E }[Endpoint]

type Parts<E extends Endpoint> = { [Part in Exclude<PartsOf<PathOf<E>>, 'network'>]: string } & {
  [Part in Extract<PartsOf<PathOf<E>>, 'network'>]?: string
}
type WithQuery<Query> = Query extends Nothing ? unknown : Partial<Query> extends Query ? { query?: Query } : { query: Query }

type Wheres = { [E in Endpoint]: Parts<E> & WithQuery<QueryOf<E>> }
/** What an endpoint's address is made of: its variable parts by name (`network` is the person's own unless said) and its query. */
export type Where<E extends Endpoint> = Wheres[E]

type Asks = { [E in Endpoint]: Where<E> & (BodyOf<E> extends undefined ? unknown : { body: BodyOf<E> }) & { signal?: AbortSignal } }
/** All that a call of an endpoint takes. */
export type Ask<E extends Endpoint> = Asks[E]
/** The same as arguments: none where nothing has to be said. */
export type Asked<E extends Endpoint, More = unknown> = Partial<Ask<E>> extends Ask<E> ? [ask?: Ask<E> & More] : [ask: Ask<E> & More]

/** `addressOf` where the types are known to fit already. */
export const addressFrom = (
  endpoint: Endpoint,
  where: Record<string, unknown> & { query?: Record<string, string | undefined> },
): string => {
  const partOf = (name: string): string => {
    const part = own(where, name) ?? (name === 'network' ? me.value?.network.slug : '')
    return typeof part === 'string' ? encodeURIComponent(part) : ''
  }
  const path = endpoint.slice(endpoint.indexOf('/')).replaceAll(/:(\w+)/g, (_, name: string) => partOf(name))
  return address(path, where.query ?? {})
}

/** The address of an endpoint: each part encoded, the query's empty values left out. */
export const addressOf = <E extends Endpoint>(endpoint: E, where: Where<E>): string => addressFrom(endpoint, where)
