import type { Mutation } from './mutation.ts'
import { assessEvidence } from './mutations/assess-evidence.ts'
import { attachEvidence } from './mutations/attach-evidence.ts'
import { clipEvidence } from './mutations/clip-evidence.ts'
import { commentIdea } from './mutations/comment-idea.ts'
import { detachEvidence } from './mutations/detach-evidence.ts'
import { editIdea } from './mutations/edit-idea.ts'
import { expressStance } from './mutations/express-stance.ts'
import { proposeIdea } from './mutations/propose-idea.ts'
import { withdrawEvidence } from './mutations/withdraw-evidence.ts'
import { withdrawIdea } from './mutations/withdraw-idea.ts'

/** What the extension asks for. What only the dashboard asks for, and the rules that it needs (gates, merges, settings), is not in the package. */
export const deviceMutations = {
  assessEvidence,
  attachEvidence,
  clipEvidence,
  commentIdea,
  detachEvidence,
  editIdea,
  expressStance,
  proposeIdea,
  withdrawEvidence,
  withdrawIdea,
} as const

export type DeviceMutationName = keyof typeof deviceMutations

/** Own names only: `constructor` and the like are not mutations. */
export const deviceMutationNamed = (name: string): Mutation | undefined =>
  Object.hasOwn(deviceMutations, name) ? (deviceMutations[name as DeviceMutationName] as unknown as Mutation) : undefined
