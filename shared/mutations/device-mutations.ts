import { type Logged, type LoggedArgs, loggedArgs, readLogged, readWhole, type Whole, type Written } from './engine/logged.ts'
import type { Mutation } from './engine/mutation.ts'
import { assessEvidence } from './assess-evidence.ts'
import { attachEvidence } from './attach-evidence.ts'
import { clipEvidence } from './clip-evidence.ts'
import { commentIdea } from './comment-idea.ts'
import { detachEvidence } from './detach-evidence.ts'
import { editIdea } from './edit-idea.ts'
import { expressStance } from './express-stance.ts'
import { markQuestionRead } from './mark-question-read.ts'
import { proposeIdea } from './propose-idea.ts'
import { takeBack } from './take-back.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'
import { withdrawIdea } from './withdraw-idea.ts'
import { withdrawStance } from './withdraw-stance.ts'

/** What the extension asks for. What only the dashboard asks for, and the rules that it needs (gates, merges, settings), is not in the package. */
export const deviceMutations = {
  assessEvidence,
  attachEvidence,
  clipEvidence,
  commentIdea,
  detachEvidence,
  editIdea,
  expressStance,
  markQuestionRead,
  proposeIdea,
  takeBack,
  withdrawEvidence,
  withdrawIdea,
  withdrawStance,
} as const

export type DeviceMutationName = keyof typeof deviceMutations

/** Own names only: `constructor` and the like are not mutations. */
export const deviceMutationNamed = (name: string): Mutation | undefined =>
  Object.hasOwn(deviceMutations, name) ? (deviceMutations[name as DeviceMutationName] as unknown as Mutation) : undefined

export type DeviceMutation = Whole<typeof deviceMutations>
export type LoggedDeviceMutation = Logged<typeof deviceMutations>

/** What waits to be sent, or was refused, as its mutation's schema has it. */
export const readDeviceMutation = (written: Written): LoggedDeviceMutation | undefined => readLogged(deviceMutations, written)

/** Its arguments, if it is of that name. */
export const argsOf = <Name extends DeviceMutationName>(
  written: Written,
  name: Name,
): LoggedArgs<typeof deviceMutations, Name> | undefined => loggedArgs(deviceMutations, written, name)

/** The same, whole or not at all. */
export const wholeDeviceMutation = (written: Written): DeviceMutation | undefined => readWhole(deviceMutations, written)
