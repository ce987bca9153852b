/**
 * One text of the rules or the server: in English, and in the other language. Values stand where `{1}`, `{2}` … are, whole
 * numbers where `{#1}` is, in the English in this order; the other language puts them where it wants. The English is the key.
 */
export type Sentence = readonly [english: string, other: string]

/** The longest text that is looked at; what is longer is none of ours. */
const longest = 2000
/** A text in a text in a text: "Before this move: Incubator: needs 2 more sites, no theory." */
const deepest = 4
/** A listed text may hold so many joints itself: "no improvement yet, no guideline, nothing published". */
const partsOfOne = 3

const hole = /\{#?(\d)\}/g

interface Pattern {
  /** What stands before, between and after the values. */
  literals: string[]
  /** Which values are whole numbers. */
  numbers: boolean[]
  other: string
}

const patternOf = ([english, other]: Sentence): Pattern => ({
  literals: english.split(/\{#?\d\}/),
  numbers: [...english.matchAll(hole)].map(([name]) => name.startsWith('{#')),
  other,
})

const isPattern = ([english]: Sentence): boolean => english.search(hole) >= 0

const letters = ({ literals }: Pattern): number => literals.join('').length

/**
 * The values of a text of this form. Each literal is looked for once, from where the one before it ended, so a text takes no
 * longer however it is made up; the last one stands at the end.
 */
const valuesIn = ({ literals, numbers }: Pattern, text: string): string[] | undefined => {
  const [first = '', ...others] = literals
  if (!text.startsWith(first)) return undefined
  const values: string[] = []
  let from = first.length
  for (const [index, literal] of others.entries()) {
    const isLast = index === others.length - 1
    if (isLast && !text.endsWith(literal)) return undefined
    const to = isLast ? text.length - literal.length : text.indexOf(literal, from)
    if (to < from) return undefined
    const value = text.slice(from, to)
    if (numbers[index] && !/^\d+$/.test(value)) return undefined
    values.push(value)
    from = to + literal.length
  }
  return values
}

/**
 * Says texts of the rules and the server in another language, in the manner of gettext. A value that is a text of ours is said too,
 * and so is a list of nothing else; every other value stays as it is, and so does a text that is not in the table.
 * @param joints How lists are joined, in English and in the other language: `[', ', ', ']`, `[' and ', ' y ']`.
 */
export const translator = (sentences: readonly Sentence[], joints: readonly Sentence[] = []): ((text: string) => string) => {
  let table: { exact: Map<string, string>; patterns: Pattern[] } | undefined
  const tables = (): NonNullable<typeof table> => {
    table ??= {
      exact: new Map(sentences.filter((sentence) => !isPattern(sentence))),
      // The longest first: what says more is the better match.
      patterns: sentences
        .filter(isPattern)
        .map(patternOf)
        .toSorted((one, other) => letters(other) - letters(one)),
    }
    return table
  }

  /** The text by the first form that it has; `undefined` where nothing in it is ours. */
  const byPattern = (text: string, depth: number): string | undefined => {
    for (const pattern of tables().patterns) {
      const values = valuesIn(pattern, text)
      if (!values) continue
      const said = values.map((value, index) => (pattern.numbers[index] ? value : (known(value, depth + 1) ?? value)))
      const whole = pattern.other.replaceAll(hole, (_, number: string) => said[Number(number) - 1] ?? '')
      if (whole !== text) return whole
    }
    return undefined
  }

  const byList = (text: string, depth: number, [english, other]: Sentence): string | undefined => {
    const parts = text.split(english)
    if (parts.length === 1) return undefined
    const said: string[] = []
    for (let at = 0; at < parts.length;) {
      let taken = Math.min(partsOfOne, parts.length - at, parts.length - 1)
      let one: string | undefined
      while (taken > 0 && one === undefined) {
        one = known(parts.slice(at, at + taken).join(english), depth + 1)
        if (one === undefined) taken -= 1
      }
      if (one === undefined) return undefined
      said.push(one)
      at += taken
    }
    return said.join(other)
  }

  const known = (text: string, depth: number): string | undefined => {
    const exact = tables().exact.get(text)
    if (exact !== undefined || depth > deepest) return exact
    // Lists first: the first of several texts is not to be read as if the others were its last value.
    for (const joint of joints) {
      const list = byList(text, depth, joint)
      if (list !== undefined) return list
    }
    return byPattern(text, depth)
  }

  return (text) => (text.length > longest ? text : (known(text, 0) ?? text))
}
