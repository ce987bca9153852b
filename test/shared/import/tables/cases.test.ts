import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Answers, type Question, questionId } from '../../../../shared/import/tables/questions.ts'
import type { ReadIdea } from '../../../../shared/import/tables/row.ts'
import { guard } from '../../../../shared/mutations/engine/phi-guard.ts'
import { listsOf, noAnswers, readFile } from './read.ts'

/** Lists that were handed to the project; they lie beside it and are no part of it. */
const folder = fileURLToPath(new URL('../../../../../shared/cases/import/', import.meta.url))
const there = existsSync(`${folder}expected.json`)

interface Asked {
  about: string
  value?: string
  rows: number[]
  optional?: true
  suggest?: string | null
}
interface Expected {
  file: string
  kind: 'ideas' | 'references'
  headerRow: number | null
  mapping: Record<string, string | null>
  mappingAccept?: Record<string, (string | null)[]>
  rows: ({ row: number; accept?: Record<string, unknown[]> } & Record<string, unknown>)[]
  refused: { row: number; optional?: true }[]
  held?: { row: number }[]
  same: { row: number; of: number }[]
  questions: Asked[]
}
interface Cases {
  network: { today: string; sites: { key: string; label: string }[]; topics: { key: string; label: string }[] }
  files: Expected[]
}

const cases = (
  there ? JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) : { files: [], network: { today: '', sites: [], topics: [] } }
) as Cases
const lists = listsOf(cases.network)
const ours: Record<string, string> = { submittedBy: 'proposer', change: 'details' }
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(folder + file))

const plain = (value: unknown): string => JSON.stringify(value === undefined || value === '' || value === null ? null : value)
const fieldOf = (idea: ReadIdea, field: string): unknown => {
  const { state } = idea
  if (field !== 'state') return Object.entries(idea).find(([name]) => name === (field === 'submittedBy' ? 'proposer' : field))?.[1]
  return state && (state.phase ? { phase: state.phase, disposition: state.disposition } : { disposition: state.disposition })
}

/** What is suggested counts as answered where the case lets it be decided without asking. */
const answered = (asked: readonly Question[], expected: Expected): Answers => ({
  ...noAnswers,
  values: Object.fromEntries(
    asked
      .filter(
        ({ about, value, suggest }) =>
          suggest && expected.questions.some((one) => one.about === about && one.value === value && (one.optional || about === 'topic')),
      )
      .map(({ about, value, suggest }) => [questionId(about as 'site', value), suggest]),
  ),
})

describe.skipIf(!there)('lists that were handed to the project', () => {
  test.each(cases.files.filter(({ kind, file }) => kind === 'references' && file.endsWith('.csv')))(
    '[O31] $file is a list of papers',
    ({ file }) => {
      expect(readFile(bytesOf(file), file, lists, cases.network.today).table.references).toBe(true)
    },
  )

  test.each(cases.files.filter(({ kind }) => kind === 'ideas'))('[O30] [O31] [O32] [O33] [O34] $file', (expected) => {
    const first = readFile(bytesOf(expected.file), expected.file, lists, cases.network.today)
    const { table, suggested, read } = readFile(
      bytesOf(expected.file),
      expected.file,
      lists,
      cases.network.today,
      answered(first.read.questions, expected),
    )
    expect(table.headerRow).toBe(expected.headerRow)
    const wrong: string[] = []
    for (const [heading, field] of Object.entries(expected.mapping)) {
      const got = suggested.mapping[table.headings.indexOf(heading.replaceAll(/\s+/g, ' '))] ?? null
      const right = [field, ...(expected.mappingAccept?.[heading] ?? [])].map((one) => (one === null ? null : (ours[one] ?? one)))
      if (!right.includes(got)) wrong.push(`column ${heading}: ${got}`)
    }
    const rows = new Map(read.rows.map((row) => [row.row, row]))
    const held = new Set((expected.held ?? []).map(({ row }) => row))
    for (const { row, accept, ...fields } of expected.rows) {
      const idea = rows.get(row)?.idea
      if (!idea) wrong.push(`row ${row}: ${rows.get(row)?.status}`)
      else
        for (const [field, value] of Object.entries(fields)) {
          const got = plain(fieldOf(idea, field))
          if (![value, ...(accept?.[field] ?? [])].map(plain).includes(got)) wrong.push(`row ${row} ${field}: ${got}`)
        }
    }
    for (const { row, idea } of read.rows)
      if (idea && !held.has(row) && !expected.rows.some((one) => one.row === row)) wrong.push(`row ${row} is too many`)
    for (const { row, idea } of read.rows)
      if (idea && held.has(row) !== (guard({ change: idea.idea, problem: idea.problem, behalf: { guest: idea.proposer } }) !== undefined))
        wrong.push(`row ${row} held`)
    for (const { row, optional } of expected.refused)
      if (!optional && rows.get(row)?.status !== 'refused') wrong.push(`row ${row} is not refused`)
    for (const { row, of } of expected.same) if (rows.get(row)?.of !== of) wrong.push(`row ${row} is not seen twice`)
    for (const { about, value, rows: touched, optional, suggest } of expected.questions) {
      const found = first.read.questions.filter(
        (one) => one.about === about && (value === undefined || about.startsWith('date') || one.value === value),
      )
      if (found.length === 0 && !optional) wrong.push(`not asked: ${about} ${value}`)
      if (found.length > 0 && plain(found.flatMap((one) => one.rows)) !== plain(touched) && about !== 'date')
        wrong.push(`asked of other rows: ${about} ${value}`)
      if (found.length > 0 && suggest !== undefined && (found[0]?.suggest || null) !== suggest)
        wrong.push(`suggested: ${value} ${found[0]?.suggest}`)
    }
    for (const { about, value } of first.read.questions)
      if (!expected.questions.some((one) => one.about === about)) wrong.push(`asked without need: ${about} ${value}`)
    expect(wrong).toEqual([])
  })
})
