import { own } from '../values/own.ts'

/** What an idea asks of the literature, in the four parts in which a question of treatment is asked (PICO). */
export interface QuestionParts {
  population: string
  intervention: string
  comparison: string
  outcome: string
}

export const questionParts = ['population', 'intervention', 'comparison', 'outcome'] as const satisfies readonly (keyof QuestionParts)[]

/** Longer than this a search no longer fits into an address once it is encoded. */
export const longestSearch = 600

/** What is wrong with a search: it says nothing, is too long, has a bracket or quotation mark alone, or an operator without a word beside it. */
export type SearchFault = 'empty' | 'too-long' | 'unpaired' | 'operator'

type Token =
  | { is: 'open' }
  | { is: 'close' }
  | { is: 'operator'; name: 'AND' | 'OR' | 'NOT' }
  | { is: 'term'; text: string; quoted: boolean; tag: string }

const tokenPattern = /"([^"]*)"|\[([^[\]]*)\]|([()])|[^\s"[\]()]+/g

/** Words beside each other are one term, as PubMed reads them; a tag belongs to the term before it. */
const tokensOf = (search: string): Token[] => {
  const tokens: Token[] = []
  for (const [whole, quoted, tag, bracket] of search.matchAll(tokenPattern)) {
    const last = tokens.at(-1)
    if (bracket) tokens.push({ is: bracket === '(' ? 'open' : 'close' })
    else if (tag !== undefined) {
      if (last?.is === 'term') last.tag = tag.trim().toLowerCase()
    } else if (whole === 'AND' || whole === 'OR' || whole === 'NOT') tokens.push({ is: 'operator', name: whole })
    else if (quoted === undefined && last?.is === 'term' && !last.quoted && last.tag === '') last.text += ` ${whole}`
    else tokens.push({ is: 'term', text: quoted ?? whole, quoted: quoted !== undefined, tag: '' })
  }
  return tokens
}

const unpaired = (search: string): boolean => {
  if ((search.match(/"/g) ?? []).length % 2 > 0) return true
  let [round, square] = [0, 0]
  for (const sign of search.replace(/"[^"]*"/g, '')) {
    round += sign === '(' ? 1 : sign === ')' ? -1 : 0
    square += sign === '[' ? 1 : sign === ']' ? -1 : 0
    if (round < 0 || square < 0 || square > 1) return true
  }
  return round !== 0 || square !== 0
}

/** What stands between the terms has a term, or a group of some, on both its sides. */
const hasLooseOperator = (tokens: readonly Token[]): boolean =>
  tokens.some((token, index) => {
    const before = tokens[index - 1]?.is ?? 'open'
    if (token.is === 'operator') return before === 'open' || before === 'operator'
    return token.is === 'close' && (before === 'open' || before === 'operator')
  }) || tokens.at(-1)?.is === 'operator'

/** Why a search cannot be sent as it is; nothing where it can. What it means is PubMed's to say. */
export const searchFault = (search: string): SearchFault | undefined => {
  if (search.length > longestSearch) return 'too-long'
  if (!/[\p{L}\p{N}]{2}/u.test(search.replace(/\[[^\]]*\]|\b(?:AND|OR|NOT)\b/g, ''))) return 'empty'
  if (unpaired(search)) return 'unpaired'
  return hasLooseOperator(tokensOf(search)) ? 'operator' : undefined
}

/** PubMed's field tags and the fields of Europe PMC that are asked for them. Its headings are not asked as such there: preprints have none. */
const fields: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      '',
      'tiab',
      'title/abstract',
      'tw',
      'text word',
      'text words',
      'all',
      'all fields',
      'ot',
      'other term',
      'mh',
      'mesh',
      'mesh terms',
      'majr',
      'mesh major topic',
      'nm',
      'supplementary concept',
      'mh:noexp',
      'mesh terms:noexp',
    ].map((tag) => [tag, 'TITLE_ABS']),
  ),
  ti: 'TITLE',
  title: 'TITLE',
  pt: 'PUB_TYPE',
  'publication type': 'PUB_TYPE',
  au: 'AUTH',
  author: 'AUTH',
  ta: 'JOURNAL',
  journal: 'JOURNAL',
}
const isHeading = (tag: string): boolean => /^(?:mh|mesh|majr|nm|supplementary)/.test(tag)

const inField = (field: string, text: string): string =>
  text.endsWith('*') && /^[\p{L}\p{N}]{3,}\*$/u.test(text) ? `${field}:${text}` : `${field}:"${text.replace(/\*/g, '')}"`

/** One term; `undefined` where its field is not known there, '' where nothing is left of it. */
const termOf = ({ text, quoted, tag }: Extract<Token, { is: 'term' }>): string | undefined => {
  const field = own(fields, tag)
  if (!field) return undefined
  const bare = (isHeading(tag) ? (text.split('/')[0] ?? '') : text).replace(/[^\p{L}\p{M}\p{N}\s'’.%+*-]/gu, ' ')
  const words = bare.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const isPhrase = !isHeading(tag) && !bare.includes('*') && (quoted || tag !== '')
  if (isPhrase || words.length < 2) return words.length > 0 ? inField(field, words.join(' ')) : ''
  return `(${words.map((word) => inField(field, word)).join(' AND ')})`
}

/** From the left to the right, as PubMed does; brackets first. */
const groupOf = (tokens: Token[]): string | undefined => {
  let [whole, operator]: [string, string] = ['', 'AND']
  for (;;) {
    const token = tokens.shift()
    if (!token || token.is === 'close') return whole
    if (token.is === 'operator') {
      operator = token.name
      continue
    }
    const part = token.is === 'open' ? groupOf(tokens) : termOf(token)
    if (part === undefined) return undefined
    if (part) whole = whole ? `(${whole} ${operator} ${part})` : part
    operator = 'AND'
  }
}

/**
 * The same search for Europe PMC, in titles and abstracts (its own default would search whole texts). `undefined` where a field
 * is asked for that is not known there: a search that means something else is not sent.
 */
export const europePmcSearch = (search: string): string | undefined => groupOf(tokensOf(search)) || undefined
