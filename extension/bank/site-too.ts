import type { Context } from '../../shared/domain/actor.ts'
import { frameworkId, type Kind, stanceId } from '../../shared/domain/entities.ts'
import { deviceMutations } from '../../shared/mutations/device-mutations.ts'
import { type Mutation, objectionTo } from '../../shared/mutations/engine/mutation.ts'
import { ideasOf } from '../outbox/count-clips.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { optimisticView } from '../store/optimistic-view.ts'
import { notTakenBack } from '../store/taken-back.ts'
import { readRows } from '../store/rows.ts'

/** By idea, whether the person's site says that it would test it; of an idea where one press may change nothing of that, nothing. */
export type SiteToo = ReadonlyMap<string, boolean>

/**
 * Of which of these ideas this person may say with one press that their site would test it, or take that back, as the rules have
 * it. What waits to be sent counts. Reads these ideas and their site's word on them, not the bank.
 */
export const readSiteToo = async (database: GleanerDatabase, me: Omit<Context, 'at'>, ideas: readonly string[]): Promise<SiteToo> => {
  if (ideas.length === 0) return new Map()
  const wanted = ideas.flatMap((id): [Kind, string][] => [
    ['idea', id],
    ['stance', stanceId(id, me.site)],
  ])
  // Begun together, each on its own: where one waits for the other in a transaction, Dexie may lose it on a busy page.
  const [waiting, rows] = await Promise.all([
    database.outbox.orderBy('cseq').toArray(),
    readRows(database, [['framework', frameworkId], ...wanted]),
  ])
  const shown = new Set(ideas)
  const concerning = notTakenBack(waiting).filter((one) => ideasOf(one).some((id) => shown.has(id)))
  const { network, entity } = optimisticView(rows, concerning, me)
  return new Map(
    ideas.flatMap((idea): [string, boolean][] => {
      const said = entity('stance', stanceId(idea, me.site))?.stance
      if (entity('idea', idea)?.disposition !== 'active' || (said !== undefined && said !== 'interested')) return []
      const asked = (said ? deviceMutations.withdrawStance : deviceMutations.expressStance) as unknown as Mutation
      const about = { idea, site: me.site, stance: 'interested' }
      return objectionTo(asked, network, about, { ...me, at: Date.now() }) ? [] : [[idea, said !== undefined]]
    }),
  )
}
