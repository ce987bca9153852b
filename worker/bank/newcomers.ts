import { labelOf } from '../../shared/domain/framework.ts'
import { isStaff, type Person } from '../../shared/domain/entities.ts'
import { readsLikeStaff, staffSkeletons } from '../../shared/domain/name-skeleton.ts'
import { type Actor, contextOf } from './answers.ts'
import type { NetworkStore } from './storage/store.ts'

/** Names of staff as the object knows them, read again after each change of a person: people come far more often than they change. */
const known = new WeakMap<NetworkStore, ReadonlySet<string>>()

const staffOf = (store: NetworkStore): ReadonlySet<string> => {
  const present = known.get(store) ?? staffSkeletons(store.all('person'))
  known.set(store, present)
  return present
}

const withPlace = (store: NetworkStore, { name, role, site }: Person): string =>
  `${name} (${labelOf(store.network.framework().sites, site) || role.replace('-', ' ')})`

/** A member as everybody is shown them: with their site, where the name alone reads like a coordinator's [W6]. */
const shownAs = (store: NetworkStore, { id, name, role, site }: Person): Person => {
  const person = { id, name, role, site }
  return readsLikeStaff(person, staffOf(store)) ? { ...person, name: withPlace(store, person) } : person
}

/** Those who were there first, and whose name reads like that of somebody who is staff now. */
const alikeNow = (store: NetworkStore, staff: Person): Person[] =>
  isStaff(staff.role)
    ? store
        .all('person')
        .filter((one) => one.id !== staff.id && readsLikeStaff(one, staffSkeletons([staff])))
        .map((one) => ({ ...one, name: withPlace(store, one) }))
    : []

/**
 * Members whom the bank does not know as they now are. A row that says who somebody is stands in the feed where it was written; beside
 * something that goes without a name it would tell whose it is. So it comes when the directory says who they are, or with what they
 * said under their name. Whoever only reads, or says something without their name, waits for the rows of all others of that day.
 */
const isKnown = (store: NetworkStore, actor: Actor): boolean => {
  const [before, now] = [store.person(actor.id), shownAs(store, actor)]
  return before !== undefined && before.name === now.name && before.role === now.role && before.site === now.site
}

/** Their rows under one number, with a log row like every number. */
const writeRows = (store: NetworkStore, people: readonly Actor[], by: Actor, witness: () => string): void => {
  const seq = store.head() + 1
  const shown = people.map((actor) => shownAs(store, actor))
  const changed = new Map([...shown.flatMap((person) => alikeNow(store, person)), ...shown].map((person) => [person.id, person]))
  store.write(
    [...changed.values()].map((value) => ({ kind: 'person', id: value.id, value })),
    seq,
  )
  known.delete(store)
  store.append({
    id: crypto.randomUUID(),
    seq,
    status: 'ok',
    witness: witness(),
    replica: '',
    cseq: 0,
    name: 'welcome',
    args: null,
    context: contextOf(by),
  })
}

/** The directory says who somebody is, whatever they ask for. */
export const syncMember = (sql: SqlStorage, store: NetworkStore, actor: Actor, witness: () => string): void => {
  sql.exec('DELETE FROM newcomer WHERE id = ?', actor.id)
  if (!isKnown(store, actor)) writeRows(store, [actor], actor, witness)
}

/** After what somebody asked for in this transaction. */
export const upsertMember = (sql: SqlStorage, store: NetworkStore, actor: Actor, witness: () => string): void => {
  if (isKnown(store, actor)) return
  if (store.spoken) return syncMember(sql, store, actor, witness)
  const { id, name, role, site } = actor
  const since = 'coalesce((SELECT since FROM newcomer WHERE id = ?1), ?5)'
  sql.exec(
    `INSERT OR REPLACE INTO newcomer (id, name, role, site, since) VALUES (?1, ?2, ?3, ?4, ${since})`,
    id,
    name,
    role,
    site,
    Date.now(),
  )
}

/** Milliseconds. */
const dayLong = 24 * 60 * 60 * 1000
const nobody: Actor = { id: '', name: '', role: 'admin', site: '' }

/** Makes known, under one number and in the order of their ids, who has waited since a day before today (UTC). */
export const upsertWaitingMembers = (sql: SqlStorage, store: NetworkStore, witness: () => string, now: number): void => {
  const today = now - (now % dayLong)
  const people = sql
    .exec<Actor & Record<string, string>>('SELECT id, name, role, site FROM newcomer WHERE since < ? ORDER BY id', today)
    .toArray()
  if (people.length > 0) writeRows(store, people, nobody, witness)
  sql.exec('DELETE FROM newcomer WHERE since < ?', today)
}
