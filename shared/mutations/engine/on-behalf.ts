import * as v from 'valibot'
import type { Context } from '../../domain/actor.ts'
import type { Network } from '../../domain/entities.ts'
import * as field from '../../domain/field-schemas.ts'
import { message } from '../../i18n/message.ts'
import { followsHidden, seesHiddenNames } from '../../rules/visibility.ts'
import type { FormCode } from '../../values/issue-message.ts'
import { type Refusal, refuse } from './mutation.ts'

const name = v.pipe(field.label, v.minLength(1, 'form-empty' satisfies FormCode))

/** In whose name something is added: that of a member, who is its sender from then on, or of a guest, who has only a name. */
export const behalfSchema = v.union([v.object({ member: name }), v.object({ guest: name })])
export type Behalf = v.InferOutput<typeof behalfSchema>

interface About {
  behalf?: Behalf | undefined
  nameHidden?: boolean | undefined
}

/** Whoever looks after senders may add in their name, and then openly: the history says who did it. */
export const behalfObjection = ({ behalf, nameHidden }: About, context: Context): Refusal | undefined => {
  if (!behalf) return undefined
  if (!seesHiddenNames(context.role)) return refuse('forbidden', message('behalf-forbidden'))
  return nameHidden ? refuse('invalid', message('behalf-named')) : undefined
}

export interface Sender {
  person: string
  site: string
  /** What the row keeps of it. */
  marks: { enteredBy?: string; guest?: string }
}

/**
 * Who counts as the sender. A guest's name is kept as a word beside that of whoever added it, who gets the answers. What stands beside an idea
 * that the member sent without a name is refused: their name would be read from it.
 */
export const senderOf = (network: Network, behalf: Behalf | undefined, ideas: readonly string[], context: Context): Sender | Refusal => {
  if (!behalf) return { person: context.person, site: context.site, marks: {} }
  if ('guest' in behalf) return { person: context.person, site: context.site, marks: { guest: behalf.guest } }
  const { member } = behalf
  const person = network.person?.(member)
  if (network.person && !person) return refuse('not-found', message('behalf-unknown'))
  if (ideas.some((id) => followsHidden(network.idea(id), member))) return refuse('forbidden', message('behalf-hidden'))
  return { person: member, site: person?.site ?? '', marks: member === context.person ? {} : { enteredBy: context.person } }
}
