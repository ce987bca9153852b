import { type Stance, stanceId, type StanceKind } from '../../shared/domain/entities.ts'
import { argumentTexts } from '../outbox/argument-texts.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { readRows } from '../store/rows.ts'

/** What a site says of ideas, by idea, with what waits to be sent; an idea of which it says nothing is not there. */
export type SiteStances = ReadonlyMap<string, StanceKind>

const kindIn = (args: unknown): StanceKind =>
  argumentTexts(args, 'stance').find((one) => one === 'testing' || one === 'tested') ?? 'interested'

/** Reads the stances of these ideas only. */
export const readSiteStances = async (database: GleanerDatabase, site: string, ideas: readonly string[]): Promise<SiteStances> => {
  const rows = await readRows(
    database,
    ideas.map((idea) => ['stance', stanceId(idea, site)]),
  )
  const said = new Map(rows.map(({ value }) => [(value as Stance).idea, (value as Stance).stance]))
  for (const { name, args } of await database.outbox.orderBy('cseq').toArray()) {
    const [idea = ''] = argumentTexts(args, 'idea')
    if (!argumentTexts(args, 'site').includes(site)) continue
    if (name === 'expressStance') said.set(idea, kindIn(args))
    if (name === 'withdrawStance') said.delete(idea)
  }
  return said
}
