import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { listSheet, tableIn } from '../../../shared/import/tables/find-table.ts'
import { readRows } from '../../../shared/import/tables/read-rows.ts'
import { suggestColumns } from '../../../shared/import/tables/suggest-columns.ts'
import { argsOf } from '../../../shared/import/tables/to-mutations.ts'
import type { ReadRow } from '../../../shared/import/tables/row.ts'
import { type ClipArgs, clipArgsOf, guardedClip } from '../../../shared/import/references/to-clips.ts'
import { frameworkId } from '../../../shared/domain/entities.ts'
import { defaultFramework, type Framework } from '../../../shared/domain/framework.ts'
import { guard } from '../../../shared/mutations/engine/phi-guard.ts'
import { decide, isRefusal } from '../../../shared/mutations/engine/mutation.ts'
import { type MutationName, mutationNamed } from '../../../shared/mutations/index.ts'
import { tellList } from '../../../worker/dashboard/import/tell-list.ts'
import { MemoryNetwork } from '../../memory-network.ts'
import { coordinator } from '../../sample-network.ts'
import '../../../shared/phi/by-language/provide.ts'

/** Files that were handed to the project; they lie beside it and are no part of it. */
const folder = fileURLToPath(new URL('../../../../shared/cases/import/', import.meta.url))
const there = existsSync(`${folder}expected.json`)

interface Case {
  file: string
  kind: 'ideas' | 'references' | 'identifiers'
  items?: unknown[]
  rows?: { row: number }[]
  held?: { row: number }[]
}
const cases = (
  there ? JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) : { files: [], network: { today: '', sites: [], topics: [] } }
) as { network: { today: string } & Pick<Framework, 'sites' | 'topics'>; files: Case[] }

const run = '00000000-0000-4000-8000-000000000041'
const network = 'cases'
const framework: Framework = { ...defaultFramework, sites: cases.network.sites, topics: cases.network.topics }
const now = { ...coordinator, at: Date.parse(`${cases.network.today || '2026-01-01'}T12:00:00Z`) }

const bank = (): MemoryNetwork => {
  const made = new MemoryNetwork([{ kind: 'framework', id: frameworkId, value: framework }])
  return made
}

/** What each comes to: `ok`, or the code of its refusal. */
const ran = (into: MemoryNetwork, name: MutationName, wanted: readonly object[]): string[] =>
  wanted.map((args) => {
    const mutation = mutationNamed(name)
    if (!mutation) throw new Error(name)
    const decided = decide(mutation, into, args, now)
    if (isRefusal(decided)) return decided.refused
    into.write(decided)
    return 'ok'
  })

const ideasOf = (rows: readonly ReadRow[], file: string): object[] =>
  rows.flatMap((row) =>
    row.idea
      ? [
          argsOf(row, row.idea, {
            network,
            run,
            file,
            framework,
            reasons: Object.fromEntries(
              ['parked', 'declined', 'abandoned'].map((as) => [as, framework.endings.find(({ of }) => of === as)?.key ?? '']),
            ),
            sentence: 'So it stood in the list.',
            lookAgain: now.at + 90 * 24 * 60 * 60 * 1000,
            memberNamed: () => undefined,
          }),
        ]
      : [],
  )

interface Brought {
  name: MutationName
  /** What the guard lets pass, and how much it holds back. */
  args: object[]
  held: number
}

const clips = (args: readonly ClipArgs[]): Brought => {
  const guarded = args.map(guardedClip)
  const passed = guarded.flatMap((one) => (one.refusal ? [] : [one.args]))
  return { name: 'importEvidence', args: passed, held: guarded.length - passed.length }
}

const ideas = (args: readonly object[]): Brought => {
  const passed = args.filter((one) => !guard(one))
  return { name: 'importIdea', args: passed, held: args.length - passed.length }
}

const brought = async (file: string): Promise<Brought> => {
  const told = await tellList(new Uint8Array(readFileSync(folder + file)), file)
  if ('problem' in told) throw new Error(`${file}: ${told.problem}`)
  if ('references' in told) return clips(told.references.items.map((item) => clipArgsOf(item, { network, run, file, ideas: [] })))
  const sheet = listSheet(told.sheets)
  if (!sheet) throw new Error(`${file}: no sheet`)
  const table = tableIn(sheet)
  const lists = { sites: framework.sites, topics: framework.topics, pathways: framework.pathways, phases: framework.phases }
  const { rows } = readRows(table, suggestColumns(table, lists).mapping, lists, { values: {}, rows: [] }, cases.network.today)
  return ideas(ideasOf(rows, file))
}

describe.skipIf(!there)('files that were handed to the project, as the page brings them in', () => {
  test('every file is one that is expected', () => {
    const files = readdirSync(folder).filter((file) => !/^README|^expected/.test(file))
    expect(files.toSorted()).toEqual(cases.files.map(({ file }) => file).toSorted())
  })

  test.each(cases.files)('[O30] [O34] [O45] [O46] $file', async ({ file, kind, items, rows, held = [] }) => {
    const { name, args, held: stopped } = await brought(file)
    expect(name).toBe(kind === 'ideas' ? 'importIdea' : 'importEvidence')
    expect(stopped).toBe(held.length)
    const into = bank()
    expect(new Set(ran(into, name, args))).toEqual(new Set(['ok']))
    // The same file once more doubles nothing.
    const again = await brought(file)
    expect(new Set(ran(into, name, again.args))).toEqual(new Set(['exists']))
    const wanted = kind === 'ideas' ? rows : items
    if (wanted) expect(args).toHaveLength(wanted.length)
  })
})
