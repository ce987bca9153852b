import { provideLanguages } from '../../shared/phi/language-pack.ts'
import { loadScript } from '../browser/load-script.ts'
import { keptLanguages, languagesScript } from './quick-languages.ts'
import { needsLanguages } from '../outbox/needs-languages.ts'

/** In the background: loads the PHI rules of other languages, if a text in these values needs them. */
export const quickLanguagesFor = async (values: unknown): Promise<void> => {
  if (!needsLanguages(values)) return
  if (!keptLanguages()) await loadScript(languagesScript)
  const pack = keptLanguages()
  if (!pack) throw new Error(`${languagesScript} left nothing`)
  provideLanguages(pack)
}
