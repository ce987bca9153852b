import * as v from 'valibot'
import type { Context } from '../../domain/actor.ts'
import { issueMessage } from '../../values/issue-message.ts'
import { concernsHidden } from '../../rules/visibility.ts'
import type { Change, Network, Role } from '../../domain/entities.ts'
import { message, type Message } from '../../i18n/message.ts'

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
  /** Not run and not recorded: the same one may be asked for again. */
  | 'later'

/** A refusal of the domain, with a reason that the person can act on. */
export interface Refusal {
  refused: RefusalCode
  reason: Message
}

export const refuse = (refused: RefusalCode, reason: Message): Refusal => ({ refused, reason })
/** The refusal, where something was not found as it has to be. */
export const refusalIn = (found: object): Refusal | undefined => ('refused' in found ? (found as Refusal) : undefined)
export const isRefusal = (decision: Change[] | Refusal): decision is Refusal => 'refused' in decision

/** A field that was changed by somebody else since whoever asks saw it, with what stood there. */
export interface Overwritten {
  field: string
  was: unknown
}

/** The arguments by name, each with its own schema. */
export type ArgsSchema<Args extends object = object> = v.GenericSchema<unknown, Args> & {
  readonly entries: Readonly<Record<string, v.GenericSchema>>
}

export interface Mutation<Args extends object = object> {
  name: string
  args: ArgsSchema<Args>
  /** Who may ask. */
  roles: readonly Role[]
  /** It belongs to triage: an admin may ask for it too, of an idea without a pathway, while the network has no coordinator. */
  triage?: true
  /** Asked by the network's own object alone (`Context.system`), whatever the roles. */
  system?: true
  /** The ideas and evidence that the decision reads, so that a client can load them first. */
  reads: (args: Args) => { ideas?: string[]; evidence?: string[]; comments?: string[] }
  /**
   * The permission rule: what forbids the mutation because of who asks, or because of the state of its idea or clip. Asked before every decision, and by
   * screens before they offer it (`objectionTo`); the rule is written here only.
   */
  objects?: (network: Network, about: Partial<Args>, context: Context) => Refusal | undefined
  /** The decision. Pure: same network, args and context, same answer. */
  run: (network: Network, args: Args, context: Context) => Change[] | Refusal
  /** Its author may take it back within minutes, whole (`takeBack`). */
  undoable?: true
  /** Whether it goes without this person's name for another reason than what its arguments name. */
  goesUnnamed?: (network: Network, args: Args, person: string) => boolean
  /** The fields that the change will replace unseen, with their values; read before the change is made. */
  overwrites?: (network: Network, args: Args) => Overwritten[]
}

/** Defines a mutation: infers the type of its arguments from the schema. */
export const defineMutation = <Schema extends ArgsSchema>(
  mutation: Omit<Mutation<v.InferOutput<Schema>>, 'args'> & { args: Schema },
): Mutation<v.InferOutput<Schema>> => mutation

/** The arguments as the mutation's schema has them, without anything that it does not name; or why they are none. */
export const parseArgs = <Args extends object>(mutation: Mutation<Args>, args: unknown): { args: Args } | Refusal => {
  const parsed = v.safeParse(mutation.args, args, { abortEarly: true })
  return parsed.success ? { args: parsed.output } : refuse('invalid', issueMessage(parsed.issues[0]))
}

/** Checks the role and decides, on arguments that were parsed. */
export const decideParsed = <Args extends object>(
  mutation: Mutation<Args>,
  network: Network,
  args: Args,
  context: Context,
): Change[] | Refusal => {
  const { unnamed: _, ...asking } = context
  const named = isUnnamed(mutation, network, args, context.person) ? { ...asking, unnamed: true as const } : asking
  return objectionTo(mutation, network, args, named) ?? mutation.run(network, args, named)
}

/**
 * Whether what somebody is about to ask for goes without their name: they say so, or it concerns an idea or a clip that they sent
 * without it. Judged by what they name, before merges are followed: whoever speaks of their own idea may not know where it went.
 */
export const isUnnamed = <Args extends object>(mutation: Mutation<Args>, network: Network, args: Args, person: string): boolean =>
  ('nameHidden' in args && args.nameHidden === true) ||
  concernsHidden(network, args, mutation.reads(args).ideas ?? [], person) ||
  (mutation.goesUnnamed?.(network, args, person) ?? false)

/** Who says something, as a row keeps it. */
export const signed = ({ person, unnamed }: Context): { by: string; nameHidden?: true } =>
  unnamed ? { by: person, nameHidden: true } : { by: person }

/** Parses the arguments, checks the role, decides. Invalid arguments and other roles are refusals: nothing is thrown for what a client sends. */
export const decide = <Args extends object>(
  mutation: Mutation<Args>,
  network: Network,
  args: unknown,
  context: Context,
): Change[] | Refusal => {
  const parsed = parseArgs(mutation, args)
  return 'refused' in parsed ? parsed : decideParsed(mutation, network, parsed.args, context)
}

/** Whether somebody in that role may ask for it at all, of whatever idea. */
export const mayAsk = (
  { roles, triage }: Pick<Mutation, 'roles' | 'triage'>,
  { role, standsIn }: Pick<Context, 'role' | 'standsIn'>,
): boolean => roles.includes(role) || (triage === true && role === 'admin' && standsIn === true)

/** Whoever stands in for the coordinator decides on ideas that wait in triage, and on nothing else. */
const isTheirs = (mutation: Pick<Mutation, 'roles'>, network: Network, about: object, { role }: Context): boolean =>
  mutation.roles.includes(role) ||
  !('idea' in about && typeof about.idea === 'string' && (network.idea(about.idea)?.pathway ?? null) !== null)

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
  (mutation.system ? context.system : mayAsk(mutation, context) && isTheirs(mutation, network, about, context))
    ? mutation.objects?.(network, about, context)
    : refuse('forbidden', message('role-forbidden', { role: message(`role-${context.role}`) }))

/** What a mutation that is about to be run replaces unseen. */
export const overwrittenBy = <Args extends object>(mutation: Mutation<Args>, network: Network, args: Args): Overwritten[] =>
  mutation.overwrites?.(network, args) ?? []
