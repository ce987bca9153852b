import { first, isNotText, type Page, walk } from '../page/page.ts'
import { windowTitle } from './page-title.ts'

const most = 1500
/** Frames and boxes of gates, whose words are in a frame that cannot be read. */
const gate = '#challenge-form,#cf-challenge-running,.cf-error-details,#px-captcha,iframe[src*="captcha" i]'

/** The window's title and all that a page shows, where that is little (under 1500 letters); null where it is more: then it is a page, not a gate or an error. */
export const littleText = (page: Page): string | null => {
  let text = `${windowTitle(page)} ${first(page.scope, gate) ? 'captcha ' : ''}`
  const { body } = page.document
  if (!body) return text.trim()
  walk(
    body,
    (piece) => {
      text += piece.replace(/\s+/g, ' ')
      return text.length < most
    },
    (element) => !isNotText(element),
  )
  return text.length < most ? text.trim() : null
}
