import messages from '../../shared/i18n/compiled/mail.ts'
import { type Language, localeOf } from '../../shared/i18n/language.ts'
import { type FormatMessage, messageFormat } from '../../shared/i18n/message-format.ts'

/** What says the messages of mails in a language. */
export const mailFormat = (language: Language): FormatMessage => messageFormat(localeOf(language), messages[language])
