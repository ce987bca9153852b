import { own } from '../../shared/values/own.ts'
import { type Token, parse } from '@messageformat/parser'

/** What a parameter of a message takes, as a type in TypeScript. A `choice` selects a case, and what no case names is its `other`. */
const types = { text: 'string | number', number: 'number', time: 'number | Date', choice: 'string | boolean' } as const
type Type = keyof typeof types
export type Parameters = ReadonlyMap<string, Type>

const formats: Record<string, Type> = { number: 'number', date: 'time', time: 'time' }

type Placeholder = Exclude<Token, { type: 'content' | 'octothorpe' }>

const typeOf = (token: Placeholder): Type => {
  if (token.type === 'argument') return 'text'
  if (token.type === 'select') return 'choice'
  if (token.type !== 'function') return 'number'
  const type = own(formats, token.key)
  if (!type) throw new Error(`“${token.key}” is not a format; there are ${Object.keys(formats).join(', ')}`)
  return type
}

/** Whether a message that shows the parameter as `shown` can be given what the type `given` allows. */
const takes = (shown: Type, given: Type): boolean => shown === 'text' || shown === given

const narrower = (name: string, one: Type, other: Type): Type => {
  if (takes(one, other)) return other
  if (takes(other, one)) return one
  throw new Error(`“${name}” cannot be both ${types[one]} and ${types[other]}`)
}

type Categories = Record<'plural' | 'selectordinal' | 'select', readonly Intl.LDMLPluralRule[]>

const categoriesOf = (language: string, type: Intl.PluralRuleType): Intl.LDMLPluralRule[] =>
  new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories

const checkCases = (token: Placeholder, categories: Categories): void => {
  if (!('cases' in token)) return
  const keys = new Set(token.cases.map(({ key }) => key))
  const missing = categories[token.type].filter((category) => !keys.has(category))
  if (missing.length > 0) throw new Error(`the ${token.type} of “${token.arg}” has no case “${missing.join('”, “')}”`)
  if (keys.size < token.cases.length) throw new Error(`the ${token.type} of “${token.arg}” has a case twice`)
  // Two numbers side by side would be added.
  for (const { key, tokens } of token.cases) {
    if (tokens[0]?.type === 'argument' && tokens[1]?.type === 'argument')
      throw new Error(`case “${key}” of “${token.arg}” needs something between its first two parameters`)
  }
}

/**
 * The parameters of a message in ICU MessageFormat, and their types.
 * @param language Every category in which it counts must have a case, and no other may have one (Unicode CLDR, through `Intl`).
 * @throws Error that says what is wrong: the syntax, the cases, an unknown format, or one parameter with two types.
 */
export const parametersOf = (language: string, text: string): Parameters => {
  const categories: Categories = {
    plural: categoriesOf(language, 'cardinal'),
    selectordinal: categoriesOf(language, 'ordinal'),
    select: ['other'],
  }
  const found = new Map<string, Type>()
  const walk = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'content' || token.type === 'octothorpe') continue
      checkCases(token, categories)
      const before = found.get(token.arg)
      found.set(token.arg, before ? narrower(token.arg, before, typeOf(token)) : typeOf(token))
      if ('cases' in token) for (const { tokens: inner } of token.cases) walk(inner)
    }
  }
  walk(parse(text, { cardinal: [...categories.plural], ordinal: [...categories.selectordinal], strict: true }))
  return found
}

/** The type of a message: a text, or a function of its parameters. */
export const messageType = (parameters: Parameters): string => {
  const fields = [...parameters].map(([name, type]) => `${JSON.stringify(name)}: ${types[type]}`)
  return fields.length === 0 ? 'string' : `(parameters: { ${fields.join('; ')} }) => string`
}

/** What the parameters of a translation have that the English ones have not, or the other way round; `undefined` where they agree. */
export const difference = (english: Parameters, translated: Parameters): string | undefined => {
  for (const name of english.keys()) if (!translated.has(name)) return `does not use “${name}”`
  for (const [name, type] of translated) {
    const given = english.get(name)
    if (!given) return `uses “${name}”, which the English has not`
    if (!takes(type, given)) return `needs “${name}” as ${types[type]}, which is ${types[given]} in English`
  }
  return undefined
}
