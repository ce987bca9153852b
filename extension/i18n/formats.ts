import { localeOf } from '../../shared/i18n/language.ts'
import { language } from '../../shared/web/language.ts'

/** How the chosen language writes dates, numbers and lists, for `Intl`. */
export const locale = localeOf(language)

/** "30 Nov 2026" of milliseconds since 1970, as all times are. */
export const day = (at: number): string => new Date(at).toLocaleDateString(locale, { dateStyle: 'medium' })

/** "30 Nov" */
export const shortDay = (at: number): string => new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'short' })

/** "30 Nov" of a time that stands for a calendar day (`calendar-day.ts`). */
export const shortDayOf = (at: number): string =>
  new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** "2 clips and 1 draft" */
export const list = (texts: readonly string[]): string => new Intl.ListFormat(locale).format(texts)
