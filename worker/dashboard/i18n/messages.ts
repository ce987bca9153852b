import { named } from '../../../shared/i18n/named.ts'
import { language } from '../../../shared/web/language.ts'

/** Every compiled section but the English ones, each a chunk of its own. */
const translated = import.meta.glob<{ default: readonly unknown[] }>(['./compiled/*/*.ts', '!./compiled/en/*.ts'])

/**
 * The messages of a section in the reader's language: `await inLanguage('idea', english)`.
 * @param section A name at the top of `en.json`.
 * @param english What `compiled/en/<section>.ts` exports; the messages of every other language have its type (`npm run messages` sees to it).
 */
export const inLanguage = async <Messages extends object>(section: string, english: Messages): Promise<Messages> => {
  const load = translated[`./compiled/${language}/${section}.ts`]
  return load ? named(english, (await load()).default) : english
}
