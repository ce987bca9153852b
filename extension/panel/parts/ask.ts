import type { TextFinding } from '../../outbox/check.ts'
import { isDiskFull } from '../../store/db.ts'
import { askBackground } from '../../browser/messages.ts'
import type { NewMutation } from '../../outbox/new-mutation.ts'
import { memory } from '../state/page-memory.ts'
import { database, undoable } from '../state/panel-state.ts'
import { panelMessages } from '../../i18n/panel.ts'

/** Why it was not kept. */
export type Trouble = { is: 'said'; says: string } | { is: 'patient'; found: TextFinding[] }

/**
 * Keeps what is asked on this computer, once the patient guard has read it, and has it sent. Answers why not. What nobody pressed
 * for is `unasked`: the way back from what the person did last stays.
 */
export const ask = async (list: readonly NewMutation[], { unasked = false } = {}): Promise<Trouble | undefined> => {
  if (!database.value) return undefined
  const { enqueueChecked } = await import('../../outbox/enqueue-checked.ts')
  try {
    const { found, undoable: ids } = await enqueueChecked(database.value, list, memory.value)
    if (found.length > 0) return { is: 'patient', found }
    if (!unasked) undoable.value = ids.length > 0 ? { ids } : undefined
  } catch (error) {
    if (!isDiskFull(error)) throw error
    return { is: 'said', says: panelMessages.notSavedDisk }
  }
  await askBackground({ ask: 'sync' })
  return undefined
}
