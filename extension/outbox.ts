import * as v from 'valibot'
import type { ArgsOf, MutationName } from '../shared/mutations/index.ts'
import { mutations } from '../shared/mutations/index.ts'
import { caps } from '../shared/protocol.ts'
import { enqueue, newMeta, type Pending } from '../shared/sync-client.ts'
import { archived, dropFromArchive } from './archive.ts'
import { clientMeta, type GleanerDatabase } from './db.ts'
import { newId } from './new-id.ts'

/** Something to ask of the network: typed by the mutation's name. */
export type NewMutation = { [Name in MutationName]: { name: Name; args: ArgsOf<Name> } }[MutationName]

/** What else must be true at the same moment as the mutations are saved. */
export interface Settles {
  /** The draft that became these mutations. */
  draft?: string
  /** Refused mutations that these replace. */
  replaced?: string[]
}

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

/**
 * Keeps mutations to be sent. When it resolves they are on disk; when it rejects nothing was changed.
 * The replica's name is read in the same transaction: after a wipe a new one is made, never an old one remembered.
 */
export const addMutations = async (database: GleanerDatabase, list: readonly NewMutation[], settles: Settles = {}): Promise<Pending[]> => {
  const asked = list.map((mutation) => ({ id: newId(), at: Date.now(), ...checked(mutation) }))
  return addAsked(database, asked, settles)
}

/** As `addMutations`, for what has its id already. */
export const addAsked = (
  database: GleanerDatabase,
  asked: readonly Omit<Pending, 'cseq'>[],
  { draft, replaced = [] }: Settles = {},
): Promise<Pending[]> => {
  const { meta, outbox, drafts, attention, archive } = database
  return database.transaction('rw', [meta, outbox, drafts, attention, archive], async () => {
    let client = (await clientMeta(database)) ?? newMeta(crypto.randomUUID())
    const added: Pending[] = []
    for (const one of asked) {
      const queued = enqueue(client, one)
      client = queued.meta
      added.push(queued.pending)
    }
    await outbox.bulkAdd(added)
    await meta.put({ key: 'client', value: client })
    if (draft !== undefined) await drafts.delete(draft)
    await attention.bulkDelete(replaced)
    await dropFromArchive(database, replaced)
    return added
  })
}

/** Lets go of refused mutations for good; they are not sent again after a restore either. */
export const discardRefused = (database: GleanerDatabase, ids: string[]): Promise<void> =>
  database.transaction('rw', [database.attention, database.archive], async () => {
    await database.attention.bulkDelete(ids)
    await dropFromArchive(database, ids)
  })

/** Every mutation that is here already, waiting, acknowledged or refused. */
const idsHere = async (database: GleanerDatabase): Promise<Set<string>> => {
  const all = [await database.outbox.toArray(), await archived(database), await database.attention.toArray()].flat()
  return new Set(all.map(({ id }) => id))
}

/**
 * Moves what was kept before connecting into the account's own database. Written there before it is removed here, and
 * under the same ids: cut off at any point and done again, nothing is lost or doubled.
 */
export const takeOver = async (from: GleanerDatabase, to: GleanerDatabase): Promise<void> => {
  const [waiting, drafts] = [await from.outbox.orderBy('cseq').toArray(), await from.drafts.toArray()]
  const here = await idsHere(to)
  const missing = waiting.filter(({ id }) => !here.has(id)).map(({ cseq: _, done: __, ...asked }) => asked)
  await addAsked(to, missing)
  await to.drafts.bulkPut(drafts)
  await from.transaction('rw', [from.outbox, from.drafts], async () => {
    await from.outbox.bulkDelete(waiting.map(({ cseq }) => cseq))
    await from.drafts.bulkDelete(drafts.map(({ id }) => id))
  })
}
