import { provideLanguages } from '../language-pack.ts'
import { languagePack } from './pack.ts'

/** Imported for its effect: from here on texts in other languages than English are read by their own rules. */
provideLanguages(languagePack)
