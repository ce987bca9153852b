import { locale } from '../i18n/formats.ts'

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
