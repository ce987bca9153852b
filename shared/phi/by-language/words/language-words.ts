import type { Language } from '../../languages/language-labels.ts'

/**
 * What one language says about people, as data. Words stand without accents and in small letters, parted by `|` where some are
 * of several words and by white space else; `es.ts` is the fullest.
 */
export interface LanguageWords {
  language: Language
  /** Before a name, with a colon: "apellidos", "remitido por". */
  names: string
  /** Titles, with or without a full stop. */
  titles: string
  /** People as roles and relatives: a name may follow at once. */
  people: string
  /** Before a day: "fecha de nacimiento". */
  births: string
  /** Before an address, with a colon. */
  addresses: string
  /** Before a town, with a colon. */
  towns: string
  /** Before a town in a sentence: "natural de". */
  homes: string
  /** Opens the name of a street: "calle", "c/". */
  streets: string
  /** Opens the name of a house: "hospital", "centro de salud". */
  houses: string
  /** The twelve months, alternatives of one parted by `|`. */
  months: readonly string[]
  /** Years of age: "anos". */
  years: string
  /** Days of a month in words, in order. */
  days?: string
  /** Words with a capital that are no name: units, headings, countries. */
  ordinary: string
  /** What is called after somebody: "sindrome", "escala". */
  eponymNouns: string
}
