import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Citation } from '../../../shared/citations/citation.ts'
import { type CitationFormatKey, citationFormatOf, writeCitations } from '../../../shared/citations/citation-formats.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'

interface Case {
  id: string
  format: CitationFormatKey | 'vancouver'
  citation: Citation
  has?: (string | string[])[]
  hasNot?: string[]
  item?: object
  orItem?: object
}
const file = new URL('../../../../shared/cases/references.json', import.meta.url)
const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []

const written = ({ format, citation }: Case): string =>
  format === 'vancouver' ? vancouver(citation) : writeCitations(citationFormatOf(format), [citation])

describe.skipIf(cases.length === 0)('references that were wrong before', () => {
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const text = written(one)
    const folded = text.replace(/\s+/g, ' ')
    const lines = text.split(/\r?\n/).map((line) => line.trim())
    for (const wanted of one.has ?? []) {
      const found = [wanted].flat().filter((part) => (one.format === 'ris' ? lines.includes(part) : folded.includes(part)))
      expect(found, `${String(wanted)} in\n${text}`).not.toEqual([])
    }
    for (const pattern of one.hasNot ?? []) expect(lines.filter((line) => new RegExp(pattern).test(line))).toEqual([])
    const { item, orItem = item } = one
    if (item)
      expect([expect.objectContaining(item), expect.objectContaining(orItem ?? {})]).toContainEqual(
        (JSON.parse(text) as [Record<string, unknown>])[0],
      )
  })
})
