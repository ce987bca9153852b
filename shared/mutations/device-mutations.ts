import type { Mutation } from './engine/mutation.ts'
import { assessEvidence } from './assess-evidence.ts'
import { attachEvidence } from './attach-evidence.ts'
import { clipEvidence } from './clip-evidence.ts'
import { commentIdea } from './comment-idea.ts'
import { detachEvidence } from './detach-evidence.ts'
import { editIdea } from './edit-idea.ts'
import { expressStance } from './express-stance.ts'
import { proposeIdea } from './propose-idea.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'
import { withdrawIdea } from './withdraw-idea.ts'

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
