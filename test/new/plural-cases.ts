import { parse, type Select, type Token } from '@messageformat/parser'

const kinds = { plural: 'cardinal', selectordinal: 'ordinal' } as const

/** The cases that a language counts in, each with the English text of that case, or else of `other`; `=0` and the like stay. */
const casesFor = (language: string, type: 'plural' | 'selectordinal', { cases }: Select): Select['cases'] => {
  const other = cases.find(({ key }) => key === 'other')
  const counted = new Intl.PluralRules(language, { type: kinds[type] }).resolvedOptions().pluralCategories
  return [
    ...cases.filter(({ key }) => key.startsWith('=')),
    ...counted.flatMap((key) => {
      const like = cases.find((one) => one.key === key) ?? other
      return like ? [{ ...like, key }] : []
    }),
  ]
}

const written = (language: string, tokens: readonly Token[]): string =>
  tokens
    .map((token) => {
      if (token.type !== 'plural' && token.type !== 'selectordinal' && token.type !== 'select') return token.ctx.text
      const cases = token.type === 'select' ? token.cases : casesFor(language, token.type, token)
      const offset = token.pluralOffset ? `offset:${token.pluralOffset} ` : ''
      return `{${token.arg}, ${token.type}, ${offset}${cases.map((one) => `${one.key} {${written(language, one.tokens)}}`).join(' ')}}`
    })
    .join('')

/** An English message (ICU MessageFormat) with a case for each way in which another language counts, to be translated. */
export const withPluralCases = (language: string, message: string): string =>
  /, (?:plural|selectordinal),/.test(message) ? written(language, parse(message)) : message
