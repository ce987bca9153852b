import { named } from '../../shared/i18n/named.ts'
import { language } from '../../shared/web/language.ts'

/**
 * The messages of a section in the reader's language.
 * @param english What `compiled/en/<section>.ts` exports; the messages of every other language have its type (`npm run messages` sees to it).
 * @param translated How to load `compiled/<language>/<section>.ts`, each a chunk of its own.
 */
export const inLanguage = async <Messages extends object>(
  english: Messages,
  translated: Record<string, () => Promise<readonly unknown[]>>,
): Promise<Messages> => {
  const [, load] = Object.entries(translated).find(([path]) => path.includes(`/${language}/`)) ?? []
  return load ? named(english, await load()) : english
}
