import { labelOf } from '../shared/framework.ts'
import { isStaff, type Person } from '../shared/network.ts'
import { nameSkeleton, readsLikeStaff, staffSkeletons } from './name-skeleton.ts'
import { type Actor, contextOf } from './network-answer.ts'
import type { NetworkStore } from './network-store.ts'

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
        .filter((one) => one.id !== staff.id && readsLikeStaff(one, new Set([nameSkeleton(staff.name)])))
        .map((one) => ({ ...one, name: withPlace(store, one) }))
    : []

/** A member whom the bank does not know as they now are becomes a change of its own, with a log row like every number. */
export const welcome = (store: NetworkStore, actor: Actor, witness: () => string): void => {
  const [before, now] = [store.person(actor.id), shownAs(store, actor)]
  if (before && before.name === now.name && before.role === now.role && before.site === now.site) return
  const seq = store.head() + 1
  const changed = [now, ...alikeNow(store, now)]
  store.write(
    changed.map((value) => ({ kind: 'person', id: value.id, value })),
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
    context: contextOf(actor),
  })
}
