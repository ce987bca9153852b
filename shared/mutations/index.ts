import { type Context, type Mutation, objectionTo, type Refusal } from '../mutation.ts'
import type { Network } from '../network.ts'
import { assessEvidence } from './assess-evidence.ts'
import { attachEvidence } from './attach-evidence.ts'
import { classifyIdea } from './classify-idea.ts'
import { clipEvidence } from './clip-evidence.ts'
import { commentIdea } from './comment-idea.ts'
import { configureFramework } from './configure-framework.ts'
import { detachEvidence } from './detach-evidence.ts'
import { editIdea } from './edit-idea.ts'
import { endIdea } from './end-idea.ts'
import { expressStance } from './express-stance.ts'
import { holdIdea } from './hold-idea.ts'
import { liftHold } from './lift-hold.ts'
import { mergeIdeas } from './merge-ideas.ts'
import { moveIdea } from './move-idea.ts'
import { proposeIdea } from './propose-idea.ts'
import { recordMeasurements } from './record-measurements.ts'
import { reopenIdea } from './reopen-idea.ts'
import { returnToTriage } from './return-to-triage.ts'
import { watchIdea } from './watch-idea.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'
import { withdrawIdea } from './withdraw-idea.ts'

/** Every mutation that a network runs, by name. A name keeps its meaning for ever; new meaning is a new name. */
export const mutations = {
  assessEvidence,
  attachEvidence,
  classifyIdea,
  clipEvidence,
  commentIdea,
  configureFramework,
  detachEvidence,
  editIdea,
  endIdea,
  expressStance,
  holdIdea,
  liftHold,
  mergeIdeas,
  moveIdea,
  proposeIdea,
  recordMeasurements,
  reopenIdea,
  returnToTriage,
  watchIdea,
  withdrawEvidence,
  withdrawIdea,
} as const

export type Mutations = typeof mutations
export type MutationName = keyof Mutations
export type ArgsOf<Name extends MutationName> = Mutations[Name] extends Mutation<infer Args> ? Args : never

/** Own names only: `constructor` and the like are not mutations. */
export const mutationNamed = (name: string): Mutation | undefined =>
  Object.hasOwn(mutations, name) ? (mutations[name as MutationName] as unknown as Mutation) : undefined

/** `objectionTo` by name: why this person may not ask for that of what `about` names, or nothing. */
export const objection = <Name extends MutationName>(
  name: Name,
  network: Network,
  about: Partial<ArgsOf<Name>>,
  context: Context,
): Refusal | undefined => objectionTo(mutations[name] as unknown as Mutation<ArgsOf<Name> & object>, network, about, context)
