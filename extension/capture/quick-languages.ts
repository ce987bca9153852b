import type { LanguagePack } from '../../shared/phi/language-pack.ts'

interface WithLanguages {
  guardLanguages?: LanguagePack
}

export const languagesScript = '/guard-languages.js'

/** Called by the separate script: provides the rules to the background. */
export const keepLanguages = (pack: LanguagePack): void => {
  ;(globalThis as WithLanguages).guardLanguages = pack
}

export const keptLanguages = (): LanguagePack | undefined => (globalThis as WithLanguages).guardLanguages
