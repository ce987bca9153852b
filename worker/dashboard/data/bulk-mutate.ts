import type { MutationName } from '../../../shared/mutations/index.ts'
import type { Ack } from '../../../shared/sync/protocol.ts'
import { call } from './api.ts'
import { heldBack } from './mutate.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { problemOf } from './use-query.ts'
import { translate } from '../i18n/translate.ts'
import { messages } from '../i18n/bank.ts'

/** One idea's part of a bulk action: what it asks for, and what came of it (`problem` empty: it is done). */
export interface BulkMutation {
  idea: string
  change: string
  name: MutationName
  args: object
}
export interface BulkResult extends BulkMutation {
  problem: string
  /** Its id, by which it can be taken back. */
  mutation: string
}

const atOnce = 50

type Send = (mutations: { id: string; name: MutationName; args: object }[]) => Promise<{ results: readonly Ack[] }>

/** Asks for one mutation an idea, fifty a request; each is answered by itself. Never throws: a line that breaks is each one's problem. */
export const createMutateMany =
  (send: Send) =>
  async (wishes: readonly BulkMutation[], told: (done: number) => void): Promise<BulkResult[]> => {
    const results: BulkResult[] = []
    for (let from = 0; from < wishes.length; from += atOnce) {
      const part = wishes.slice(from, from + atOnce)
      const asked = part.map(({ name, args }) => ({ id: newId(), name, args }))
      const held = await Promise.all(part.map(({ args }) => heldBack(args)))
      try {
        const sent = asked.filter((_, index) => !held[index])
        const reply = sent.length > 0 ? await send(sent) : { results: [] }
        const acks = new Map(sent.map(({ id }, index) => [id, reply.results[index]]))
        results.push(
          ...part.map((wish, index) => {
            const { id } = asked[index] ?? { id: '' }
            const ack = acks.get(id)
            const refused = ack?.status === 'ok' ? '' : translate(ack?.reason ?? ack?.message ?? messages.problems.unknown, ack?.message)
            return { ...wish, mutation: id, problem: held[index]?.problem ?? refused }
          }),
        )
      } catch (error) {
        const problem = problemOf(error).message
        results.push(...part.map((wish, index) => ({ ...wish, mutation: '', problem: held[index]?.problem ?? problem })))
      }
      told(results.length)
    }
    return results
  }

export const mutateMany = createMutateMany((mutations) => call('POST /v1/networks/:network/mutations', { body: { mutations } }))
