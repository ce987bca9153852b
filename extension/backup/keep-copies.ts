import * as v from 'valibot'
import { browser } from 'wxt/browser'
import type { PendingMutation } from '../../shared/sync/client-engine.ts'
import { argumentTexts } from '../outbox/argument-texts.ts'
import { clipsIn } from '../outbox/count-clips.ts'
import { type RefusedMutation, type GleanerDatabase, keyValue } from '../store/db.ts'
import { type Draft, isOfPatient, isUnfinished } from '../store/draft.ts'
import { addToOutbox, idsHere } from '../outbox/enqueue.ts'
import { newId } from '../../shared/web/new-id.ts'
import { heldBefore } from '../store/queued.ts'
import { readLocal } from '../browser/read-local.ts'
import { copyKey, forgetTally, type Loss, readLoss, readTally, type Tally, writeTally } from './unsent-tally.ts'
import { own } from '../../shared/values/own.ts'

type MayCopy = (draft: Draft) => boolean

/** Bytes of copies, of one database; of ten million that `storage.local` promises at least. */
const share = 4_000_000
const nameLength = 80

interface Held {
  mark: string
  turn: number
  replica: string
  nextCseq: number
  clips: (PendingMutation | RefusedMutation)[]
  drafts: Draft[]
}

const nameOf = ({ args }: PendingMutation): string =>
  [...argumentTexts(args, 'change'), ...argumentTexts(args, 'citation', 'title'), ...argumentTexts(args, 'text'), ''][0]?.slice(
    0,
    nameLength,
  ) ?? ''
const nameOfDraft = ({ form, source }: Draft): string => (form.change || (form.title ?? source?.citation.title ?? '')).slice(0, nameLength)

/** What the database holds, and its mark: a database that was never marked is not a lost one. */
const readHeld = (database: GleanerDatabase): Promise<Held> => {
  const { meta, outbox, attention, drafts } = database
  return database.transaction('r', [meta, outbox, attention, drafts], async () => {
    const [client, mark] = [await keyValue(database, 'client'), await keyValue(database, 'mark')]
    return {
      mark: mark?.id ?? '',
      turn: mark?.turn ?? 0,
      replica: client?.replica ?? '',
      nextCseq: client?.nextCseq ?? 0,
      clips: [...(await outbox.orderBy('cseq').toArray()), ...(await attention.toArray())],
      drafts: await drafts.filter(isUnfinished).toArray(),
    }
  })
}

const clipSchema = v.looseObject({ id: v.string(), cseq: v.number(), name: v.string(), at: v.number(), args: v.looseObject({}) })
const draftSchema = v.looseObject({
  id: v.string(),
  from: v.string(),
  form: v.looseObject({ change: v.string() }),
  replaces: v.array(v.string()),
})

/**
 * Brings back what the database does not have any more, under the same ids: what was sent meanwhile is answered by the server
 * as it was, and done twice it does nothing. Answers what is gone for good.
 */
const bringBack = (database: GleanerDatabase, { clips, drafts }: Tally, copies: Record<string, unknown>): Promise<Omit<Loss, 'at'>> => {
  const copyOf = (id: string): unknown => own(copies, copyKey(database.name, id))
  return database.transaction('rw', database.tables, async () => {
    const here = await idsHere(database)
    const missing = clips.filter(({ id }) => !here.has(id))
    const found = missing.map(({ id }) => copyOf(id)).filter((copy) => v.is(clipSchema, copy)) as (PendingMutation | RefusedMutation)[]
    const draftsHere = new Set(await database.drafts.toCollection().primaryKeys())
    const missingDrafts = drafts.filter(({ id }) => !draftsHere.has(id))
    const foundDrafts = missingDrafts.map(({ id }) => copyOf(id)).filter((copy) => v.is(draftSchema, copy)) as unknown as Draft[]
    const [refused, waiting] = [found.filter((one) => 'code' in one), found.filter((one) => !('code' in one))]
    await addToOutbox(
      database,
      heldBefore(
        'kept-twice',
        waiting.map(({ done: _, ...asked }) => asked),
      ),
    )
    await database.attention.bulkPut(refused)
    await database.drafts.bulkPut(foundDrafts.map((draft) => ({ ...draft, tab: null })))
    const back = new Set([...found, ...foundDrafts].map(({ id }) => id))
    const lost = [...missing, ...missingDrafts].filter(({ id }) => !back.has(id))
    return { clips: clipsIn(found), drafts: foundDrafts.length, lost: lost.map(({ name }) => name) }
  })
}

const isSame = (tally: Tally, { mark, turn }: Held): boolean => mark === tally.mark && turn >= tally.turn

const sum = (before: Loss | undefined, { clips, drafts, lost }: Omit<Loss, 'at'>): Loss | undefined =>
  clips + drafts + lost.length === 0
    ? undefined
    : {
        at: Date.now(),
        clips: clips + (before?.clips ?? 0),
        drafts: drafts + (before?.drafts ?? 0),
        lost: [...(before?.lost ?? []), ...lost],
      }

/** What is to be copied: as much as the share holds, in the order in which it will be sent. */
const tallyOf = (held: Held, before: Tally | undefined, mayCopy: MayCopy) => {
  const copies: Record<string, unknown> = {}
  let room = share
  const fits = (id: string, one: object): boolean => {
    room -= JSON.stringify(one).length
    if (room >= 0) copies[id] = one
    return room >= 0
  }
  const clips = held.clips.map((one) => ({ id: one.id, name: nameOf(one), copied: fits(one.id, one) }))
  const drafts = held.drafts.map((draft) => {
    const { id, changedAt: at } = draft
    const known = before?.drafts.find((other) => other.id === id)
    if (isOfPatient(draft)) return { id, name: '', at, copied: 0 }
    // A text that was not checked yet is not copied: the copy of an earlier version is better than none.
    if (known?.copied === at || !mayCopy(draft)) return { id, name: known?.name ?? '', at, copied: known?.copied ?? 0 }
    return { id, name: nameOfDraft(draft), at, copied: fits(id, draft) ? at : 0 }
  })
  return { clips, drafts, copies }
}

const sameEntries = (one: Tally, other: Pick<Tally, 'clips' | 'drafts'>): boolean =>
  JSON.stringify([one.clips, one.drafts]) === JSON.stringify([other.clips, other.drafts])

/** What waits is named all the same, so that its loss is said; its copy is tried again with the next change. */
const uncopied = ({ clips, drafts }: Tally, ids: readonly string[]): void => {
  for (const one of clips) one.copied &&= !ids.includes(one.id)
  for (const one of drafts) if (ids.includes(one.id)) one.copied = 0
}

/** Writes the database's turn before the tally: a tally that is ahead of its database tells that the database lost something. */
const write = async (
  database: GleanerDatabase,
  before: Tally | undefined,
  mayCopy: MayCopy,
  mended?: { loss: Loss | undefined },
): Promise<void> => {
  const held = await readHeld(database)
  const { clips, drafts, copies } = tallyOf(held, before, mayCopy)
  const isAsBefore = before ? sameEntries(before, { clips, drafts }) : clips.length + drafts.length === 0
  if (!mended && isAsBefore) return
  const mark = { id: held.mark || newId(), turn: held.turn + 1 }
  await database.meta.put({ key: 'mark', value: mark })
  const had = new Set(before?.clips.flatMap(({ id, copied }) => (copied ? [id] : [])))
  const fresh = Object.entries(copies).filter(([id]) => !had.has(id))
  const { replica, nextCseq } = held
  const tally = { mark: mark.id, turn: mark.turn, replica, nextCseq, clips, drafts }
  const made = Object.fromEntries(fresh.map(([id, one]) => [copyKey(database.name, id), one]))
  if (fresh.length > 0)
    await browser.storage.local.set(made).catch(() =>
      uncopied(
        tally,
        fresh.map(([id]) => id),
      ),
    )
  await writeTally(database.name, tally, mended?.loss)
  const now = new Set([...clips, ...drafts].flatMap(({ id, copied }) => (copied ? [id] : [])))
  const gone = [...(before?.clips ?? []), ...(before?.drafts ?? [])].filter(({ id }) => !now.has(id))
  if (gone.length > 0) await browser.storage.local.remove(gone.map(({ id }) => copyKey(database.name, id)))
}

const keep = async (database: GleanerDatabase, mayCopy: MayCopy): Promise<void> => {
  const before = await readTally(database.name)
  if (!before || isSame(before, await readHeld(database))) return write(database, before, mayCopy)
  const copies = await readLocal([...before.clips, ...before.drafts].map(({ id }) => copyKey(database.name, id)))
  const loss = sum(await readLoss(database.name), await bringBack(database, before, copies))
  return write(database, before, mayCopy, { loss })
}

const locked = (database: string, act: () => Promise<void>): Promise<void> => navigator.locks.request(`unsent:${database}`, act)

/**
 * Compares the database with what `storage.local` knows to be unsent, restores what is missing, and writes both again.
 * `mayCopy`: whether a draft's text was checked and may be copied. Works where either side is damaged.
 */
export const keepCopies = async (database: GleanerDatabase, mayCopy: MayCopy = () => false): Promise<void> => {
  try {
    await locked(database.name, () => keep(database, mayCopy))
  } catch (error) {
    console.error(error)
  }
}

/** Deletes a database together with its copies (`remove` deletes the database): no comparison runs in between, which would restore it. */
export const forgetCopies = (database: string, remove: () => Promise<void>): Promise<void> =>
  locked(database, async () => {
    await remove()
    await forgetTally(database)
  })
