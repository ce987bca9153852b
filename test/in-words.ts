import decisions from '../shared/i18n/compiled/es/decisions.ts'
import evidence from '../shared/i18n/compiled/es/evidence.ts'
import gates from '../shared/i18n/compiled/es/gates.ts'
import labels from '../shared/i18n/compiled/es/labels.ts'
import news from '../shared/i18n/compiled/es/news.ts'
import newsInEnglish from '../shared/i18n/compiled/en/news.ts'
import patient from '../shared/i18n/compiled/es/patient.ts'
import refusals from '../shared/i18n/compiled/es/refusals.ts'
import server from '../shared/i18n/compiled/es/server.ts'
import { english as withoutNews } from '../shared/i18n/english.ts'
import type { Message } from '../shared/i18n/message.ts'
import { type FormatMessage, messageFormat } from '../shared/i18n/message-format.ts'
import type { Change } from '../shared/domain/entities.ts'
import type { Refusal } from '../shared/mutations/engine/mutation.ts'

/** What readers of each language are told. */
const newsFormat = messageFormat('en-GB', newsInEnglish)
export const english: FormatMessage = (said, unknown) => withoutNews(said, newsFormat(said, unknown))
export const spanish = messageFormat('es', decisions, evidence, gates, labels, news, patient, refusals, server)
export const inBoth = (said: Message): [english: string, spanish: string] => [english(said), spanish(said)]

/** Why it was refused, in English; '' where it was not. */
export const refusedBecause = (decided: Change[] | Refusal): string => ('refused' in decided ? english(decided.reason) : '')
