import { own } from '../../values/own.ts'
import { lineCounter, type ReferenceProblem } from './reference-file.ts'

/** An entry as it stands: names of fields in small letters, values with macros put in and TeX unread. */
export interface BibtexEntry {
  type: string
  key: string
  line: number
  fields: Readonly<Record<string, string>>
}

/** What begins an entry on a line of its own. */
const begins = /^[ \t]*@[ \t]*([a-z]{2,30})[ \t]*[{(]/gim
const anywhere = /(?<![\w.@])@[ \t]*([a-z]{2,30})\s*([{(])/giy

/** Where a value in braces or quotes ends, its sign included; -1 where it does not before `stop`. A stroke takes the meaning of a brace only with its pair. */
const valueEnd = (text: string, from: number, stop: number): number => {
  const quoted = text[from] === '"'
  let depth = 0
  for (let at = quoted ? from + 1 : from; at < stop; at += 1) {
    const sign = text[at]
    if (sign === '\\' && /["\\]/.test(text[at + 1] ?? '')) at += 1
    else if (sign === '{') depth += 1
    else if (sign === '}') {
      depth -= 1
      if (depth < 0) return -1
      if (!quoted && depth === 0) return at + 1
    } else if (quoted && sign === '"' && depth === 0) return at + 1
  }
  return -1
}

const space = /\s*/y
const skip = (text: string, at: number): number => {
  space.lastIndex = at
  return at + (space.exec(text)?.[0].length ?? 0)
}

interface Value {
  parts: { text: string; macro: boolean }[]
  end: number
}

/** A value of parts joined by "#". */
const valueAt = (text: string, from: number, stop: number, close: string): Value | undefined => {
  const parts: Value['parts'] = []
  for (let at = skip(text, from); ;) {
    const sign = text[at]
    if (sign === '{' || sign === '"') {
      const end = valueEnd(text, at, stop)
      if (end < 0) return undefined
      parts.push({ text: text.slice(at + 1, end - 1), macro: false })
      at = end
    } else {
      const [bare = ''] = (close === ')' ? /^[^,{}()"#=%\n]+/ : /^[^,{}"#=%\n]+/).exec(text.slice(at, Math.min(stop, at + 200))) ?? []
      parts.push({ text: bare.trim(), macro: !/^\d*$/.test(bare.trim()) })
      at += bare.length
    }
    at = skip(text, at)
    if (text[at] !== '#') return { parts, end: at }
    at = skip(text, at + 1)
  }
}

const fieldName = /(\w[\w:+.-]{0,40})\s*=/iy

interface Body {
  key: string
  fields: [name: string, parts: Value['parts']][]
  end: number
}

/** What stands between the brackets of an entry; a comma that is missing between two fields is taken as there. */
const bodyAt = (text: string, from: number, close: string, stop: number): Body | undefined => {
  const fields: Body['fields'] = []
  let at = skip(text, from)
  const [, key = ''] = /^([^,={}"\n]*?)\s*(?:,|(?=[})]))/.exec(text.slice(at, Math.min(stop, at + 500))) ?? []
  if (key) at += key.length
  for (; at < stop;) {
    at = skip(text, at)
    if (text[at] === ',') {
      at += 1
      continue
    }
    if (text[at] === '%') {
      const end = text.indexOf('\n', at)
      at = end < 0 ? stop : end
      continue
    }
    if (text[at] === close) return { key, fields, end: at + 1 }
    fieldName.lastIndex = at
    const [whole, name = ''] = fieldName.exec(text) ?? []
    const value = whole === undefined ? undefined : valueAt(text, at + whole.length, stop, close)
    if (!value || value.end > stop) return undefined
    fields.push([name.toLowerCase(), value.parts])
    at = value.end
  }
  return undefined
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Where entries begin on lines of their own: a value that runs over one was not closed. */
const startsIn = (text: string): number[] => [...text.matchAll(begins)].map(({ index }) => index)

/**
 * The entries of a file, macros put in. What is no entry is passed over, as BibTeX does. An entry whose braces or quotes do not
 * close before the next one begins is named, and those after it are read.
 */
export const bibtexEntries = (text: string): { entries: BibtexEntry[]; problems: ReferenceProblem[] } => {
  const [entries, problems]: [BibtexEntry[], ReferenceProblem[]] = [[], []]
  const macros: Record<string, string> = Object.fromEntries(months.map((month) => [month, month]))
  const lineAt = lineCounter(text)
  const starts = startsIn(text)
  let next = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at)) {
    anywhere.lastIndex = at
    const found = anywhere.exec(text)
    if (!found) {
      at += 1
      continue
    }
    const [whole, said = '', bracket] = found
    const type = said.toLowerCase()
    while ((starts[next] ?? Number.POSITIVE_INFINITY) <= at) next += 1
    const stop = starts[next] ?? text.length
    const close = bracket === '(' ? ')' : '}'
    const body = type === 'comment' ? undefined : type === 'preamble' ? undefined : bodyAt(text, at + whole.length, close, stop)
    const textOf = (parts: Value['parts']): string =>
      parts.map(({ text: part, macro }) => (macro ? (own(macros, part.toLowerCase()) ?? part) : part)).join('')
    if (type === 'comment' || type === 'preamble') {
      const end = bracket === '{' ? valueEnd(text, at + whole.length - 1, stop) : -1
      at = end < 0 ? at + whole.length : end
      continue
    }
    if (body && type === 'string') for (const [name, parts] of body.fields) macros[name] = textOf(parts)
    else if (body && (body.key || body.fields.length > 0)) {
      const fields: Record<string, string> = {}
      for (const [name, parts] of body.fields) if (!Object.hasOwn(fields, name)) fields[name] = textOf(parts)
      entries.push({ type, key: body.key, line: lineAt(at + 1), fields })
    } else if (!body && type !== 'string') {
      const [, key = ''] = /^\s*([^\s,={}"]*)\s*,/.exec(text.slice(at + whole.length, at + whole.length + 300)) ?? []
      problems.push({ line: lineAt(at + 1), code: 'broken-entry', params: { name: key } })
    }
    at = body?.end ?? stop
  }
  return { entries, problems }
}
