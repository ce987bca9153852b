import { type Language, languageFor } from '../../shared/i18n/language.ts'

export interface HumanWords {
  title: string
  lead: string
  whose: string
  goOn: string
  notYet: string
}

export const english: HumanWords = {
  title: 'One moment',
  lead: 'Very many ask to sign in from where you are. Show that you are a person, then go on.',
  whose: 'The check is Cloudflare Turnstile’s. It sees your address and your browser, and nothing of the network.',
  goOn: 'Go on',
  notYet: 'The check has not passed yet. Wait until it says so, then go on.',
}

export const spanish: HumanWords = {
  title: 'Un momento',
  lead: 'Muchísimas peticiones de entrada llegan desde donde usted está. Muestre que es una persona y continúe.',
  whose: 'La comprobación es de Cloudflare Turnstile. Ve su dirección y su navegador, y nada de la red.',
  goOn: 'Continuar',
  notYet: 'La comprobación aún no ha terminado. Espere a que lo diga y continúe.',
}

const all: Record<Language, HumanWords> = { en: english, es: spanish }

/** In the language of an `Accept-Language` header (RFC 9110, 12.5.4), best first as browsers send it. */
export const humanWords = (accepts = ''): { language: Language; words: HumanWords } => {
  const preferred = accepts.split(',').map((range) => range.trim())
  const language = languageFor(null, preferred)
  return { language, words: all[language] }
}
