import type { Message } from '../../../shared/i18n/message.ts'
import type { ArgsOf, MutationName } from '../../../shared/mutations/index.ts'
import type { Ack } from '../../../shared/sync/protocol.ts'
import { call } from './api.ts'
import { patientIn } from './patient-guard.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { problemOf } from './use-query.ts'
import { translate } from '../i18n/translate.ts'
import { messages } from '../i18n/bank.ts'

/** `problem` is what to tell the person; nothing became true then. */
export type Outcome = { done: true; mutation: string } | { done: false; problem: string; reason?: Message | undefined }

/** Ids of what was sent without an answer: the same request again is the same mutation, and is run at most once. */
const unanswered = new Map<string, string>()

const outcome = (ack: Ack | undefined): Outcome => {
  if (ack?.status === 'ok') return { done: true, mutation: ack.id }
  return {
    done: false,
    problem: ack?.message ? translate(ack.reason ?? ack.message, ack.message) : messages.problems.unknown,
    reason: ack?.reason,
  }
}

/** Why this may not be sent, by the patient guard; `undefined` where it has nothing against it. */
export const heldBack = async (args: object): Promise<{ problem: string; reason?: Message } | undefined> => {
  try {
    const refusal = await patientIn(args)
    return refusal && { problem: messages.problems.patient, reason: refusal.reason }
  } catch {
    return { problem: messages.problems.unguarded }
  }
}

/** Asks for one mutation, unless the patient guard finds somebody in it. `args` gets the mutation's id, for what it makes. Never throws: what the server or the line says comes back in words. */
export const mutate = async <Name extends MutationName>(name: Name, args: (id: string) => ArgsOf<Name>): Promise<Outcome> => {
  const same = JSON.stringify([name, args('')])
  const id = unanswered.get(same) ?? newId()
  unanswered.set(same, id)
  // Made once: what is read is what is sent, whatever is typed meanwhile.
  const asked = args(id)
  const held = await heldBack(asked)
  if (held) {
    unanswered.delete(same)
    return { done: false, ...held }
  }
  try {
    const { results } = await call('POST /v1/networks/:network/mutations', {
      body: { mutations: [{ id, name, args: asked }] },
    })
    unanswered.delete(same)
    return outcome(results[0])
  } catch (error) {
    return { done: false, problem: problemOf(error).message }
  }
}
