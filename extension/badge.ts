import { browser } from 'wxt/browser'
import { browserWords } from './browser-words.ts'

const most = 999

const titleOf = (unsent: number, refused: number): string =>
  [
    browserWords('clipPage'),
    ...(unsent > 0 ? [browserWords('notSent', String(unsent))] : []),
    ...(refused > 0 ? [browserWords('needsAttention', String(refused))] : []),
  ].join(' – ')

/** The number of what is not yet sent, and the same in words for whoever cannot see the number. */
export const showBadge = async (unsent: number, refused: number): Promise<void> => {
  const text = unsent > most ? `${most}+` : unsent > 0 ? String(unsent) : refused > 0 ? '!' : ''
  await browser.action.setBadgeText({ text })
  await browser.action.setBadgeBackgroundColor({ color: refused > 0 ? '#9a3412' : '#1d4ed8' })
  await browser.action.setTitle({ title: titleOf(unsent, refused) })
}
