import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { readLocal } from '../browser/read-local.ts'

const text = v.string()
const number = v.pipe(v.number(), v.minValue(0))

/**
 * What is unsent, as `storage.local` knows it: another file of the profile than the database. `mark` and `turn` are the
 * database's own as they were then: a database with another mark, or an earlier turn, is not the one that was written.
 */
const tallySchema = v.object({
  mark: text,
  turn: number,
  /** The last sequence numbers of this device, for diagnosis. */
  replica: text,
  nextCseq: number,
  /** Of each waiting or refused mutation its id, and what a person would call it; drafts beside a patient's page have no name. */
  clips: v.array(v.object({ id: text, name: text, copied: v.boolean() })),
  /** `at`: when it was changed; `copied`: of which change there is a copy, 0 for none. */
  drafts: v.array(v.object({ id: text, name: text, at: number, copied: number })),
})
export type Tally = v.InferOutput<typeof tallySchema>

/** What a damaged database lost, until the person has read it. `lost`: names of what could not be brought back. */
const lossSchema = v.object({ at: number, clips: number, drafts: number, lost: v.array(text) })
export type Loss = v.InferOutput<typeof lossSchema>

const tallyKey = (database: string): string => `unsent ${database}`
const lossKey = (database: string): string => `loss ${database}`
export const copyKey = (database: string, id: string): string => `copy ${database} ${id}`

/** What `storage.local` holds of our own may be damaged too, and must break nothing. */
const read = <Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> | undefined => {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? parsed.output : undefined
}

export const readTally = async (database: string): Promise<Tally | undefined> =>
  read(tallySchema, (await readLocal([tallyKey(database)]))[tallyKey(database)])

export const readLoss = async (database: string): Promise<Loss | undefined> =>
  read(lossSchema, (await readLocal([lossKey(database)]))[lossKey(database)])

export const dismissLoss = (database: string): Promise<void> => browser.storage.local.remove(lossKey(database))

/** Calls back when a loss was noticed or read, in any context. Answers how to stop. */
export const onLossChange = (changed: () => void): (() => void) => {
  const listen = (changes: Record<string, unknown>): void => {
    if (Object.keys(changes).some((key) => key.startsWith('loss '))) changed()
  }
  browser.storage.local.onChanged.addListener(listen)
  return () => browser.storage.local.onChanged.removeListener(listen)
}

/** Writes both at once, so that a loss is noticed once. */
export const writeTally = (database: string, tally: Tally, loss: Loss | undefined): Promise<void> =>
  browser.storage.local.set({ [tallyKey(database)]: tally, ...(loss && { [lossKey(database)]: loss }) })

/** How many clips and drafts each known database had, by the name of the database. */
export const talliesKnown = async (): Promise<Map<string, number>> => {
  const all = Object.entries(await readLocal(null)).flatMap(([key, value]) => {
    const tally = key.startsWith('unsent ') ? read(tallySchema, value) : undefined
    return tally ? [[key.slice('unsent '.length), tally.clips.length] as const] : []
  })
  return new Map(all)
}

/** Deletes all that is known of a database. */
export const forgetTally = async (database: string): Promise<void> => {
  const keys = Object.keys(await readLocal(null))
  const own = keys.filter((key) => key === tallyKey(database) || key === lossKey(database) || key.startsWith(copyKey(database, '')))
  await browser.storage.local.remove(own)
}
