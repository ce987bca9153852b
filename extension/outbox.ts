import * as v from 'valibot'
import { mutationNamed } from '../shared/mutations/index.ts'
import type { Pending } from '../shared/sync-client.ts'
import { dropFromArchive } from './archive.ts'
import type { GleanerDatabase } from './db.ts'
import { addAsked, type Settles } from './keep-asked.ts'
import { newId } from './new-id.ts'
import { checkedArgs, type NewMutation } from './new-mutation.ts'

/** Whether something that comes from a file is a mutation that the network could read. */
export const argsAreWhole = ({ name, args }: { name: string; args: unknown }): boolean => {
  const mutation = mutationNamed(name)
  return mutation !== undefined && v.is(mutation.args, args)
}

/**
 * Keeps mutations to be sent. When it resolves they are on disk; when it rejects nothing was changed.
 * The replica's name is read in the same transaction: after a wipe a new one is made, never an old one remembered.
 */
export const addMutations = async (database: GleanerDatabase, list: readonly NewMutation[], settles: Settles = {}): Promise<Pending[]> => {
  const asked = list.map((mutation) => ({ id: newId(), at: Date.now(), ...checkedArgs(mutation) }))
  return addAsked(database, asked, settles)
}

/** Lets go of refused mutations for good; they are not sent again after a restore either. */
export const discardRefused = (database: GleanerDatabase, ids: string[]): Promise<void> =>
  database.transaction('rw', [database.attention, database.archive], async () => {
    await database.attention.bulkDelete(ids)
    await dropFromArchive(database, ids)
  })
