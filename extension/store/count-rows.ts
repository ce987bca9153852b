import type { Kind } from '../../shared/domain/entities.ts'
import type { GleanerDatabase } from './db.ts'

/** How many rows a database holds. */
export const countRows = async ({ blocks }: GleanerDatabase): Promise<number> => {
  const sizes = (await blocks.orderBy('[kind+size]').keys()) as unknown as [Kind, number][]
  return sizes.reduce((sum, [, size]) => sum + size, 0)
}
