import { signal } from '@preact/signals'

/** Whether the help of this page is open. */
export const isHelpOpen = signal(false)
export const openHelp = (): void => {
  isHelpOpen.value = true
}
export const closeHelp = (): void => {
  isHelpOpen.value = false
}
