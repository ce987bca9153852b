import type { TaggedRecord } from './tagged-lines.ts'

const known =
  /^(?:TY|ER|A[1-6]|AU|T[1-3]|TI|TA|CT|BT|ST|TT|J[1-9AFOI]|SP|EP|LP|VL|VO|IS|Y[12]|PY|DA|DO|DI|SN|UR|U[1-9]|L[1-4K]|N[12]|AB|KW|PB|PU|PI|PP|CY|LA|AN|ID|M[1-9]|C[1-8]|CN|CA|RP|DB|DP|AD|AV|ED|ET|SE|NV|OP|SF|RI|RN|NO|EF|H[12]|EM|XR|FU|CL|UI)$/

/** On one line: tags that hardly begin anything within a sentence, and those whose value tells them. */
const plainTags = 'TY|ER|A1|A2|AU|T1|T2|TI|JF|JO|JA|J2|Y1|Y2|PY|N2|AB|KW|PB|L1|L2|L3|M1|M2|M3|C1|C2|U1|U2|N1|BT|ST'
const telling = [
  String.raw`(?:SP|EP|LP|VL|IS|SN) {1,2}- ?(?=[\w.-]*\d|\s|[A-Z][A-Z\d] {1,2}-)`,
  String.raw`(?:DA) {1,2}- ?(?=\d{4}|[A-Z][a-z]{2} )`,
  String.raw`(?:DO|DI) {1,2}- ?(?=\S{0,30}10\.\d{4})`,
  String.raw`(?:UR|LK) {1,2}- ?(?=https?:|//|www)`,
  String.raw`(?:DP|DB|LA|CY|AN|ID|AD|ET|ED|RP) {1,2}- ?(?=\p{L}[^-]{0,60} [A-Z][A-Z\d] {1,2}-|\S{1,30} [A-Z][A-Z\d] {1,2}-)`,
]
const inLine = new RegExp(String.raw`(?<=\s)(?=(?:${plainTags}) {1,2}-(?: |$)|${telling.join('|')})`, 'gu')
/** What surely begins a field, also within an abstract or a note. */
const inProse = new RegExp(
  String.raw`^(?:(?:TY|ER) {1,2}-(?: |$)|(?:A[12]|AU) {1,2}- ?\p{L}[^,]{1,60}, ?\p{L}|(?:Y1|PY) {1,2}- ?\d{4}|(?:JF|JO|T2|KW|PB|L[1-4]|M[1-3]|U[1-5]|N[12]) {1,2}- |${telling.slice(0, 4).join('|')})`,
  'u',
)

/** A record that lost its line ends: each field on a line of its own. */
const parted = (line: string): string[] => {
  const parts: string[] = []
  for (const part of line.split(inLine)) {
    const before = parts.at(-1)
    const goesOn = before !== undefined && /^\s*(?:AB|N[12]) {1,2}-/.test(before) && !inProse.test(part)
    if (goesOn) parts[parts.length - 1] = before + part
    else parts.push(part)
  }
  return parts
}

const manyTags = /^\s*TY {1,2}- ?\w+\s(?:.*?\s)?(?:A1|AU|T1|TI|ID|JF|JO|DO|N[12]|PY|Y1) {1,2}- /

const tagged = /^\s*([A-Z][A-Z\d])( {0,2}|\t)[-–](?:\s(.*)|\s*)$/
const tight = /^\s*([A-Z][A-Z\d]) {2}-(\S.*)$/

interface Field {
  tag: string
  gap: number
  value: string
}
const fieldOf = (text: string): Field | undefined => {
  const [, tag = '', gap = '', value = ''] = tagged.exec(text) ?? []
  if (tag) return { tag, gap: gap.length, value }
  const [, other = '', rest = ''] = tight.exec(text) ?? []
  return other ? { tag: other, gap: 2, value: rest } : undefined
}

/** Fields of prose, in which an empty line ends nothing. */
const isProse = (tag: string): boolean => /^(?:AB|N[12]|AD|KW|RN|M\d|C\d)$/.test(tag)

/** Lines of a text, each field of a record that lost its line ends on its own; what such a record wraps is put behind it. */
const linesOf = (text: string): { line: string; number: number }[] => {
  const lines: { line: string; number: number }[] = []
  let whole: { line: string; number: number } | undefined
  for (const [at, line] of text.split('\n').entries()) {
    const begins = manyTags.test(line)
    if (whole && !begins && line.trim() !== '' && !fieldOf(line)) whole.line += ` ${line}`
    else {
      whole = begins ? { line, number: at + 1 } : undefined
      lines.push(whole ?? { line, number: at + 1 })
    }
  }
  return lines.flatMap((one) => (manyTags.test(one.line) ? parted(one.line).map((line) => ({ line, number: one.number })) : [one]))
}

interface Read {
  line: string
  number: number
  found: Field | undefined
}

/** Whether the fields of these lines have two spaces: then a sentence that goes on with "ED - …" is none. */
const haveTwo = (lines: readonly Read[]): boolean => {
  const gaps = lines.flatMap(({ found }) => (found && found.tag !== 'TY' && found.tag !== 'ER' && known.test(found.tag) ? [found.gap] : []))
  const two = gaps.filter((gap) => gap === 2).length
  return two > 3 * (gaps.length - two)
}

/** The fields of the lines from one TY to the next. What stands behind an end is no part of a record, unless fields follow without a TY. */
const recordsIn = (lines: readonly Read[]): TaggedRecord[] => {
  const two = haveTwo(lines)
  const records: TaggedRecord[] = []
  let open: TaggedRecord | undefined
  let afterGap = false
  for (const { line, number, found } of lines) {
    const last = open?.fields.at(-1)
    if (found && known.test(found.tag) && (!two || found.gap === 2 || found.tag === 'ER' || found.tag === 'TY')) {
      if (found.tag === 'ER') open = undefined
      else {
        if (!open) records.push((open = { line: number, fields: [] }))
        open.fields.push({ tag: found.tag, lines: [found.value] })
      }
      afterGap = false
    } else if (line.trim() === '') afterGap = true
    else if (last && (!afterGap || isProse(last.tag))) last.lines.push(line)
  }
  return records
}

/** Records of a text in RIS, whether or not each has its end. */
export const risRecords = (text: string): TaggedRecord[] => {
  const parts: Read[][] = [[]]
  for (const { line, number } of linesOf(text)) {
    const found = fieldOf(line)
    if (found?.tag === 'TY') parts.push([])
    parts.at(-1)?.push({ line, number, found })
  }
  return parts.flatMap(recordsIn)
}
