import { newsSays as english } from '../../shared/i18n/news-sentence.ts'
import { language } from '../../shared/web/language.ts'

/** What happened to an idea, in words. */
export const newsSays = language === 'es' ? (await import('../../shared/i18n/news-sentence-es.ts')).newsSaysEs : english
