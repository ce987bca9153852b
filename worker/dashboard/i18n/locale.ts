import { localeOf } from '../../../shared/i18n/language.ts'
import { language } from '../../../shared/web/language.ts'

/** How the chosen language writes dates, numbers and lists, for `Intl`. */
export const locale = localeOf(language)

export const numbers = new Intl.NumberFormat(locale)
export const list = new Intl.ListFormat(locale)
