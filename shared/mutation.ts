import * as v from 'valibot'
import type { Change, Network, Role } from './network.ts'

/** Who asks, in which role, and when; always from the Worker, never from the message. */
export interface Context {
  person: string
  role: Role
  /** The person's own site, empty for network staff. */
  site: string
  /** Milliseconds since 1970 by the Worker's clock. */
  at: number
}

export type RefusalCode =
  | 'invalid'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'held'
  | 'gate'
  | 'exists'
  | 'unknown'
  | 'too-large'
  | 'patient-information'

/** The domain says no, in words that the person who asked can act on. */
export interface Refusal {
  refused: RefusalCode
  message: string
}

export const refuse = (refused: RefusalCode, message: string): Refusal => ({ refused, message })
/** The refusal, where something was not found as it has to be. */
export const refusalIn = (found: object): Refusal | undefined => ('refused' in found ? (found as Refusal) : undefined)
export const isRefusal = (decision: Change[] | Refusal): decision is Refusal => 'refused' in decision

/** A field that was changed by somebody else since whoever asks saw it, with what stood there. */
export interface Overwritten {
  field: string
  was: unknown
}

type ArgsSchema = v.GenericSchema<unknown, object>

export interface Mutation<Args extends object = object> {
  name: string
  args: v.GenericSchema<unknown, Args>
  /** Who may ask. */
  roles: readonly Role[]
  /** The ideas and evidence that the decision reads, so that a client can load them first. */
  reads: (args: Args) => { ideas?: string[]; evidence?: string[]; comments?: string[] }
  /** Paths in the arguments whose texts name sites or members on purpose; all others are guarded against patient information. */
  exempt?: readonly string[]
  /**
   * What stands against it whatever else it says: who asks, and how its idea or clip stands. Asked before every decision, and by
   * screens before they offer it (`objectionTo`); the rule is written here only.
   */
  objects?: (network: Network, about: Partial<Args>, context: Context) => Refusal | undefined
  /** The decision. Pure: same network, args and context, same answer. */
  run: (network: Network, args: Args, context: Context) => Change[] | Refusal
  /** What the change will replace that whoever asks has not seen; read before it is made. */
  overwrites?: (network: Network, args: Args) => Overwritten[]
}

/** Gives a mutation its types; the object is the whole feature. */
export const defineMutation = <Schema extends ArgsSchema>(
  mutation: Omit<Mutation<v.InferOutput<Schema>>, 'args'> & { args: Schema },
): Mutation<v.InferOutput<Schema>> => mutation

/** Parses the args, checks the role, decides. Bad args and unknown roles are refusals: nothing is thrown for what a client sends. */
export const decide = <Args extends object>(
  mutation: Mutation<Args>,
  network: Network,
  args: unknown,
  context: Context,
): Change[] | Refusal => {
  const parsed = v.safeParse(mutation.args, args, { abortEarly: true })
  if (!parsed.success) return refuse('invalid', issueText(parsed.issues[0]))
  return objectionTo(mutation, network, parsed.output, context) ?? mutation.run(network, parsed.output, context)
}

/**
 * Why this person may not ask for that at all, or nothing. `about` names what it concerns as far as that is known; a screen asks
 * with what it shows. What is typed may still be refused.
 */
export const objectionTo = <Args extends object>(
  mutation: Mutation<Args>,
  network: Network,
  about: Partial<Args>,
  context: Context,
): Refusal | undefined =>
  mutation.roles.includes(context.role)
    ? mutation.objects?.(network, about, context)
    : refuse('forbidden', `A ${context.role.replace('-', ' ')} may not do this.`)

/** What a mutation that is about to be run replaces unseen. */
export const overwrittenBy = (mutation: Mutation, network: Network, args: unknown): Overwritten[] => {
  if (!mutation.overwrites) return []
  const parsed = v.safeParse(mutation.args, args)
  return parsed.success ? mutation.overwrites(network, parsed.output) : []
}

/** Where and why, without the words that were sent: the log keeps this, and nothing of what is refused. */
const issueText = (issue: v.BaseIssue<unknown>): string => {
  // A name that is in no schema is one of those words; one that is missing is not.
  const path = (issue.path ?? []).map(({ key, origin }) => (origin === 'key' && issue.input !== undefined ? '…' : String(key))).join('.')
  const message = issue.message.replace(/ but received ".*"$/s, '')
  return path ? `${path}: ${message}` : message
}
