import { computed, effect, signal } from '@preact/signals'
import { otherSite } from '../../../shared/mutations/engine/other-site.ts'
import type { DraftProblem } from '../../drafts/draft-to-mutations.ts'
import { fieldsOf } from '../../drafts/clip-fields.ts'
import { type GleanerDatabase, isDiskFull } from '../../store/db.ts'
import { blankForm, type Draft, type DraftForm } from '../../store/draft.ts'
import { discardDraft, keepForm } from '../../drafts/drafts.ts'
import { askBackground } from '../../browser/messages.ts'
import { LatestWriteWins } from '../../drafts/latest-write.ts'
import { writeRemembered } from '../../connection/remembered.ts'
import { suggestTopic } from '../../drafts/suggest-topic.ts'
import type { FormParts } from './form-parts.ts'

interface Typed {
  present: GleanerDatabase
  whole: Draft
  form: DraftForm
}

/** How long a save waits for the page to be read, and how often it looks, in milliseconds. */
const patience = 5000
const interval = 20

const keyIn = (list: readonly { key: string }[], key: string): string => (list.some((entry) => entry.key === key) ? key : '')

/** The form of the draft in front, and how it is saved. */
export const createFormState = (parts: FormParts) => {
  const { clips, connection, database, draft, drafts, fault, framework, justSaved, memory, reader, rememberedSite, undoable } = parts

  /** What stands in the form. The screen's own copy leads; the database follows each keystroke. */
  const form = signal<DraftForm>(blankForm)
  const invalid = signal<DraftProblem | undefined>(undefined)
  const saveState = signal<'open' | 'saving' | 'disk-full'>('open')

  const draftId = computed(() => draft.value?.id)
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

  const fields = computed(() => (draft.value ? fieldsOf(draft.value, form.value) : undefined))

  const suggestedTopic = computed(() => {
    const { change, problem } = form.value
    return suggestTopic(framework.value?.topics ?? [], [change, problem, fields.value?.title ?? '', fields.value?.quote ?? ''].join(' '))
  })

  /** '' is "not sure", said by the person or because nothing fits; untouched follows the suggestion. */
  const topic = computed(() => form.value.topic ?? suggestedTopic.value)
  /** People speak for their own site, network staff for any. */
  const sites = computed(() => (framework.value?.sites ?? []).filter(({ key }) => !otherSite(key, reader.value)))

  const site = computed(() => keyIn(sites.value, form.value.site ?? (rememberedSite.value || (connection.value?.me.site ?? ''))))

  /** The form as it would be saved: with the bank's own clip of the paper where that says all, unless the person chose. */
  const decided = computed<DraftForm>(() => {
    const chosen = form.value.reuse ?? parts.reusable(fields.value?.quote ?? '', form.value.note)
    return { ...form.value, reuse: clips.value.some(({ evidence }) => evidence === chosen) ? chosen : '' }
  })

  const edit = (change: Partial<DraftForm>): void => {
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
    for (const end = parts.now() + patience; isBeingRead(id) && parts.now() < end;) await parts.wait(interval)
    return !isBeingRead(id)
  }

  /** The draft whose page the person was told of, and does not wait for. */
  let unwaited = ''

  /**
   * The draft as it is on the disk, once its page was looked at again. Read anew only if that turned out to be a patient's: `drafts`
   * follows the disk, and a reading of it would wait until the last letter is there.
   */
  const lookedAt = async (database: GleanerDatabase, present: Draft): Promise<Draft> => {
    const isDropped = await parts.lookAgain(present)
    return (isDropped ? await database.drafts.get(present.id) : drafts.peek()?.find(({ id }) => id === present.id)) ?? present
  }

  const discard = async (): Promise<void> => {
    const own = draft.value
    if (!database.value || !own) return
    ended.add(own.id)
    await discardDraft(database.value, own.id)
  }

  const isInFront = ({ id }: Draft): boolean => draft.peek()?.id === id

  const store = async (present: Draft): Promise<void> => {
    if (!database.value) return
    if (present.id !== unwaited && !(await isRead(present.id))) {
      if (!isInFront(present)) return
      unwaited = present.id
      invalid.value = { field: 'title', why: 'still-reading', places: 0 }
      return
    }
    const [{ saveClip }] = await Promise.all([parts.loadRules(), parts.loadKnown()])
    const own = await lookedAt(database.value, present)
    // Form and memory are another draft's now: this one stays as it was typed, unfinished.
    if (!isInFront(present)) return
    ended.add(own.id)
    const whole = { ...decided.value, topic: topic.value, site: site.value }
    const offer = (ids: string[]): void => {
      undoable.value = { ids, draft: { ...own, form: form.peek() } }
    }
    const end = await saveClip(database.value, own, whole, memory.value, offer).catch((error: unknown) => {
      ended.delete(own.id)
      throw error
    })
    if (end) {
      ended.delete(own.id)
      if (isInFront(present)) invalid.value = end
      return
    }
    justSaved.value = own.practice ? 'practice' : 'clip'
    if (own.practice) return
    await remember(site.value)
    await askBackground({ ask: 'sync' })
  }

  /** Saves; "saved" is said only once the transaction is on the disk. Until then the draft stays what it is. */
  const save = async (): Promise<void> => {
    const present = draft.value
    if (!present || saveState.value === 'saving') return
    saveState.value = 'saving'
    try {
      await store(present)
      saveState.value = 'open'
    } catch (error) {
      saveState.value = 'open'
      if (!isDiskFull(error)) throw error
      saveState.value = 'disk-full'
    }
  }

  return { form, invalid, saveState, fields, suggestedTopic, topic, sites, site, decided, edit, discard, save }
}
