import type { LanguagePack } from '../../shared/phi/language-pack.ts'

interface WithLanguages {
  guardLanguages?: LanguagePack
}

export const languagesScript = '/guard-languages.js'

/** What the script of its own leaves behind. */
export const keepLanguages = (pack: LanguagePack): void => {
  ;(globalThis as WithLanguages).guardLanguages = pack
}

export const keptLanguages = (): LanguagePack | undefined => (globalThis as WithLanguages).guardLanguages
