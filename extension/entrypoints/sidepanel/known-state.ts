import { liveQuery } from 'dexie'
import { computed, effect, signal } from '@preact/signals'
import { keysOfDraft, knownClips, type KnownSource, paperOf, readKnown, unfinishedOf } from '../../known-paper.ts'
import { connection, database, draft, drafts, fault } from './panel-state.ts'

const nothing: KnownSource = { keys: [], rows: [], waiting: [] }
const source = signal(nothing)

/** One text, so that a draft that changes otherwise asks nothing anew. */
const keys = computed(() => (draft.value ? keysOfDraft(draft.value).join('\n') : ''))

/** Clips that were made of the paper in front, by anybody, as far as this device knows. */
export const clips = computed(() => {
  if (source.value.keys.length === 0) return []
  return knownClips(
    source.value,
    draft.value && paperOf(draft.value),
    connection.value?.me ?? { person: '', role: 'contributor', site: '' },
  )
})
/** Other drafts of the same paper. */
export const unfinishedOfPaper = computed(() => (draft.value ? unfinishedOf(draft.value, drafts.value ?? []) : []))

/** Follows the paper in front, whatever another tab or the next sync changes. */
export const watchKnown = (): void => {
  effect(() => {
    const [present, wanted] = [database.value, keys.value]
    source.value = nothing
    if (!present || wanted === '') return undefined
    const subscription = liveQuery(() => readKnown(present, wanted.split('\n'))).subscribe({
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
