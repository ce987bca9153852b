import { signal } from '@preact/signals'
import { type MutationName, mutations } from '../../../shared/mutations/index.ts'
import { mutate, type Outcome } from '../data/mutate.ts'
import { messages } from '../i18n/bank.ts'
import { showToast } from './toast.tsx'

/** What was done last here, and how it is taken back. */
interface Done {
  takeBack: () => Promise<Outcome>
  /** Takes it back openly, once it is too late to do so as if nothing had been. */
  otherwise?: () => Promise<Outcome>
  /** When it was taken back; and what is said then. */
  after?: () => void
  says?: string | (() => string)
}

/** The last thing that was done here, as long as it can be undone. */
export const lastDone = signal<Done | undefined>(undefined)

const canBeUndone = (name: MutationName): boolean => 'undoable' in mutations[name] && mutations[name].undoable === true

/** From now on `u` means this. */
export const offerUndo = (name: MutationName, mutation: string, more: Omit<Done, 'takeBack'> = {}): void => {
  lastDone.value = canBeUndone(name) ? { takeBack: () => mutate('takeBack', () => ({ mutation })), ...more } : undefined
}

/** What is known of it only where it was done. */
export const completeUndo = (more: Omit<Done, 'takeBack'>): void => {
  if (lastDone.value) lastDone.value = { ...lastDone.value, ...more }
}

export const undo = async (): Promise<void> => {
  const last = lastDone.value
  if (!last) return showToast(messages.undo.nothing)
  lastDone.value = undefined
  const back = await last.takeBack()
  const outcome = back.done || !last.otherwise ? back : await last.otherwise()
  const { says = messages.undo.done } = last
  showToast(outcome.done ? (typeof says === 'string' ? says : says()) : outcome.problem)
  if (outcome.done) last.after?.()
}

/** Tells that it is done, with the way back beside it for ten seconds. */
export const showDone = (text: string, name: MutationName, mutation: string): void => {
  offerUndo(name, mutation)
  showToast(text, lastDone.value ? () => void undo() : undefined)
}

/** The same for what was done to many ideas at once. */
export const showManyDone = (text: string, takeBack: Done['takeBack'], says: () => string): void => {
  lastDone.value = { takeBack, says }
  showToast(text, () => void undo())
}
