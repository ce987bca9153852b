import { language } from '../../shared/web/language.ts'

/** A text of the rules or the server, as people read it. */
export const translate: (text: string) => string = language === 'es' ? (await import('./translate-es.ts')).translate : (text) => text
