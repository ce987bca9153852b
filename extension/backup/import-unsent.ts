import refusals from '../../shared/i18n/compiled/en/refusals.ts'
import { localeOf } from '../../shared/i18n/language.ts'
import { messageFormat } from '../../shared/i18n/message-format.ts'
import { message } from '../../shared/i18n/message.ts'
import * as v from 'valibot'
import { wholeDeviceMutation } from '../../shared/mutations/device-mutations.ts'
import { guard } from '../../shared/mutations/engine/phi-guard.ts'
import { type Refusal, refuse } from '../../shared/mutations/engine/mutation.ts'
import { languagesFor } from '../outbox/load-languages.ts'
import { checkNamed, type Named } from '../outbox/check.ts'
import { unconnectedName } from '../store/databases.ts'
import type { RefusedMutation, GleanerDatabase } from '../store/db.ts'
import type { Draft } from '../store/draft.ts'
import { clipsOf, draftsOfImported } from './imported-clip.ts'
import { addToOutbox, idsHere } from '../outbox/enqueue.ts'
import { NotAllowed } from '../outbox/new-mutation.ts'
import type { PageMemory } from '../patient-page/banner-memory.ts'
import type { Checked } from '../store/queued.ts'

const id = v.pipe(v.string(), v.uuid())
const askedSchema = v.looseObject({ id, name: v.string(), at: v.number(), args: v.unknown(), code: v.optional(v.string()) })
/** What a draft must have so that the panel can show it; the rest is as the same extension wrote it. */
const draftSchema = v.looseObject({
  id: v.string(),
  from: v.picklist(['page', 'link', 'hand', 'again']),
  state: v.string(),
  form: v.looseObject({ withIdea: v.boolean(), change: v.string(), problem: v.string(), note: v.string() }),
  ideas: v.array(v.string()),
  replaces: v.array(v.string()),
})
const fileSchema = v.object({
  gleaner: v.literal(1),
  database: v.string(),
  outbox: v.array(askedSchema),
  attention: v.array(askedSchema),
  drafts: v.array(draftSchema),
})

/** `toLookAt`: how many clips became drafts instead of being queued, because something in them may identify a patient. */
export type ImportEnd =
  | { is: 'done'; clips: number; drafts: number; toLookAt: number }
  | { is: 'not-ours' }
  | { is: 'other-account'; account: string }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A mutation of the file, with its arguments as the schema has them; `undefined` for what the network could not read. */
const mutationOf = ({ id: own, name, at, args }: v.InferOutput<typeof askedSchema>): Named | undefined => {
  const read = wholeDeviceMutation({ name, args })
  return read && { ...read, id: own, at }
}

/** What the file's mutations become: to be sent, or for a person to look at, as a draft or among what was refused. */
interface Sorted {
  queue: Checked[]
  drafts: Draft[]
  attention: RefusedMutation[]
}

const lookedAt = (clip: readonly Named[], memory: PageMemory): Checked[] | undefined => {
  try {
    return checkNamed(clip, memory).checked
  } catch (error) {
    if (error instanceof NotAllowed) return undefined
    throw error
  }
}

const english = messageFormat(localeOf('en'), refusals)

const refusalOf = ({ args }: Named): Refusal =>
  guard(args) ??
  // Said by a server with newer rules, or too long.
  refuse('invalid', message('not-of-its-form'))

/** Only what the check finds nothing in is sent again. A clip becomes a draft, with what was found; of what is no clip there is no form. */
const sorted = (all: readonly Named[], refusedBefore: ReadonlySet<string>, memory: PageMemory): Sorted => {
  const into: Sorted = { queue: [], drafts: [], attention: [] }
  for (const clip of clipsOf(all)) {
    const checked = clip.some((one) => refusedBefore.has(one.id)) ? undefined : lookedAt(clip, memory)
    const drafts = checked ? [] : draftsOfImported(clip)
    into.drafts.push(...drafts)
    if (checked) into.queue.push(...checked)
    else if (drafts.length === 0)
      for (const one of clip) {
        const { refused: code, reason } = refusalOf(one)
        into.attention.push({ ...one, cseq: 0, code, reason, message: english(reason), since: Date.now() })
      }
  }
  return into
}

/**
 * Imports a file of unsent clips, of this account or of nobody's yet; never somebody else's, which would be sent under the
 * wrong name. Idempotent: what is here already stays as it is. Every clip passes the same PHI check as a save: clips with
 * findings become drafts, and so do clips that a server refused as patient information; other refused clips are sent again.
 * All or nothing.
 */
export const importUnsent = async (database: GleanerDatabase, text: string, memory: PageMemory): Promise<ImportEnd> => {
  const file = v.safeParse(fileSchema, parsed(text))
  if (!file.success) return { is: 'not-ours' }
  const { database: from, outbox, attention, drafts } = file.output
  if (from !== database.name && from !== unconnectedName) return { is: 'other-account', account: from.split(':').slice(-2).join(' · ') }
  const asked = [...outbox, ...attention].map(mutationOf)
  if (asked.includes(undefined)) return { is: 'not-ours' }
  const refusedBefore = new Set(attention.filter(({ code }) => code === 'patient-information').map((one) => one.id))
  await languagesFor(asked)
  return database.transaction('rw', database.tables, async () => {
    const [here, present] = [await idsHere(database), new Set(await database.drafts.toCollection().primaryKeys())]
    const missing = asked.filter((one): one is Named => one !== undefined && !here.has(one.id))
    const { queue, drafts: made, attention: aside } = sorted(missing, refusedBefore, memory)
    await addToOutbox(database, queue)
    await database.attention.bulkAdd(aside)
    const begun = drafts.map((draft) => ({ ...draft, tab: null, kept: true }) as unknown as Draft)
    const added = [...begun, ...made].filter((draft) => !present.has(draft.id))
    await database.drafts.bulkAdd(added)
    const toLookAt = made.filter((draft) => !present.has(draft.id)).length + aside.length
    return { is: 'done', clips: queue.length, drafts: added.length, toLookAt } as const
  })
}
