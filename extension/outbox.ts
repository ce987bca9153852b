import * as v from 'valibot'
import type { ArgsOf, MutationName } from '../shared/mutations/index.ts'
import { mutationNamed, mutations } from '../shared/mutations/index.ts'
import { caps } from '../shared/protocol.ts'
import type { Pending } from '../shared/sync-client.ts'
import { dropFromArchive } from './archive.ts'
import type { GleanerDatabase } from './db.ts'
import { addAsked, type Settles } from './keep-asked.ts'
import { newId } from './new-id.ts'

/** Something to ask of the network: typed by the mutation's name. */
export type NewMutation = { [Name in MutationName]: { name: Name; args: ArgsOf<Name> } }[MutationName]

export class NotAllowed extends Error {
  override name = 'NotAllowed'
}

/** What the server would refuse for its form alone is refused here, while the person can still mend it. */
const checked = ({ name, args }: NewMutation): { name: string; args: unknown } => {
  const parsed = v.safeParse(mutations[name].args, args)
  if (!parsed.success) throw new NotAllowed(`${v.getDotPath(parsed.issues[0]) ?? name}: ${parsed.issues[0].message}`)
  if (JSON.stringify(parsed.output).length * 3 > caps.mutationBytes) throw new NotAllowed(`${name}: too large`)
  return { name, args: parsed.output }
}

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
  const asked = list.map((mutation) => ({ id: newId(), at: Date.now(), ...checked(mutation) }))
  return addAsked(database, asked, settles)
}

/** Lets go of refused mutations for good; they are not sent again after a restore either. */
export const discardRefused = (database: GleanerDatabase, ids: string[]): Promise<void> =>
  database.transaction('rw', [database.attention, database.archive], async () => {
    await database.attention.bulkDelete(ids)
    await dropFromArchive(database, ids)
  })
