import type { Context } from '../../shared/domain/actor.ts'
import type { Person } from '../../shared/domain/entities.ts'
import type { QueuedMutation } from '../../shared/sync/protocol.ts'
import { apply } from '../../shared/sync/server-engine.ts'
import { syncMember } from './newcomers.ts'
import type { NetworkStore } from './storage/store.ts'

/** What happened at some time in the past, and who asked for it. */
export interface PastStep {
  asked: QueuedMutation
  context: Context
}

/** Runs the steps of a story, in a transaction of the caller's; throws at the first refusal. */
export const replay = (sql: SqlStorage, store: NetworkStore, steps: PastStep[], people: Person[], witness: () => string): string => {
  for (const person of people) syncMember(sql, store, person, witness)
  for (const { asked, context } of steps) {
    const ack = apply(store, asked, '', context, witness)
    if (ack.status === 'refused') throw new Error(`${asked.name}: ${ack.message}`)
  }
  return '{}'
}
