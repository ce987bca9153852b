import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readReferences } from '../../../../shared/import/references/read-references.ts'
import { differences } from './compare.ts'
import type { WantedItem } from './neighbours/neighbour.ts'

interface Case {
  file: string
  kind: string
  format: string
  items?: (WantedItem & { flags?: string[] })[]
  refused?: { line?: number; index?: number }[]
  same?: { line: number; of: number }[]
  orAlso?: unknown
  keepsAuthors?: number
}

const folder = new URL('../../../../../shared/cases/import/', import.meta.url)
const read = (): Case[] => {
  const { files } = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as { files: Case[] | Record<string, Case> }
  return Array.isArray(files) ? files : Object.entries(files).map(([file, one]) => ({ ...one, file }))
}
const cases = existsSync(folder) ? read() : []
if (cases.length === 0) console.log('../shared/cases/import is not there: its files of references are not read.')

const standings: Readonly<Record<string, string>> = { retracted: 'retracted', 'retraction notice': 'notice' }
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(new URL(file, folder)))

describe.skipIf(cases.length === 0)('[O50] files of references', () => {
  it.each(cases.filter(({ kind }) => kind === 'references').map((one) => [one.file, one] as const))('%s', (file, one) => {
    const found = readReferences(bytesOf(file), file)
    if (typeof found === 'string') throw new Error(found)
    expect(found.format).toBe(one.format)
    const wrong = (one.items ?? []).flatMap((wanted, at) => {
      const item = found.items[at]
      const standing = wanted.flags?.map((flag) => standings[flag] ?? flag)[0]
      return item
        ? differences(item.citation, standing ? { ...wanted, standing } : wanted, one.keepsAuthors).map((text) => `${at + 1}: ${text}`)
        : [`${at + 1} is missing`]
    })
    expect(wrong).toEqual([])
    expect(found.items.slice((one.items ?? []).length).map(({ citation }) => citation)).toEqual([])
    for (const { line, of } of one.same ?? []) expect(found.problems).toContainEqual({ line, code: 'repeated', params: { of } })
    const named = found.problems.filter(({ code }) => code !== 'repeated')
    expect(named.map(({ line, params }) => (params['index'] === undefined ? { line } : { index: params['index'] }))).toEqual(
      (one.refused ?? []).map(({ line, index }) => (index === undefined ? { line } : { index })),
    )
  })

  it.each(cases.filter(({ kind }) => kind !== 'references').map(({ file }) => file))('%s is none', (file) => {
    expect(readReferences(bytesOf(file), file)).toBe('not references')
  })
})
