import { first, type Page, walk } from './page.ts'
import { windowTitle } from './page-title.ts'

export type BlockedReason = 'challenge' | 'consent' | 'error' | 'empty' | 'unreadable'

const challenge =
  /just a moment|attention required|checking (?:your browser|if the site)|verify(?:ing)? (?:that )?you(?:'re| are)(?: not)? (?:a )?(?:human|robot)|are you a robot|captcha|unusual traffic|enable javascript and cookies|security (?:check|verification)|ddos protection|pardon our interruption|bot detection|request unsuccessful|incapsula|one more step/i
const failure =
  /access (?:to this page has been )?denied|\b40[0134]\b|\b50[0234]\b|page (?:not found|cannot be found|doesn.t exist)|not found|forbidden|service unavailable|bad gateway|internal server error|there was a problem providing the content|session (?:has )?(?:expired|timed out)|something went wrong|temporarily unavailable|server error|error occurred/i
const consent =
  /(?:we|this site|our partners).{0,80}(?:cookies|your privacy)|cookie (?:policy|preferences|consent)|privacy (?:preferences|choices)/i

const shown = /^(?:script|style|noscript|template|svg|select|iframe)$/i

/** The text that a page shows, at most `most` letters. */
const shownText = (page: Page, most: number): string => {
  let text = ''
  const { body } = page.document
  if (!body) return text
  walk(
    body,
    (piece) => {
      text += piece.replace(/\s+/g, ' ')
      return text.length < most
    },
    (element) => !shown.test(element.nodeName),
  )
  return text.trim()
}

/** Why there is nothing to clip on a page: a gate, a wall or an error in the item's place. A page with an item says little of them. */
export const whyBlocked = (page: Page): BlockedReason | undefined => {
  const text = shownText(page, 3000)
  const title = windowTitle(page)
  const short = text.length < 1500
  if (/just a moment|attention required|access denied|are you a robot|pardon our interruption/i.test(title) && text.length < 3000)
    return 'challenge'
  if (first(page.document, '#challenge-form,#cf-challenge-running,.cf-error-details,#px-captcha,iframe[src*="captcha" i]') && short)
    return 'challenge'
  if (!title && !text) return 'empty'
  if (!short) return undefined
  if (challenge.test(`${title} ${text}`)) return 'challenge'
  if (failure.test(`${title} ${text}`)) return 'error'
  if (text.length < 1200 && consent.test(text) && (text.match(/cookie|consent|privacy/gi)?.length ?? 0) > 3) return 'consent'
  return text.length === 0 ? 'empty' : undefined
}
