import { isSex } from './ages.ts'
import { labelOf } from './label-key.ts'
import { fieldsOfLabel } from './labelled.ts'
import type { LabelKind } from './labels/label-kinds.ts'
import { type Piece, saidBeside } from './pieces.ts'
import { ageAndSexAt, ageAndSexWithin, shapesOf } from './shapes.ts'
import { type Field, valueOfKind } from './values.ts'
import { fieldsWithin } from './within.ts'

const mayBeSex = /^[([]?[a-z\u2640\u2642]/i

/** The fields of a page in order. `consumed` are the pieces of table heads, whose values stand under them. */
export const fieldsOf = (pieces: readonly Piece[], labels: readonly (LabelKind | undefined)[], consumed: ReadonlySet<number>): Field[] => {
  const found: Field[] = []
  pieces.forEach(({ text, element, isField }, at) => {
    if (consumed.has(at)) return
    if (labels[at] !== undefined && !isField) return void found.push(...fieldsOfLabel(pieces, at, labels))
    if (text.length > 220) return
    const hasDigit = /\d/.test(text)
    if (hasDigit || (text.includes(':') && text.length < 120)) {
      const within = fieldsWithin(text, at)
      found.push(...within)
      const beside =
        within.length === 0 && hasDigit && text.length < 40 && labels[at - 1] === undefined ? labelOf(saidBeside(element)) : undefined
      const value = beside && beside !== 'other' ? valueOfKind(beside, text) : undefined
      if (beside && value !== undefined) found.push({ kind: beside, value, at })
    }
    if (text.length < 16 && mayBeSex.test(text) ? isSex(text.split(/[ ,]/)[0] ?? '') : hasDigit && text.length < 60) {
      const said = ageAndSexAt(pieces, at)
      found.push(...(said.length === 0 && hasDigit ? ageAndSexWithin(text, at) : said))
    } else if (hasDigit) found.push(...ageAndSexWithin(text, at))
    found.push(...shapesOf(pieces, at))
  })
  return found
}
