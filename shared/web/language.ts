import { type Language, languageFor } from '../i18n/language.ts'

const place = 'gleaner-language'

export const language = languageFor(globalThis.localStorage?.getItem(place) ?? null, navigator.languages ?? [])

/** From the next page on; what was typed is in the drafts, so the page is simply loaded again. */
export const chooseLanguage = (chosen: Language): void => {
  localStorage.setItem(place, chosen)
  location.reload()
}
