import { de } from './de.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { it } from './it.ts'
import type { LanguageWords } from './language-words.ts'
import { pt } from './pt.ts'

/** The languages beside English; another one is one file and a line here. */
export const languages: readonly LanguageWords[] = [es, pt, fr, de, it]
