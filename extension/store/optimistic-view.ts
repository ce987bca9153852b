import * as v from 'valibot'
import { deviceMutationNamed } from '../../shared/mutations/device-mutations.ts'
import { defaultFramework } from '../../shared/domain/framework.ts'
import { decide, isRefusal, type Refusal } from '../../shared/mutations/engine/mutation.ts'
import type { Context } from '../../shared/domain/actor.ts'
import { type Change, type Entities, frameworkId, type Kind, type Network } from '../../shared/domain/entities.ts'
import type { QueuedMutation } from '../../shared/sync/protocol.ts'
import { notTakenBack } from './taken-back.ts'

const keyOf = (kind: Kind, id: string): string => `${kind} ${id}`

export interface OptimisticView {
  network: Network
  entity: <K extends Kind>(kind: K, id: string) => Entities[K] | undefined
  /** Refusals that the server will very likely give, by mutation id. Only a mark: nothing is undone. */
  refusals: Map<string, Refusal>
}

/**
 * The optimistic view (optimistic update): the rows as the server last sent them, with all pending mutations run on top by
 * the same functions that the server will run. Nothing of it is stored, so a refusal needs no rollback.
 */
export const optimisticView = (
  rows: readonly { kind: Kind; id: string; value: Entities[Kind] }[],
  waiting: readonly QueuedMutation[],
  context: Omit<Context, 'at'>,
): OptimisticView => {
  const entities = new Map<string, Entities[Kind]>(rows.map(({ kind, id, value }) => [keyOf(kind, id), value]))
  const refusals = new Map<string, Refusal>()
  const entity = <K extends Kind>(kind: K, id: string): Entities[K] | undefined => entities.get(keyOf(kind, id)) as Entities[K] | undefined
  const all = <K extends Kind>(kind: K): Entities[K][] =>
    [...entities].flatMap(([key, value]) => (key.startsWith(`${kind} `) ? [value as Entities[K]] : []))
  const network: Network = {
    framework: () => entity('framework', frameworkId) ?? defaultFramework,
    idea: (id) => entity('idea', id),
    evidence: (id) => entity('evidence', id),
    comment: (id) => entity('comment', id),
    evidenceOf: (idea) => all('evidence').filter(({ ideas }) => ideas.includes(idea)),
    series: (id) => entity('series', id),
    stancesOf: (idea) => all('stance').filter((stance) => stance.idea === idea),
  }
  const write = ({ kind, id, value }: Change): void => {
    if (value === null) entities.delete(keyOf(kind, id))
    else entities.set(keyOf(kind, id), value)
  }
  for (const { id, name, args, at } of notTakenBack(waiting)) {
    const mutation = deviceMutationNamed(name)
    if (!mutation) continue
    const decision = decide(mutation, network, args, { ...context, at })
    if (isRefusal(decision)) refusals.set(id, decision)
    else for (const change of decision) write(change)
  }
  return { network, entity, refusals }
}

/** The rows that these mutations read, to be loaded before they are run. */
export const readsOf = (asked: readonly QueuedMutation[]): [Kind, string][] =>
  asked.flatMap(({ name, args }) => {
    const mutation = deviceMutationNamed(name)
    if (!mutation) return []
    const parsed = v.safeParse(mutation.args, args)
    if (!parsed.success) return []
    const { ideas = [], evidence = [], comments = [] } = mutation.reads(parsed.output)
    return [
      ...ideas.map((id): [Kind, string] => ['idea', id]),
      ...evidence.map((id): [Kind, string] => ['evidence', id]),
      ...comments.map((id): [Kind, string] => ['comment', id]),
    ]
  })
