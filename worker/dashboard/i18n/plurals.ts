import { language } from '../../../shared/web/language.ts'

/** Dates and lists follow the language of the catalogue. */
export const locale = language === 'es' ? 'es' : 'en-GB'

export const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`
export const list = new Intl.ListFormat(locale)
