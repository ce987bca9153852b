import { effect } from '@preact/signals'
import { draft, drafts } from './panel-state.ts'

/** How long the rest of the panel waits for the form, in milliseconds. */
const patience = 1000

/** Whether what a press is for can be drawn: the form with what was read of the page, or that there is none. */
const isThere = (): boolean => drafts.value !== undefined && (draft.value?.state !== 'reading' || draft.value.source !== null)

/** Resolves once the form is filled and drawn; at once where somebody begins to type, and after a moment where a page takes its time. */
export const formShown = (): Promise<void> =>
  new Promise((resolve) => {
    addEventListener('keydown', () => resolve(), { once: true })
    setTimeout(resolve, patience)
    effect(() => {
      if (isThere()) requestAnimationFrame(() => setTimeout(resolve))
    })
  })

/** Resolves once the page has nothing else to do, or after that time. */
export const idle = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve, { timeout: patience }))
