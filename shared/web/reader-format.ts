import { localeOf } from '../i18n/language.ts'
import { type FormatMessage, messageFormat } from '../i18n/message-format.ts'
import type { Messages } from '../i18n/message.ts'
import { language } from './language.ts'

/**
 * What says the messages of rules and server in the reader's language.
 * @param english The sections that are said here. What comes from the server alone needs none: it is said in English beside it.
 * @param translated How to load `compiled/<language>/<section>.ts` of all that may be said, each a chunk of its own.
 */
export const readerFormat = async (
  english: readonly Partial<Messages>[],
  translated: Readonly<Record<string, () => Promise<Partial<Messages>>>>,
): Promise<FormatMessage> => {
  const loads = Object.entries(translated).filter(([path]) => path.includes(`/${language}/`))
  const loaded = await Promise.all(loads.map(([, load]) => load()))
  return messageFormat(localeOf(language), ...loaded, ...english)
}
