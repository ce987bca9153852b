import { computed, effect, signal } from '@preact/signals'
import { objectionTo } from '../../../shared/mutations/engine/mutation.ts'
import { proposeIdea } from '../../../shared/mutations/propose-idea.ts'
import { partNetwork } from '../../../shared/domain/part-network.ts'
import type { DraftProblem } from '../../drafts/draft-to-mutations.ts'
import { fieldsOf } from '../../drafts/clip-fields.ts'
import { type GleanerDatabase, isDiskFull } from '../../store/db.ts'
import { blankForm, type Draft, type DraftForm } from '../../store/draft.ts'
import { discardDraft, keepForm } from '../../drafts/drafts.ts'
import { askBackground } from '../../browser/messages.ts'
import { LatestWriteWins } from '../../drafts/latest-write.ts'
import { writeRemembered } from '../../connection/remembered.ts'
import { suggestTopic } from '../../drafts/suggest-topic.ts'
import { clips, loadKnown, reusable } from './known-state.ts'
import { loadRules } from './load-rules.ts'
import { lookAgain, memory } from './page-memory.ts'
import { connection, database, draft, drafts, fault, framework, justSaved, reader, rememberedSite } from './panel-state.ts'

/** What stands in the form. The screen's own copy leads; the database follows each keystroke. */
export const form = signal<DraftForm>(blankForm)
export const invalid = signal<DraftProblem | undefined>(undefined)
export const saveState = signal<'open' | 'saving' | 'disk-full'>('open')

const draftId = computed(() => draft.value?.id)
interface Typed {
  present: GleanerDatabase
  whole: Draft
  form: DraftForm
}
/** Saved or discarded here: a keystroke that is still on its way does not bring it back. */
const ended = new Set<string>()
const keeper = new LatestWriteWins(({ present, whole, form }: Typed) =>
  keepForm(present, whole.id, form, ended.has(whole.id) ? undefined : whole),
)

/** A different draft came to the front (another tab, a new clip): its own text, never the one before. */
effect(() => {
  if (draftId.value === undefined) return
  form.value = draft.peek()?.form ?? blankForm
  invalid.value = undefined
  saveState.value = 'open'
  justSaved.value = undefined
})

export const fields = computed(() => (draft.value ? fieldsOf(draft.value, form.value) : undefined))

export const suggestedTopic = computed(() => {
  const { change, problem } = form.value
  return suggestTopic(framework.value?.topics ?? [], [change, problem, fields.value?.title ?? '', fields.value?.quote ?? ''].join(' '))
})

const known = (list: readonly { key: string }[], key: string): string => (list.some((entry) => entry.key === key) ? key : '')

/** '' is "not sure", said by the person or because nothing fits; untouched follows the suggestion. */
export const topic = computed(() => form.value.topic ?? suggestedTopic.value)
/** People speak for their own site, network staff for any. */
export const sites = computed(() => {
  const [all, network, me] = [framework.value?.sites ?? [], partNetwork({ framework: framework.value }), { ...reader.value, at: 0 }]
  return all.filter(({ key }) => !objectionTo(proposeIdea, network, { site: key }, me))
})

export const site = computed(() => known(sites.value, form.value.site ?? (rememberedSite.value || (connection.value?.me.site ?? ''))))

/** The form as it would be saved: with the bank's own clip of the paper where that says all, unless the person chose. */
export const decided = computed<DraftForm>(() => {
  const chosen = form.value.reuse ?? reusable(fields.value?.quote ?? '', form.value.note)
  return { ...form.value, reuse: clips.value.some(({ evidence }) => evidence === chosen) ? chosen : '' }
})

export const edit = (change: Partial<DraftForm>): void => {
  // What was read over is another text now.
  form.value = { ...form.value, readOver: false, ...change }
  invalid.value = undefined
  const [present, whole] = [database.value, draft.value]
  if (!present || !whole) return
  keeper.keep({ present, whole, form: form.value }).catch((error: unknown) => {
    fault.value = error
  })
}

const remember = async (chosen: string): Promise<void> => {
  rememberedSite.value = chosen
  await writeRemembered({ site: chosen })
}

const isBeingRead = (id: string): boolean => drafts.value?.some((one) => one.id === id && one.state === 'reading') ?? false

/** What the page says of itself belongs to the clip: it is waited for, but not for ever, as a busy page answers when it likes. */
const isRead = async (id: string): Promise<boolean> => {
  for (const end = Date.now() + 5000; isBeingRead(id) && Date.now() < end;) await new Promise((resolve) => setTimeout(resolve, 20))
  return !isBeingRead(id)
}

/** The draft whose page the person was told of, and does not wait for. */
let unwaited = ''

/** The draft as it is on the disk, once its page was looked at again: that may just have turned out to be a patient's. */
const lookedAt = async (database: GleanerDatabase, present: Draft): Promise<Draft> => {
  const [isDropped, before] = await Promise.all([lookAgain(present), database.drafts.get(present.id)])
  return (isDropped ? await database.drafts.get(present.id) : before) ?? present
}

export const discard = async (): Promise<void> => {
  const own = draft.value
  if (!database.value || !own) return
  ended.add(own.id)
  await discardDraft(database.value, own.id)
}

const store = async (present: Draft): Promise<void> => {
  if (!database.value) return
  if (present.id !== unwaited && !(await isRead(present.id))) {
    unwaited = present.id
    invalid.value = { field: 'title', why: 'still-reading', places: 0 }
    return
  }
  const [{ saveClip }] = await Promise.all([loadRules(), loadKnown()])
  const own = await lookedAt(database.value, present)
  ended.add(own.id)
  const end = await saveClip(database.value, own, { ...decided.value, topic: topic.value, site: site.value }, memory.value)
  if (end) {
    ended.delete(own.id)
    invalid.value = end
    return
  }
  justSaved.value = own.practice ? 'practice' : 'clip'
  if (own.practice) return
  await remember(site.value)
  await askBackground({ ask: 'sync' })
}

/** Saves; "saved" is said only once the transaction is on the disk. Until then the draft stays what it is. */
export const save = async (): Promise<void> => {
  const present = draft.value
  if (!present || saveState.value === 'saving') return
  saveState.value = 'saving'
  try {
    await store(present)
    saveState.value = 'open'
  } catch (error) {
    saveState.value = 'open'
    ended.delete(present.id)
    if (!isDiskFull(error)) throw error
    saveState.value = 'disk-full'
  }
}
