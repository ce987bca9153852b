import { type Actor, contextOf } from './network-answer.ts'
import type { NetworkStore } from './network-store.ts'

/** A member whom the bank does not know as they now are becomes a change of its own, with a log row like every number. */
export const welcome = (store: NetworkStore, actor: Actor, witness: () => string): void => {
  const known = store.person(actor.id)
  if (known && known.name === actor.name && known.role === actor.role && known.site === actor.site) return
  const seq = store.head() + 1
  const { id, name, role, site } = actor
  store.write([{ kind: 'person', id, value: { id, name, role, site } }], seq)
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
