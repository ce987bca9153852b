import { describe, expect, test } from 'vitest'
import { guard } from '../../../../shared/mutations/engine/phi-guard.ts'
import { makeXlsx } from './make-xlsx.ts'
import { type Neighbour, neighbours as listNeighbours, network } from './neighbours.ts'
import { wordNeighbours } from './word-neighbours.ts'
import { listsOf, readFile } from './read.ts'
import type { ReadRow } from '../../../../shared/import/tables/row.ts'

const bytesOf = ({ sheets, bytes, text = '', date1904 }: Neighbour): Uint8Array =>
  sheets ? makeXlsx(sheets, date1904) : bytes ? new Uint8Array(bytes) : new TextEncoder().encode(text)

const shown = (row: ReadRow | undefined, field: string): string | null => {
  if (!row?.idea) return row ? `(${row.status})` : '(missing)'
  const { state, proposer, ...idea } = row.idea
  if (field === 'state') return state ? `${state.phase ?? ''}/${state.disposition}` : null
  const found = field === 'by' ? proposer : Object.entries(idea).find(([name]) => name === field)?.[1]
  return typeof found === 'string' && found !== '' ? found : null
}

const neighbours = [...listNeighbours, ...wordNeighbours]

describe('lists as other tools write them', () => {
  test.each(neighbours.filter(({ references }) => !references))('[O30] [O31] [O32] [O33] $name', (neighbour) => {
    const { table, read } = readFile(bytesOf(neighbour), neighbour.name, listsOf(network), network.today)
    expect(table.references).toBe(false)
    const rows = new Map(read.rows.map((row) => [row.row, row]))
    const wanted = Object.entries(neighbour.rows ?? {}).flatMap(([row, fields]) =>
      Object.entries(fields).map(([field, value]) => ({ row, field, value })),
    )
    expect(wanted.map(({ row, field }) => ({ row, field, value: shown(rows.get(Number(row)), field) }))).toEqual(wanted)
    for (const row of neighbour.refused ?? []) expect(rows.get(row)?.status).toBe('refused')
    for (const [row, of] of Object.entries(neighbour.same ?? {})) expect(rows.get(Number(row))).toMatchObject({ status: 'same', of })
    const asked = new Set(read.questions.flatMap(({ about, value }) => [about as string, `${about}:${value}`]))
    expect((neighbour.asked ?? []).filter((one) => !asked.has(one))).toEqual([])
    expect((neighbour.notAsked ?? []).filter((one) => asked.has(one))).toEqual([])
  })

  test.each(neighbours.filter(({ references }) => references))('[O31] $name is a list of papers', (neighbour) => {
    expect(readFile(bytesOf(neighbour), neighbour.name, listsOf(network), network.today).table.references).toBe(true)
  })

  test.each(neighbours.filter(({ held }) => held))('[O34] the guard stops the patients of $name', (neighbour) => {
    const { read } = readFile(bytesOf(neighbour), neighbour.name, listsOf(network), network.today)
    const held = read.rows.filter(({ idea }) => idea && guard({ change: idea.idea, problem: idea.problem, details: idea.details }))
    expect(held.map(({ row }) => row)).toEqual(neighbour.held)
  })
})
