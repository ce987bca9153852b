/** The languages that Gleaner speaks, each by its own name. */
export const languages = { en: 'English', es: 'Español' } as const
export type Language = keyof typeof languages

const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text)

/**
 * What a person reads: the language they chose here, or the first of their browser's that we speak, or English.
 * @param preferred Language tags, best first ("es-MX", "en").
 */
export const languageFor = (chosen: string | null, preferred: readonly string[]): Language =>
  [chosen ?? '', ...preferred].map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'

/** What `Intl` writes dates, numbers and lists by. In these English follows the style of its texts. */
export const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)
