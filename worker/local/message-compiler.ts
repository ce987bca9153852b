import MessageFormat from '@messageformat/core'
import compileModule from '@messageformat/core/compile-module.js'
import { localeOf } from '../../shared/i18n/language.ts'
import { type Parameters, difference, messageType, parametersOf } from './message-parameters.ts'

/** Messages in ICU MessageFormat by name, in groups as deep as they like. */
export interface Catalogue {
  readonly [name: string]: string | Catalogue
}

/** All messages that one place shows, by language and section; English is the language that the others are compared with. */
export type Catalogues = Readonly<{ en: Catalogue } & Record<string, Catalogue>>

/** The modules to be written, by path, or what is wrong with the messages, each with its language and name. */
export interface Compiled {
  modules: Map<string, string>
  problems: string[]
}

const leaves = (catalogue: Catalogue, path: readonly string[] = []): [name: string, text: string][] =>
  Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : leaves(value, [...path, key]),
  )

/** The parameters of each message by its name; what cannot be read goes to `problems`. */
const readAll = (language: string, catalogue: Catalogue, problems: string[]): Map<string, Parameters> => {
  const read = new Map<string, Parameters>()
  for (const [name, text] of leaves(catalogue)) {
    try {
      read.set(name, parametersOf(language, text))
    } catch (error) {
      problems.push(`${language} ${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return read
}

const compare = (language: string, catalogue: Catalogue, english: Map<string, Parameters>, names: ReadonlySet<string>): string[] => {
  const problems: string[] = []
  const translated = readAll(language, catalogue, problems)
  const there = new Set(leaves(catalogue).map(([name]) => name))
  for (const name of names) if (!there.has(name)) problems.push(`${language} ${name}: is missing`)
  for (const name of there) if (!names.has(name)) problems.push(`${language} ${name}: is superfluous, the English has no such message`)
  for (const [name, parameters] of translated) {
    const wrong = english.has(name) && difference(english.get(name) ?? new Map(), parameters)
    if (wrong) problems.push(`${language} ${name}: ${wrong}`)
  }
  return problems
}

const typeOf = (value: string | Catalogue, language: string): string =>
  typeof value === 'string'
    ? messageType(parametersOf(language, value))
    : `{ ${Object.entries(value)
        .map(([key, inner]) => `readonly ${JSON.stringify(key)}: ${typeOf(inner, language)}`)
        .join('; ')} }`

const property = String.raw`^(\s*(?:"(?:[^"\\]|\\.)*"|[\w$]+): )`
const constant = new RegExp(String.raw`${property}\(\) => ("(?:[^"\\]|\\.)*")(?=,?$)`, 'gm')
const bare = new RegExp(String.raw`${property}\(d\) => (?!")`, 'gm')

/** As `@messageformat/core` makes it, but a message without parameters is its text, and what is one parameter alone is a text too. */
const codeOf = (formats: MessageFormat, catalogue: Catalogue): string =>
  compileModule(formats, catalogue)
    .replaceAll(constant, '$1$2')
    .replaceAll(bare, '$1(d) => "" + ')
    .replace(/^export default /m, 'const messages: Messages = ')

const head = '// @ts-nocheck\n// Made from the messages beside this folder; `npm run messages` makes it again.\n'

const formatsOf = (language: string): MessageFormat =>
  new MessageFormat(localeOf(language), { strict: true, localeCodeFromKey: () => null })

const moduleOf = (language: string, catalogue: Catalogue, english: string): string => {
  const type =
    language === 'en' ? `export interface Messages ${typeOf(catalogue, language)}\n` : `import type { Messages } from '${english}'\n`
  return `${head}${type}${codeOf(formatsOf(language), catalogue)}\nexport default messages\n`
}

/** A list of the messages in the order of the English ones, for who has their names from there. */
const listModuleOf = (language: string, catalogue: Catalogue, english: Catalogue): string => {
  const texts = new Map(leaves(catalogue))
  const numbered = Object.fromEntries(leaves(english).map(([name], index) => [index, texts.get(name) ?? '']))
  const list = codeOf(formatsOf(language), numbered)
    .replace('const messages: Messages = {', 'const messages: readonly unknown[] = [')
    .replaceAll(/^ {2}"\d+": /gm, '  ')
    .replace(/}\s*$/, ']')
  return `${head}${list}\nexport default messages\n`
}

/** Every language of a section, for whoever answers readers of all of them: `messages[language]`. */
const allModuleOf = (languages: readonly string[], section: string): string => {
  const imports = languages.map((language) => `import ${language} from './${language}/${section}.ts'\n`).join('')
  return `${head}import type { Messages } from './en/${section}.ts'\n${imports}
const messages: Readonly<Record<'${languages.join("' | '")}', Messages>> = { ${languages.join(', ')} }\nexport default messages\n`
}

const isName = (section: string): boolean => /^[a-z][a-zA-Z0-9-]*$/.test(section)

const sectionsOf = (catalogue: Catalogue): [string, Catalogue][] =>
  Object.entries(catalogue).filter((entry): entry is [string, Catalogue] => typeof entry[1] !== 'string')

const modulesOf = (catalogues: Catalogues, asLists: boolean): Map<string, string> => {
  const modules = new Map<string, string>()
  const english = new Map(sectionsOf(catalogues.en))
  for (const [language, catalogue] of Object.entries(catalogues))
    for (const [section, messages] of sectionsOf(catalogue)) {
      const code =
        asLists && language !== 'en'
          ? listModuleOf(language, messages, english.get(section) ?? {})
          : moduleOf(language, messages, `../en/${section}.ts`)
      modules.set(`${language}/${section}.ts`, code)
    }
  if (!asLists) for (const section of english.keys()) modules.set(`${section}.ts`, allModuleOf(Object.keys(catalogues), section))
  return modules
}

const shapeProblems = (english: Catalogue): string[] =>
  Object.entries(english).flatMap(([key, value]) => {
    if (typeof value === 'string') return [`en ${key}: belongs into a section`]
    return isName(key) ? [] : [`en ${key}: cannot be the name of a file`]
  })

/**
 * Compiles the messages of a place to modules in TypeScript, one a section and language. Their types come from the English messages. A message is a `string`, or a function of one object with its parameters.
 * @param asLists Languages other than English give a list of their messages without names, in the order of the English ones.
 */
export const compileMessages = (catalogues: Catalogues, asLists = false): Compiled => {
  const { en, ...others } = catalogues
  const problems = shapeProblems(en)
  const english = readAll('en', en, problems)
  const names = new Set(leaves(en).map(([name]) => name))
  for (const [language, catalogue] of Object.entries(others)) problems.push(...compare(language, catalogue, english, names))
  return problems.length > 0 ? { modules: new Map(), problems } : { modules: modulesOf(catalogues, asLists), problems }
}
