import type { Asked } from '../../shared/sync/protocol.ts'
import type { GleanerDatabase } from '../store/db.ts'

/** Beyond this the count is one of mutations: nobody counts clips there, and reading them all would cost. */
const counted = 2000

const ideaOf = ({ name, args }: Asked): string | undefined => (name === 'proposeIdea' ? (args as { idea: string }).idea : undefined)

/** The ideas that a clip supports, or that it is attached to. */
export const ideasOf = (args: unknown): string[] => {
  const { idea = [], ideas = [] } = args as { idea?: string; ideas?: string[] }
  return [idea, ideas].flat()
}

/** Clips as a person counts them: an idea and the evidence that came with it, clipped or attached, are one. */
export const clipsIn = (asked: readonly Asked[]): number => {
  const ideas = new Set(asked.map(ideaOf).filter((id) => id !== undefined))
  const comesWithIdea = ({ name, args }: Asked): boolean => name !== 'proposeIdea' && ideasOf(args).some((id) => ideas.has(id))
  return asked.filter((one) => !comesWithIdea(one)).length
}

export interface UnsentCount {
  unsent: number
  refused: number
}

export const countClips = async ({ outbox, attention }: Pick<GleanerDatabase, 'outbox' | 'attention'>): Promise<UnsentCount> => {
  const mutations = await outbox.count()
  return { unsent: mutations > counted ? mutations : clipsIn(await outbox.toArray()), refused: clipsIn(await attention.toArray()) }
}
