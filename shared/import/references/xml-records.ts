import { lineCounter } from './reference-file.ts'
import { attribute, tagsOf, unescapeXml } from '../tables/xml-tags.ts'

/** An element with its parts in order: texts, and elements. */
export interface Element {
  name: string
  attributes: string
  parts: (string | Element)[]
}

/** What lies deeper in a record than anything that is read is passed over. */
const deepest = 40

/**
 * The records of a file: elements of these names, wherever they stand. One pass without recursion; nothing that a DOCTYPE names is
 * fetched or put in. `whole` is false where the file ends within a record.
 */
export const xmlRecords = (text: string, names: readonly string[]): { records: { record: Element; line: number }[]; whole: boolean } => {
  const records: { record: Element; line: number }[] = []
  const lineAt = lineCounter(text)
  let place = 0
  let open: Element[] = []
  let beyond = 0
  for (const { name, attributes, ends, empty, before } of tagsOf(text)) {
    const inner = open.at(-1)
    if (inner && beyond === 0 && before) inner.parts.push(unescapeXml(before))
    if (!inner) {
      if (ends || empty || !names.includes(name)) continue
      const record = { name, attributes, parts: [] }
      const found = text.slice(place).search(new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>]`))
      place += Math.max(found, 0) + 1
      records.push({ record, line: lineAt(place) })
      open = [record]
    } else if (ends) {
      if (beyond > 0) beyond -= 1
      else {
        // An end that was never written is that of what it closes.
        const at = open.findLastIndex((element) => element.name === name)
        if (at >= 0) open = open.slice(0, at)
      }
    } else if (beyond > 0 || open.length >= deepest) {
      if (!empty) beyond += 1
    } else {
      const element: Element = { name, attributes, parts: [] }
      inner.parts.push(element)
      if (!empty) open.push(element)
    }
  }
  return { records, whole: open.length === 0 }
}

const isElement = (part: string | Element): part is Element => typeof part !== 'string'

/** Elements on a path of names below one; "*" is any name. */
export const within = (element: Element | undefined, ...path: string[]): Element[] =>
  path.reduce<Element[]>(
    (elements, name) => elements.flatMap(({ parts }) => parts.filter(isElement).filter((part) => name === '*' || part.name === name)),
    element ? [element] : [],
  )

const raised = '0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾nⁿiⁱ'
const lowered = '0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎'
/** Signs of their own for what is raised or lowered, where there are all: "10³", "CO₂"; else the plain text. */
export const shifted = (text: string, up: boolean): string => {
  const table = up ? raised : lowered
  const signs = Array.from(text, (sign) => {
    const at = table.indexOf(sign)
    return at >= 0 && at % 2 === 0 ? table[at + 1] : undefined
  })
  return signs.every((sign) => sign !== undefined) ? signs.join('') : text
}

const rawText = (element: Element): string =>
  element.parts
    .map((part) => {
      if (!isElement(part)) return part
      const [inside, style] = [rawText(part), attribute(part.attributes, 'face')]
      if (part.name === 'sup' || /superscript/i.test(style)) return shifted(inside, true)
      return part.name === 'sub' || /subscript/i.test(style) ? shifted(inside, false) : inside
    })
    .join('')

/** The text of an element and all in it, in single spaces. */
export const textIn = (element: Element | undefined): string => (element ? rawText(element).replace(/\s+/g, ' ').trim() : '')
/** The same with its line ends, of which EndNote makes two values. */
export const linesIn = (element: Element | undefined): string[] =>
  element
    ? rawText(element)
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter(Boolean)
    : []
export const firstIn = (element: Element | undefined, ...path: string[]): string =>
  within(element, ...path)
    .map(textIn)
    .find(Boolean) ?? ''
export { attribute }
