import { liveQuery } from 'dexie'
import { computed, effect, signal } from '@preact/signals'
import { keysOfDraft, knownClips, type KnownSource, readKnown } from '../../known-paper.ts'
import { connection, database, draft, fault } from './panel-state.ts'

const nothing: KnownSource = { keys: [], rows: [], waiting: [], drafts: [] }
const source = signal(nothing)

/** One text, so that a draft that changes otherwise asks nothing anew. */
const keys = computed(() => (draft.value ? keysOfDraft(draft.value).join('\n') : ''))
const draftId = computed(() => draft.value?.id)

/** Clips that were made of the paper in front, by anybody, as far as this device knows. */
export const clips = computed(() => {
  if (source.value.keys.length === 0) return []
  return knownClips(source.value, connection.value?.me ?? { person: '', role: 'contributor', site: '' })
})
/** Other drafts of the same paper. */
export const unfinishedOfPaper = computed(() => source.value.drafts)

/** Follows the paper in front, whatever another tab or the next sync changes. */
export const watchKnown = (): void => {
  effect(() => {
    const [present, id, wanted] = [database.value, draftId.value, keys.value]
    source.value = nothing
    if (!present || id === undefined || wanted === '') return undefined
    const subscription = liveQuery(() => readKnown(present, wanted.split('\n'), id)).subscribe({
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
