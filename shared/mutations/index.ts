import { deviceMutations } from './device-mutations.ts'
import { type Logged, readLogged, type Written } from './engine/logged.ts'
import { type Mutation, objectionTo, type Refusal } from './engine/mutation.ts'
import type { Context } from '../domain/actor.ts'
import type { Network } from '../domain/entities.ts'
import { agreeToBeNamed } from './agree-to-be-named.ts'
import { classifyIdea } from './classify-idea.ts'
import { configureFramework } from './configure-framework.ts'
import { decideApproval } from './decide-approval.ts'
import { endIdea } from './end-idea.ts'
import { holdIdea } from './hold-idea.ts'
import { importEvidence } from './import-evidence.ts'
import { importIdea } from './import-idea.ts'
import { liftHold } from './lift-hold.ts'
import { mergeIdeas } from './merge-ideas.ts'
import { moveIdea } from './move-idea.ts'
import { checkStanding } from './check-standing.ts'
import { publishIdea } from './publish-idea.ts'
import { recordMeasurements } from './record-measurements.ts'
import { removeImportedEvidence } from './remove-imported-evidence.ts'
import { removeImported } from './remove-imported.ts'
import { reopenIdea } from './reopen-idea.ts'
import { requestApproval } from './request-approval.ts'
import { returnToTriage } from './return-to-triage.ts'
import { dismissEvidence } from './dismiss-evidence.ts'
import { dismissPaper } from './dismiss-paper.ts'
import { setEvidenceQuestion } from './set-evidence-question.ts'
import { takeBack } from './take-back.ts'
import { editComment } from './edit-comment.ts'
import { deleteComment } from './delete-comment.ts'
import { takeIdea } from './take-idea.ts'
import { recordLookup } from './record-lookup.ts'
import { recordWatchList } from './record-watch-list.ts'
import { unpublishIdea } from './unpublish-idea.ts'
import { watchIdea } from './watch-idea.ts'
import { withdrawApproval } from './withdraw-approval.ts'

/** Every mutation that a network runs, by name. A name keeps its meaning for ever; new meaning is a new name. */
export const mutations = {
  ...deviceMutations,
  checkStanding,
  classifyIdea,
  configureFramework,
  decideApproval,
  endIdea,
  holdIdea,
  importEvidence,
  importIdea,
  liftHold,
  mergeIdeas,
  moveIdea,
  recordMeasurements,
  removeImported,
  removeImportedEvidence,
  reopenIdea,
  requestApproval,
  returnToTriage,
  takeBack,
  takeIdea,
  withdrawApproval,
  dismissEvidence,
  dismissPaper,
  setEvidenceQuestion,
  editComment,
  deleteComment,
  recordLookup,
  recordWatchList,
  watchIdea,
  publishIdea,
  unpublishIdea,
  agreeToBeNamed,
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

export type LoggedMutation = Logged<Mutations>

/** An entry of the log as its mutation's schema has it. */
export const readMutation = (written: Written): LoggedMutation | undefined => readLogged(mutations, written)
