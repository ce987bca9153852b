import type { forgetSearch, suggestionsFor } from './bank-suggestions.ts'
import { loadScript } from '../browser/load-script.ts'

/** What the script of its own leaves behind. */
interface BankSuggestions {
  suggestionsFor: typeof suggestionsFor
  forgetSearch: typeof forgetSearch
}

interface WithSuggestions {
  bankSuggestions?: BankSuggestions
}

export const suggestionsScript = '/bank-suggestions.js'

export const keepSuggestions = (suggestions: BankSuggestions): void => {
  ;(globalThis as WithSuggestions).bankSuggestions = suggestions
}

/** What is there already; nothing was read where nothing is. */
export const loadedSuggestions = (): BankSuggestions | undefined => (globalThis as WithSuggestions).bankSuggestions

/** The search of the address bar: the keyword brings it in. */
export const loadSuggestions = async (): Promise<BankSuggestions> => {
  if (!loadedSuggestions()) await loadScript(suggestionsScript)
  const loaded = loadedSuggestions()
  if (!loaded) throw new Error(`${suggestionsScript} left nothing`)
  return loaded
}
