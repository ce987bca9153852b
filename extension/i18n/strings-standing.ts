import type { Standing, StandingPlace } from '../../shared/citations/citation.ts'
import { language } from '../../shared/web/language.ts'

const standings: Record<Standing, string> = {
  retracted: 'This was retracted or withdrawn.',
  doubted: 'There is an expression of concern about this.',
  corrected: 'This was corrected.',
  notice: 'This is the notice of a retraction or withdrawal, not the paper itself.',
}
const standingsShort: Record<Standing, string> = {
  retracted: 'Retracted or withdrawn',
  doubted: 'Expression of concern',
  corrected: 'Corrected',
  notice: 'A notice, not the paper',
}
const places: Record<StandingPlace, string> = {
  title: 'its title',
  heading: 'the page’s heading',
  window: 'the window’s title',
  metadata: 'the page’s metadata',
  type: 'its publication types',
  banner: 'a note on the page',
}

/** How an item stands, in words. */
const english = {
  says: (standing: Standing, seen: StandingPlace): string => `${standings[standing]} It says so in ${places[seen]}.`,
  short: (standing: Standing): string => standingsShort[standing],
}
export type StandingWords = typeof english

export const standingWords: StandingWords = language === 'es' ? (await import('./strings-standing-es.ts')).standingWordsSpanish : english
