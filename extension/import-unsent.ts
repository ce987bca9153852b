import * as v from 'valibot'
import { unconnectedName } from './databases.ts'
import type { GleanerDatabase } from './db.ts'
import type { Draft } from './draft.ts'
import { addAsked, idsHere } from './keep-asked.ts'
import { argsAreWhole } from './outbox.ts'

const id = v.pipe(v.string(), v.uuid())
const askedSchema = v.looseObject({ id, name: v.string(), at: v.number(), args: v.unknown() })
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

export type ImportEnd = { is: 'done'; clips: number; drafts: number } | { is: 'not-ours' } | { is: 'other-account'; account: string }

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Brings a file of unsent clips back, that of this account or of nobody's yet; never somebody else's, which would be sent
 * under the wrong name. What is here already stays as it is, so the same file twice does no harm. Refused clips come
 * back to be sent again. All or nothing.
 */
export const importUnsent = async (database: GleanerDatabase, text: string): Promise<ImportEnd> => {
  const file = v.safeParse(fileSchema, parsed(text))
  if (!file.success) return { is: 'not-ours' }
  const { database: from, outbox, attention, drafts } = file.output
  if (from !== database.name && from !== unconnectedName) return { is: 'other-account', account: from.split(':').slice(-2).join(' · ') }
  const asked = [...outbox, ...attention].map(({ id: own, name, at, args }) => ({ id: own, name, at, args }))
  if (!asked.every(argsAreWhole)) return { is: 'not-ours' }
  return database.transaction('rw', database.tables, async () => {
    const here = await idsHere(database)
    const missing = asked.filter((one) => !here.has(one.id))
    await addAsked(database, missing)
    const present = new Set(await database.drafts.toCollection().primaryKeys())
    const added = drafts.filter((draft) => !present.has(draft.id)).map((draft) => ({ ...draft, tab: null, kept: true }) as unknown as Draft)
    await database.drafts.bulkAdd(added)
    return { is: 'done', clips: missing.length, drafts: added.length } as const
  })
}
