import { locale } from '../../i18n/locale.ts'

const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })

/** A measure's value as the chosen language writes it. */
export const sayNumber = (value: number): string => numbers.format(value)
