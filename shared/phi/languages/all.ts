import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { LanguageLabels } from './language-labels.ts'
import { pt } from './pt.ts'

/** Every language that is told apart; another one is one file and a line here. */
export const languages: readonly LanguageLabels[] = [en, es, pt, fr, de, it]
