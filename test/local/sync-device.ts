import { type ClientState, enqueue, needsArchive, newMeta, nextRequest, receive } from '../../shared/sync/client-engine.ts'
import type { SyncReply } from '../../shared/sync/protocol.ts'

/** An extension's engine over memory, with its outbox and archive: what it is promised, it can count. */
export interface SyncDevice {
  /** Ids of mutations that the server has acknowledged. */
  acknowledged: Set<string>
  /** Ids of ideas that it was told of, deleted ones left out. */
  ideas: Set<string>
  propose: (change: string) => void
  /** Rounds until nothing is left to send or to read; throws what the server answered instead. */
  sync: () => Promise<void>
}

export const syncDevice = (url: string, slug: string, token: string): SyncDevice => {
  const state: ClientState = { meta: newMeta(crypto.randomUUID()), outbox: [], archive: [] }
  const [acknowledged, ideas] = [new Set<string>(), new Set<string>()]
  const round = async (): Promise<boolean> => {
    const sent = nextRequest(state, crypto.randomUUID())
    const answer = await fetch(`${url}/v1/networks/${slug}/sync`, {
      method: 'POST',
      body: JSON.stringify(sent),
      headers: { authorization: `Bearer ${token}` },
    })
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    const reply = (await answer.json()) as SyncReply
    const step = receive(needsArchive(reply) ? state : { ...state, archive: [] }, reply, sent, crypto.randomUUID(), Date.now())
    const settled = new Map(step.settled.map((ack) => [ack.id, ack]))
    const kept = state.outbox.filter(({ id }) => settled.has(id)).map((one) => ({ ...one, ackedAt: Date.now() }))
    for (const ack of step.settled) if (ack.status === 'ok') acknowledged.add(ack.id)
    state.archive = [...(step.archiveTaken ? [] : state.archive), ...kept]
    state.outbox = step.outbox ?? state.outbox.filter(({ id }) => !settled.has(id))
    state.meta = step.meta
    if (step.sweepBefore !== undefined || step.outcome === 'reset') ideas.clear()
    if ('rows' in reply) for (const { kind, id, value } of reply.rows) if (kind === 'idea' && value) ideas.add(id)
    return step.outcome !== 'ok' || state.outbox.length > 0
  }
  return {
    acknowledged,
    ideas,
    propose: (change) => {
      const { meta, pending } = enqueue(state.meta, {
        id: crypto.randomUUID(),
        name: 'proposeIdea' as const,
        at: Date.now(),
        args: { idea: crypto.randomUUID(), change },
      })
      state.meta = meta
      state.outbox.push(pending)
    },
    sync: async () => {
      for (let rounds = 0; await round(); rounds += 1) if (rounds > 100) throw new Error('It does not come to an end')
    },
  }
}
