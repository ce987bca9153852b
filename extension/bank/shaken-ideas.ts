import type { Evidence } from '../../shared/domain/entities.ts'
import type { Shaken } from '../../shared/rules/evidence-standing.ts'
import { publishedFor } from '../../shared/rules/weighed-evidence.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { ofIdea } from '../store/index-keys.ts'
import { rowsWith } from '../store/rows.ts'

/** Which of these ideas rest on papers that were taken back or are in doubt, with the worst of it. Reads their clips, not the bank. */
export const readShaken = async (database: GleanerDatabase, ideas: readonly string[]): Promise<ReadonlyMap<string, Shaken>> => {
  if (ideas.length === 0) return new Map()
  const rows = await rowsWith(database, ideas.map(ofIdea))
  const clips = rows.flatMap(({ kind, value }) => (kind === 'evidence' ? [value as Evidence] : []))
  return new Map(
    ideas.flatMap((id): [string, Shaken][] => {
      const { worst } = publishedFor(
        id,
        clips.filter((clip) => clip.ideas.includes(id)),
      )
      return worst ? [[id, worst]] : []
    }),
  )
}
