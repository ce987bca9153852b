/** What a number is; the same words as in the findings. */
export type NumberType = 'LOCATION' | 'SSN' | 'MRN' | 'HEALTH_PLAN' | 'ACCOUNT' | 'LICENSE' | 'VEHICLE' | 'DEVICE' | 'ID'

export type Language = 'en' | 'es' | 'pt' | 'fr' | 'de' | 'it'

/**
 * What tells a language, and what it writes before the numbers of a person. Words stand without accents, in small letters, parted by
 * `|`; in capitals: an abbreviation that counts in capitals only, or with a colon or number sign; with `?`: a word that is as often
 * no label, so that a colon or number sign and five digits are asked for.
 */
export interface LanguageLabels {
  language: Language
  /** The small words that tell the language of a sentence; none of them is frequent in another of these languages. */
  smallWords: string
  /** Before a number of one person: "nhc", "numero de episodio". */
  numbers: Readonly<Partial<Record<NumberType, string>>>
  /** Before the number of a room or a bed. */
  beds: string
  /** Before the first letters of a name. */
  initials: string
  /** Before a phone number. */
  phones: string
}
