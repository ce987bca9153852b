import { type NewsSays, newsSays as english } from '../../../shared/i18n/news-sentence.ts'
import { language } from '../../../shared/web/language.ts'

export const newsSays: NewsSays = language === 'es' ? (await import('../../../shared/i18n/news-sentence-es.ts')).newsSaysEs : english
