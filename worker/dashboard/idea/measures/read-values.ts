export type Comma = 'decimal' | 'thousands'

const blank = /^(?:|-|–|—|\.|n\/?a|n\.? ?d\.?|null|none|missing)$/i
const spaces = /[\s\u00a0\u2009\u202f'’](?=\d{3}(?!\d))/g

/** A number's text without what says nothing: percent sign, typeset minus, spaces between thousands. `''` where there is none. */
export const plainNumber = (text: string): string => {
  const plain = text
    .replace(/^=?"|"$/g, '')
    .trim()
    .replace(/^[−‒–](?=[\d.,])/, '-')
    .replace(/\s*%$/, '')
  return blank.test(plain) ? '' : plain.replace(spaces, '')
}

const isNumber = /^[+-]?(?:\d+(?:[.,]\d{3})*(?:[.,]\d+)?|[.,]\d+)$/

/** What one number says of its commas: nothing, that they are decimal or part thousands, or that nobody can tell ("1,234"). */
const commaIn = (text: string): Comma | 'unclear' | undefined => {
  const [points, commas] = [text.split('.').length - 1, text.split(',').length - 1]
  if (commas === 0) return points > 1 ? 'decimal' : undefined
  if (points > 0) return text.lastIndexOf(',') > text.lastIndexOf('.') ? 'decimal' : 'thousands'
  if (commas > 1) return 'thousands'
  return /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text) ? 'unclear' : 'decimal'
}

/** "1.234": a thousand and more where days are written with points as well. */
const maybeThousands = /^[+-]?[1-9]\d{0,2}\.\d{3}$/

/** How a column's commas are to be read, by all of its numbers. `pointed`: the days beside it are written with points. `unclear`: ask. */
export const commaOf = (column: readonly string[], pointed = false): Comma | 'unclear' => {
  const said = new Set(column.map(commaIn))
  const points = column.filter((text) => text.includes('.'))
  if (pointed && points.length > 0 && said.size === 1 && said.has(undefined) && points.every((text) => maybeThousands.test(text)))
    return 'unclear'
  if (said.has('decimal')) return 'decimal'
  // A point that is no part of thousands is a decimal one, so the commas are not.
  const hasPoint = column.some((text) => /^[+-]?\d*\.\d+$/.test(text))
  return said.has('unclear') && !said.has('thousands') && !hasPoint ? 'unclear' : 'thousands'
}

/** The number that a text is, where commas are read so; `undefined` where it is none. */
export const numberOf = (text: string, comma: Comma): number | undefined => {
  if (!isNumber.test(text)) return undefined
  const points = /,|^[+-]?\d{1,3}(?:\.\d{3})+$/.test(text)
  const plain = comma === 'decimal' && points ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}
