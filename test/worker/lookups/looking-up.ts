import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { type AskedService, askedServices } from '../../../shared/lookups/assertion.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { networkObject } from '../../../worker/auth/one-time-codes.ts'
import { enroll, undoTime } from '../../../worker/bank/lookups/lookup-items.ts'
import { lookUpSome, type LookupWork } from '../../../worker/bank/lookups/look-up-some.ts'
import { recordAnswers, type Transact } from '../../../worker/bank/lookups/network-lookups.ts'
import { NetworkStore } from '../../../worker/bank/storage/store.ts'
import { inTransaction, newWitness } from '../../../worker/bank/storage/transaction.ts'
import type { Wanted } from '../../../worker/lookups/look-up.ts'
import { asBrowser, makeNetwork, type TestMember } from '../network.ts'
import { ringOnce } from '../ring.ts'
import type { AskedRequest } from './services-server.ts'

export const ask = async (member: TestMember, name: MutationName, args: object): Promise<string> => {
  const id = crypto.randomUUID()
  const response = await asBrowser(member, `/v1/networks/${member.slug}/mutations`, {
    method: 'POST',
    body: JSON.stringify({ mutations: [{ id, name, args }] }),
  })
  const { results } = await response.json<{ results: { status: string; message?: string }[] }>()
  if (results[0]?.status !== 'ok') throw new Error(`${name}: ${results[0]?.message}`)
  return id
}

/** Requests that the services had with this text in their address. */
export const askedAbout = async (text: string): Promise<AskedRequest[]> =>
  (await fetch(`${env.LOOKUP_ADDRESS}/asked/${encodeURIComponent(text)}`)).json()

const stub = async (slug: string) => env.NETWORKS.get(env.NETWORKS.idFromName((await networkObject(env.DIRECTORY, slug)) ?? ''))
export const inBank = async <Result>(
  slug: string,
  work: (sql: SqlStorage, state: DurableObjectState) => Result,
): Promise<Awaited<Result>> => await runInDurableObject(await stub(slug), (_, state) => work(state.storage.sql, state))

const waiting = (slug: string): Promise<number> =>
  inBank(slug, (sql) => {
    const clips = Number(
      sql
        .exec("SELECT count(*) AS n FROM clip_row WHERE number > coalesce((SELECT value FROM meta WHERE name = 'lookup-enrolled'), 0)")
        .one()['n'],
    )
    return clips + Number(sql.exec('SELECT count(*) AS n FROM lookup_item WHERE due <= ?', Date.now()).one()['n'])
  })

export const lookUpOnce = async (slug: string): Promise<void> => ringOnce(await stub(slug))

/** Lets the time go by in which a new clip may be undone. */
const pastUndo = (slug: string): Promise<unknown> =>
  inBank(slug, (sql) => sql.exec('UPDATE lookup_item SET due = due - ? WHERE due <= ?', undoTime, Date.now() + undoTime))

/** Lets the alarm ring until nothing waits to be looked up. */
export const lookUp = async (slug: string): Promise<void> => {
  do {
    await lookUpOnce(slug)
    await pastUndo(slug)
    await new Promise((resolve) => setTimeout(resolve, 20))
  } while ((await waiting(slug)) > 0)
}

/**
 * One part of the look-ups of a network as its object does it, without the limits of services, whose own tests are others; in one
 * mode all services fail in that way.
 */
export const workOf = (
  { storage }: DurableObjectState,
  services: readonly AskedService[],
  mode?: string,
  patience?: number,
): LookupWork => {
  const store = new NetworkStore(storage)
  const transact: Transact = (work) => inTransaction(storage, store, () => work(newWitness))
  return {
    sql: storage.sql,
    asking: {
      contact: 'operator@hospital.example',
      openAlexKey: 'key',
      instead: mode === undefined ? env.LOOKUP_ADDRESS : `${env.LOOKUP_ADDRESS}/mode/${mode}`,
    },
    services,
    reserve: () => Promise.resolve(0),
    record: (clip, { answers }) => recordAnswers(store, transact, clip, answers),
    now: () => Date.now(),
    ...(patience !== undefined && { patience }),
  }
}

/** One part of it while all services fail in one way. */
export const lookUpInVain = (slug: string, mode: string, services: readonly AskedService[]): Promise<unknown> =>
  inBank(slug, (sql, state) => {
    enroll(sql, Date.now() - undoTime)
    return lookUpSome(workOf(state, services, mode, 200))
  })

/** Lets so much time go by for the look-ups, in milliseconds. */
export const goBy = (slug: string, time: number): Promise<unknown> =>
  inBank(slug, (sql) => {
    sql.exec('UPDATE lookup_item SET due = due - ?', time)
    sql.exec('UPDATE lookup_service SET rests = rests - ?', time)
    const rows = sql.exec<{ item: string; ids: string; answers: string }>('SELECT item, ids, answers FROM lookup_item').toArray()
    for (const { item, ids, answers } of rows) {
      const older = Object.fromEntries(
        Object.entries(JSON.parse(answers) as Record<string, { at: number }>).map(([name, one]) => [name, { ...one, at: one.at - time }]),
      )
      const wanted = JSON.parse(ids) as Wanted
      const apart = Object.fromEntries(Object.entries(wanted.apart ?? {}).map(([name, from]) => [name, Math.max(0, from - time)]))
      const kept = JSON.stringify({ ...wanted, ...(wanted.apart && { apart }) })
      sql.exec('UPDATE lookup_item SET ids = ?, answers = ? WHERE item = ?', kept, JSON.stringify(older), item)
    }
  })

export const clipIn = (slug: string, id: string): Promise<Evidence> =>
  inBank(slug, (sql) => {
    const row = sql.exec<{ body: string }>("SELECT body FROM entity WHERE kind = 'evidence' AND id = ?", id).one()
    return JSON.parse(row.body) as Evidence
  })

/** A network that may ask, and how its clinicians clip. */
export const asking = async (slug: string, services: readonly AskedService[] = askedServices, on = true) => {
  const members = await makeNetwork(slug)
  await ask(members.admin, 'configureFramework', { set: { sites: [{ key: 'site-1', label: 'One' }], lookups: { on, services } } })
  return {
    ...members,
    slug,
    switchOn: () => ask(members.admin, 'configureFramework', { set: { lookups: { on: true, services } } }),
    clip: async (citation: object): Promise<string> => {
      const evidence = crypto.randomUUID()
      await ask(members.contributor, 'clipEvidence', { evidence, citation: { type: 'article-journal', ...citation }, ideas: [] })
      return evidence
    },
  }
}
