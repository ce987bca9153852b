import { isSex } from './ages.ts'
import { labelOf } from './label-key.ts'
import { fieldsOfLabel } from './labelled.ts'
import type { LabelKind } from './labels/label-kinds.ts'
import { type Piece, saidBeside } from './pieces.ts'
import { ageAndSexAt, ageAndSexWithin, shapesOf } from './shapes.ts'
import { type Field, valueOfKind } from './values.ts'
import { fieldsWithin } from './within.ts'

const mayBeSex = /^[([]?[a-z\u2640\u2642]/i
// What costs more is asked of few texts: most of a paper's have a number and nothing else that a banner has.
const mayHoldLabel =
  /[a-z\u00c0-\u017f.)º°#] ?[:=#](?!\/\/)|(?:^|[^a-z])(?:dob|mrn|born|birth|nac|nasc|naiss|n[ée]|geb|nat[oai]|nascid|nacid|nhs|nhc|ipp|pid|chi|cns|cip|hc|dni|cpf|rut|id|no|nr|sex)/i
const mayBeAge = /^[\s(~]*\d{1,3}(?!\d)(?: ?[a-zA-Z\u00c0-\u017f]|[ ,/)]|$)/
const mayStandAlone = /\d{4}|\d[./-]\d/
const hasSex =
  /(?:^|[^\w\u00c0-\u024f])(?:[mfwhv]|male|female|man|woman|boy|girl|mann|frau|männlich|weiblich|masc|fem|fém|hombre|mujer|var[óo]n|hembra|homem|mulher|homme|femme|gar[çc]on|fille|maschi|uomo|donna)[a-z]{0,6}\.?(?![\w\u00c0-\u024f])/i

const inText = (text: string, at: number): Field[] =>
  (/\d/.test(text) || (text.includes(':') && text.length < 120)) && mayHoldLabel.test(text) ? fieldsWithin(text, at) : []

/** A value that an attribute labels. */
const inAttribute = ({ text, element }: Piece, at: number): Field[] => {
  if (text.length > 40 || !mayStandAlone.test(text)) return []
  const kind = labelOf(saidBeside(element))
  const value = kind && kind !== 'other' ? valueOfKind(kind, text) : undefined
  return kind && value !== undefined ? [{ kind, value, at }] : []
}

const ages = (pieces: readonly Piece[], at: number): Field[] => {
  const { text = '' } = pieces[at] ?? {}
  const { text: next = '' } = pieces[at + 1] ?? {}
  const isSexWord = text.length < 16 && mayBeSex.test(text) && isSex(text.split(/[ ,]/, 1)[0] ?? '')
  const isAge = text.length < 60 && mayBeAge.test(text) && (/[^\d\s(]/.test(text) || /^[(]?[a-z]/i.test(next))
  if (isSexWord || isAge) {
    const said = ageAndSexAt(pieces, at)
    if (said.length > 0) return said
  }
  return /\d/.test(text) && text.length < 120 && hasSex.test(text) ? ageAndSexWithin(text, at) : []
}

/** The fields of a page in order. `consumed` are the pieces of table heads, whose values stand under them. */
export const fieldsOf = (pieces: readonly Piece[], labels: readonly (LabelKind | undefined)[], consumed: ReadonlySet<number>): Field[] => {
  const found: Field[] = []
  for (const [at, piece] of pieces.entries()) {
    const label = labels[at]
    if (consumed.has(at)) {
      if (label === 'against') found.push({ kind: 'against', value: '', at })
    } else if (label !== undefined && !piece.isField) found.push(...fieldsOfLabel(pieces, at, labels))
    else if (piece.text.length <= 220) {
      const within = inText(piece.text, at)
      found.push(...within)
      if (within.length === 0 && labels[at - 1] === undefined) found.push(...inAttribute(piece, at))
      found.push(...ages(pieces, at), ...shapesOf(pieces, at))
    }
  }
  return found
}
