import type { Archived, PendingMutation } from '../../shared/sync/client-engine.ts'
import { archiveDays } from '../../shared/sync/client-engine.ts'
import type { ArchivedTogether, GleanerDatabase } from '../store/db.ts'

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000

/** Stores acknowledged mutations as one row: one row per mutation took as long as storing their effects. */
export const keepInArchive = async ({ archive }: GleanerDatabase, mutations: PendingMutation[], ackedAt: number): Promise<void> => {
  if (mutations.length > 0) await archive.add({ ackedAt, mutations })
}

const apart = ({ ackedAt, mutations }: ArchivedTogether): Archived[] => mutations.map((mutation) => ({ ...mutation, ackedAt }))

/** All acknowledged mutations, in the order of acknowledgement. What a restored profile holds twice is returned once. */
export const archived = async ({ archive }: GleanerDatabase): Promise<Archived[]> => {
  const all = (await archive.orderBy('order').toArray()).flatMap(apart)
  return [...new Map(all.map((mutation) => [mutation.id, mutation])).values()]
}

/** The last acknowledged, the newest first. */
export const newestArchived = async ({ archive }: GleanerDatabase, most: number): Promise<Archived[]> => {
  const found: Archived[] = []
  // oxlint-disable-next-line unicorn/no-array-reverse -- a query, not an array
  const backwards = archive.orderBy('order').reverse()
  await backwards.until(() => found.length >= most).each((together) => void found.push(...apart(together).toReversed()))
  return found.slice(0, most)
}

/** Deletes some: they are not sent again after a restore either. */
export const dropFromArchive = async ({ archive }: GleanerDatabase, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const holding = await archive.filter(({ mutations }) => mutations.some(({ id }) => ids.includes(id))).toArray()
  for (const { order, ackedAt, mutations } of holding) {
    const others = mutations.filter(({ id }) => !ids.includes(id))
    if (order === undefined) continue
    if (others.length === 0) await archive.delete(order)
    else await archive.put({ order, ackedAt, mutations: others })
  }
}

/** Deletes what is older than `archiveDays`: no backup of a server reaches back further. */
export const forgetOldArchive = async ({ archive }: GleanerDatabase, now: number): Promise<void> => {
  await archive
    .where('ackedAt')
    .below(now - archiveDays * day)
    .delete()
}
