import { type GleanerDatabase, keyValue } from '../store/db.ts'

/**
 * Empties this device of what a network showed to a member who was removed. What was never sent, refused or only begun is the
 * person's own and stays. Should they come back, everything is read again from the start; a reply still on its way is stale.
 */
export const forgetNetwork = (database: GleanerDatabase): Promise<void> => {
  const { blocks, archive, meta } = database
  return database.transaction('rw', [blocks, archive, meta], async () => {
    const client = await keyValue(database, 'client')
    await blocks.clear()
    await archive.clear()
    if (client) await meta.put({ key: 'client', value: { ...client, cursor: null, gen: client.gen + 1, resync: false } })
  })
}
