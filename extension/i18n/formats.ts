import { localeOf } from '../../shared/i18n/language.ts'
import { language } from '../../shared/web/language.ts'

/** How the chosen language writes dates, numbers and lists, for `Intl`. */
const locale = localeOf(language)

/** "30 Nov 2026" of milliseconds since 1970, as are the times below. */
export const day = (at: number): string => new Date(at).toLocaleDateString(locale, { dateStyle: 'medium' })

/** "30 Nov" */
export const shortDay = (at: number): string => new Date(at).toLocaleDateString(locale, { day: 'numeric', month: 'short' })

/** "18:45" */
export const timeOfDay = (at: number): string => new Date(at).toLocaleTimeString(locale, { timeStyle: 'short' })

/** "30 Nov 2026, 18:45" */
export const dayAndTime = (at: number): string => new Date(at).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })

/** "12,345" */
export const wholeNumber = (count: number): string => count.toLocaleString(locale)

const inUnit = (unit: string, count: number): string => count.toLocaleString(locale, { style: 'unit', unit, maximumFractionDigits: 0 })

/** Bytes in whole megabytes, one at least, or gigabytes: "2 GB". */
export const storageSize = (bytes: number): string =>
  bytes < 1e9 ? inUnit('megabyte', Math.max(1, bytes / 1e6)) : inUnit('gigabyte', bytes / 1e9)

/** "2 clips and 1 draft" */
export const list = (texts: readonly string[]): string => new Intl.ListFormat(locale).format(texts)
