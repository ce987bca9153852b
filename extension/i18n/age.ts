import { language } from '../../shared/web/language.ts'
import { panelMessages } from './panel.ts'

const minute = 60
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const
const ages = new Intl.RelativeTimeFormat(language, { numeric: 'always' })

/** How long ago, in words. A clock that was set back makes nothing younger than now. */
export const ageOf = (at: number, now: number): string => {
  const seconds = Math.max(0, (now - at) / 1000)
  const [unit, length] = units.find(([, least]) => seconds >= least) ?? []
  return unit && length ? ages.format(-Math.floor(seconds / length), unit) : panelMessages.justNow
}
