import { liveQuery } from 'dexie'
import { computed, effect, signal } from '@preact/signals'
import type { KnownSource } from '../../capture/known-paper.ts'
import type * as panel from './panel-state.ts'

const load = () => import('../../capture/known-paper.ts')

const nothing: KnownSource = { keys: [], rows: [], waiting: [] }

/** What is known of the paper in front. */
export const createKnownState = ({
  database,
  draft,
  drafts,
  fault,
  reader,
}: Pick<typeof panel, 'database' | 'draft' | 'drafts' | 'fault' | 'reader'>) => {
  /** What looks papers up comes after the form is there; nothing is saved before. */
  const rules = signal<Awaited<ReturnType<typeof load>> | undefined>(undefined)
  const loading = async (): Promise<void> => {
    rules.value = await load()
  }
  let loaded: Promise<void> | undefined
  const loadKnown = (): Promise<void> => (loaded ??= loading())

  const source = signal(nothing)

  /** One text, so that a draft that changes otherwise asks nothing anew. */
  const keys = computed(() => (draft.value && rules.value?.keysOfDraft(draft.value).join('\n')) ?? '')

  /** Clips that were made of the paper in front, by anybody, as far as this device knows. */
  const clips = computed(() => {
    if (!rules.value || source.value.keys.length === 0) return []
    return rules.value.knownClips(source.value, draft.value && rules.value.paperOf(draft.value), reader.value)
  })
  /** Other drafts of the same paper. */
  const unfinishedOfPaper = computed(() => (draft.value && rules.value?.unfinishedOf(draft.value, drafts.value ?? [])) ?? [])

  /** The bank's clip that says all that such a draft would, or ''. */
  const reusable = (quote: string, note: string): string => rules.value?.clipToReuse(clips.value, quote, note) ?? ''

  /** Follows the paper in front, whatever another tab or the next sync changes. */
  const watchKnown = (): void => {
    loadKnown().catch((error: unknown) => {
      fault.value = error
    })
    effect(() => {
      const [present, wanted, looking] = [database.value, keys.value, rules.value]
      source.value = nothing
      if (!present || !looking || wanted === '') return undefined
      const subscription = liveQuery(() => looking.readKnown(present, wanted.split('\n'))).subscribe({
        next: (found) => {
          source.value = found
        },
        error: (error: unknown) => {
          fault.value = error
        },
      })
      return () => subscription.unsubscribe()
    })
  }

  return { loadKnown, clips, unfinishedOfPaper, reusable, watchKnown }
}
