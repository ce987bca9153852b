import { browser } from 'wxt/browser'
import { browserMessage } from '../browser/browser-messages.ts'
import type { QuickOutcome } from '../capture/quick-clip.ts'
import { readQuick } from '../capture/quick-undo.ts'

const most = 999
const colours = { count: '#1d4ed8', attention: '#9a3412', done: '#166534' } as const

interface Badge {
  text: string
  color: string
  title: string
}

/** What the button counts. `questions`: those of the network that the person has not answered. */
export interface Counts {
  unsent: number
  refused: number
  lost: number
  questions: number
}

const titleOf = ({ unsent, refused, lost, questions }: Counts): string =>
  [
    browserMessage('clipPage'),
    ...(questions > 0 ? [browserMessage(questions > 1 ? 'questions' : 'question', String(questions))] : []),
    ...(lost > 0 ? [browserMessage('lost', String(lost))] : []),
    ...(unsent > 0 ? [browserMessage('notSent', String(unsent))] : []),
    ...(refused > 0 ? [browserMessage('needsAttention', String(refused))] : []),
  ].join(' – ')

const textOf = ({ unsent, refused, lost, questions }: Counts): string => {
  if (lost > 0) return '!'
  if (unsent > 0) return unsent > most ? `${most}+` : String(unsent)
  return refused > 0 ? '!' : questions > 0 ? '?' : ''
}

const countBadge = (counts: Counts): Badge => ({
  text: textOf(counts),
  color: counts.refused + counts.lost > 0 ? colours.attention : colours.count,
  title: titleOf(counts),
})

const show = async ({ text, color, title }: Badge): Promise<void> => {
  await browser.action.setBadgeText({ text })
  await browser.action.setBadgeBackgroundColor({ color })
  await browser.action.setBadgeTextColor({ color: '#ffffff' })
  await browser.action.setTitle({ title })
}

/** What is said for a moment instead of the count. In the session's storage: the worker may end before the moment does. */
interface Toast extends Badge {
  until: number
}

/** How long a mark of the quick clip stays on the button, in milliseconds. */
const moment = 6000
const alarm = 'toast'

const readToast = async (): Promise<Toast | undefined> => {
  const { toast } = (await browser.storage.session.get('toast')) as { toast?: Toast }
  return toast && toast.until > Date.now() && toast.until <= Date.now() + moment ? toast : undefined
}

/** The number of what is not yet sent, or that somebody asks, and all of it in words for whoever cannot see the mark. */
export const showBadge = async (counts: Counts): Promise<void> => show((await readToast()) ?? countBadge(counts))

/** Says on the button what came of a quick clip; `over` is called when its moment is over, by the alarm where the worker ended. */
export const showToast = async (outcome: QuickOutcome | 'quickUndone' | 'quickUndoOver', over: () => void): Promise<void> => {
  const isClipped = outcome === 'quickKept' || outcome === 'quickKnown'
  const isDone = isClipped || outcome === 'quickUndone'
  // Which paper it was: a page may be another one by now than the one that was pressed on.
  const title = isClipped ? browserMessage(outcome, (await readQuick())?.title ?? '') : browserMessage(outcome)
  const badge: Badge = { text: isDone ? '✓' : '!', color: isDone ? colours.done : colours.attention, title }
  const until = Date.now() + moment
  await browser.storage.session.set({ toast: { ...badge, until } satisfies Toast })
  await show(badge)
  await browser.alarms.create(alarm, { when: until })
  setTimeout(over, moment + 100)
}

export const onToastAlarm = (over: () => void): void =>
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) over()
  })
