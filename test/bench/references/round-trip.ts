import { type CitationFormatKey, citationFormatOf, writeCitations } from '../../../shared/citations/citation-formats.ts'
import { expected, type Field, fields, type Item, plainText } from './kept-item.ts'
import { items } from './items.ts'
import { ownDifference } from './tools-own.ts'
import type { Tool } from './tool.ts'

export interface Loss {
  item: string
  field: Field
  written: string
  read: string
  /** Why it is the tool's own; empty where it is ours. */
  why: string
}

export interface RoundTrip {
  tool: Tool
  format: CitationFormatKey
  /** How many values each field held, and how many of them came back. */
  held: Record<string, number>
  kept: Record<string, number>
  losses: Loss[]
}

/** Identifiers and numbers without a field of their own are kept where a tool keeps its notes, or in an address. */
const elsewhere: ReadonlySet<Field> = new Set<Field>(['PMID', 'PMCID', 'number', 'note'])

const isKept = (field: Field, written: string, read: Item): boolean => {
  const value = read[field] ?? ''
  if (plainText(value) === plainText(written)) return true
  const bare = written.replace(/^arXiv:/, '')
  return elsewhere.has(field) && [value, read.note, read.issue, read.number, read.URL].some((text) => text?.includes(bare))
}

/** Each item out by us, in by the tool, one file a format, compared field by field. */
export const roundTrip = (tool: Tool, format: CitationFormatKey): RoundTrip => {
  const names = Object.keys(items)
  const read = tool.read(writeCitations(citationFormatOf(format), Object.values(items)))
  const [held, kept]: [Record<string, number>, Record<string, number>] = [{}, {}]
  const losses: Loss[] = []
  for (const [at, name] of names.entries()) {
    const wanted = expected(items[name] ?? { type: '' }, format)
    for (const field of fields) {
      const written = wanted[field]
      if (!written) continue
      const came = read[at] ?? {}
      held[field] = (held[field] ?? 0) + 1
      if (isKept(field, written, came)) kept[field] = (kept[field] ?? 0) + 1
      else losses.push({ item: name, field, written, read: came[field] ?? '', why: ownDifference(tool, format, field, name) })
    }
  }
  return { tool, format, held, kept, losses }
}

/** Of what the format can hold and the tool reads, from 0 to 1, how much was kept. */
export const keptShare = ({ held, losses }: RoundTrip): number => {
  const all = Object.values(held).reduce((sum, count) => sum + count, 0)
  const [mine, theirs] = [losses.filter(({ why }) => !why).length, losses.filter(({ why }) => why).length]
  return 1 - mine / (all - theirs)
}
