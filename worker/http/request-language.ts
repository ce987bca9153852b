import { type Language, languageFor } from '../../shared/i18n/language.ts'

/**
 * The language in which somebody is answered who has no page of ours open.
 * @param accepts An `Accept-Language` header (RFC 9110, 12.5.4), best first as browsers send it.
 */
export const requestLanguage = (accepts = ''): Language =>
  languageFor(
    null,
    accepts.split(',').map((range) => range.trim()),
  )
