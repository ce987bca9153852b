import type { helpMessages } from '../i18n/help.ts'

/** A key as it stands on a keyboard, and what it does. */
export type HelpKey = readonly [key: string, does: keyof typeof helpMessages.does]

/** Keys that work on every page. */
export const everywhere: readonly HelpKey[] = [
  ['?', 'help'],
  ['n', 'add'],
  ['N', 'addEvidence'],
  ['u', 'undo'],
]

const forms: readonly HelpKey[] = [['Ctrl Enter', 'submit']]

export const ideaKeys: readonly HelpKey[] = [...forms, ['@', 'mention'], ['c', 'clipPaper'], ['x', 'dismissPaper'], ['j k', 'stepPapers']]

export const boardKeys: readonly HelpKey[] = [
  ['Enter', 'pickUp'],
  ['← →', 'choosePhase'],
  ['Esc', 'leave'],
]

export const triageHelpKeys: readonly HelpKey[] = [
  ['j', 'next'],
  ['k', 'previous'],
  ['c', 'classify'],
  ['a', 'ask'],
  ['m', 'merge'],
  ['d', 'decline'],
  ['p', 'park'],
  ['t', 'take'],
  ...forms,
  ['Esc', 'close'],
]
