import type { QueuedMutation } from '../../shared/sync/protocol.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { notTakenBack } from '../store/taken-back.ts'
import { argumentTexts } from './argument-texts.ts'

/** With more pending mutations than this, mutations are counted instead of clips: reading them all would be slow. */
const counted = 2000

/** Ids of the ideas that a mutation proposes, names or clips for. */
export const ideasOf = ({ args }: Pick<QueuedMutation, 'args'>): string[] => [
  ...argumentTexts(args, 'idea'),
  ...argumentTexts(args, 'ideas'),
]

/** Clips as a person counts them: an idea and the evidence that came with it, clipped or attached, are one; that they read a question is none. */
export const clipsIn = (asked: readonly QueuedMutation[]): number => clipsOf(notTakenBack(asked))

type Asked = Pick<QueuedMutation, 'name' | 'args'>

const clipsOf = (standing: readonly Asked[]): number => {
  const ideas = new Set(standing.flatMap((one) => (one.name === 'proposeIdea' ? ideasOf(one) : [])))
  const comesWithIdea = (one: Asked): boolean => one.name !== 'proposeIdea' && ideasOf(one).some((id) => ideas.has(id))
  return standing.filter((one) => one.name !== 'markQuestionRead' && !comesWithIdea(one)).length
}

export interface UnsentCount {
  unsent: number
  refused: number
}

export const countClips = async ({ outbox, attention }: Pick<GleanerDatabase, 'outbox' | 'attention'>): Promise<UnsentCount> => {
  const mutations = await outbox.count()
  // What could not be undone counts as what it was.
  const refused = (await attention.toArray()).map(({ undoes, ...one }) => undoes ?? one)
  return { unsent: mutations > counted ? mutations : clipsIn(await outbox.toArray()), refused: clipsOf(refused) }
}
