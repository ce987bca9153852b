import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { inject } from 'vitest'
import type { HookDeliveriesReply, HookDelivery, HookLine, HookSecretReply, HookSetting } from '../../../shared/api/webhooks.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { hookEventTypes } from '../../../shared/webhooks/hook-events.ts'
import { networkObject } from '../../../worker/auth/one-time-codes.ts'
import { tellAfter } from '../../../worker/bank/webhooks/event-source.ts'
import { asBrowser, makeNetwork, type TestMember } from '../network.ts'
import { ringOnce } from '../ring.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test/receivers.ts listens, and an address where nobody does. */
    receiver: string
    dead: string
  }
}

/** What came to a receiver. */
interface Received {
  path: string
  headers: Record<string, string>
  body: string
}

export const get = async <Reply>(member: TestMember, path: string): Promise<Reply> =>
  (await asBrowser(member, `/v1/networks/${member.slug}${path}`)).json<Reply>()
export const post = (member: TestMember, path: string, body: unknown = {}, method = 'POST'): Promise<Response> =>
  asBrowser(member, `/v1/networks/${member.slug}${path}`, { method, ...(method === 'POST' ? { body: JSON.stringify(body) } : {}) })

/** Asks for a mutation in the dashboard; answers its id. */
export const ask = async (member: TestMember, name: MutationName, args: object): Promise<string> => {
  const id = crypto.randomUUID()
  const response = await post(member, '/mutations', { mutations: [{ id, name, args }] })
  const { results } = await response.json<{ results: { status: string; message?: string }[] }>()
  if (results[0]?.status !== 'ok') throw new Error(`${name}: ${results[0]?.message}`)
  return id
}

export const seenBy = async (key: string): Promise<Received[]> => (await fetch(`${inject('receiver')}/seen/${key}`)).json()

const stub = async (slug: string) => env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
export const inBank = async <Result>(slug: string, work: (sql: SqlStorage, state: DurableObjectState) => Result): Promise<Result> =>
  runInDurableObject(await stub(slug), (_, state) => work(state.storage.sql, state))

/** Lets so much time go by for the bank, in milliseconds: whatever it has written down is so much older. */
export const goBy = (slug: string, time: number): Promise<unknown> =>
  inBank(slug, (sql) => {
    sql.exec('UPDATE log SET at = at - ?', time)
    sql.exec('UPDATE hook SET at = at - ?1, rest_until = rest_until - ?1, old_until = old_until - ?1', time)
    sql.exec('UPDATE hook_delivery SET since = since - ?1, due = due - ?1', time)
  })

const due = `SELECT count(*) AS due FROM hook h JOIN hook_delivery d ON d.hook = h.id WHERE h.state = 'on' AND h.rest_until <= ?1 AND d.due <= ?1`
/** Lets the alarm ring, or waits until one that rang by itself has sent whatever is due. */
export const ring = async (slug: string): Promise<void> => {
  await ringOnce(await stub(slug))
  while ((await inBank(slug, (sql) => Number(sql.exec(due, Date.now()).one()['due']))) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    await ringOnce(await stub(slug))
  }
}

/** Until what happened so far is told. */
export const tellNow = async (slug: string): Promise<void> => {
  await goBy(slug, tellAfter + 10)
  await ring(slug)
}

export const setting = (kind: string, key: string): HookSetting => ({
  name: `A receiver that is ${kind}`,
  address: kind === 'dead' ? inject('dead') : `${inject('receiver')}/${kind}/${key}`,
  format: 'standard',
  events: [...hookEventTypes],
  words: false,
  language: 'en',
})

/** A network with a webhook, and what its tests ask. */
export const listening = async (slug: string, kind = 'ok', more: Partial<HookSetting> = {}) => {
  const members = await makeNetwork(slug)
  await ask(members.admin, 'configureFramework', { set: { sites: [{ key: 'site-1', label: 'One' }] } })
  const key = crypto.randomUUID()
  const add = async (setting: HookSetting): Promise<HookSecretReply> => (await post(members.admin, '/hooks', setting)).json()
  const { hook, secret } = await add({ ...setting(kind, key), ...more })
  return {
    ...members,
    slug,
    key,
    hook,
    secret,
    add,
    seen: () => seenBy(key),
    deliveries: async (id = hook.id): Promise<HookDelivery[]> =>
      (await get<HookDeliveriesReply>(members.admin, `/hooks/${id}/deliveries`)).deliveries,
    line: async (id = hook.id): Promise<HookLine | undefined> =>
      (await get<{ hooks: HookLine[] }>(members.admin, '/hooks')).hooks.find((one) => one.id === id),
  }
}
