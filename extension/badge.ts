import { browser } from 'wxt/browser'
import { strings } from './strings.ts'

const most = 999

/** The number of what is not yet sent, and the same in words for whoever cannot see the number. */
export const showBadge = async (unsent: number, refused: number): Promise<void> => {
  const text = unsent > most ? `${most}+` : unsent > 0 ? String(unsent) : refused > 0 ? '!' : ''
  await browser.action.setBadgeText({ text })
  await browser.action.setBadgeBackgroundColor({ color: refused > 0 ? '#9a3412' : '#1d4ed8' })
  await browser.action.setTitle({ title: strings.button(unsent, refused) })
}
