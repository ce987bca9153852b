import { beforeEach, expect, test, vi } from 'vitest'
import type { ReadIdea, ReadRow } from '../../../shared/import/tables/row.ts'
import type { ImportOf } from '../../../shared/import/tables/to-mutations.ts'
import { sampleFramework, uuid } from '../../sample-network.ts'

/** Each time as in a page that was just opened: no rules of other languages are loaded yet. */
beforeEach(() => vi.resetModules())

const of: ImportOf = {
  network: 'test',
  run: uuid(41),
  file: 'ideas.csv',
  framework: sampleFramework,
  reasons: {},
  sentence: '',
  lookAgain: 0,
  memberNamed: () => undefined,
}
const blank: ReadIdea = {
  idea: 'Warm the towels.',
  problem: '',
  details: '',
  aim: '',
  theory: '',
  tags: [],
  site: '',
  topic: '',
  pathway: '',
  state: null,
  date: null,
  day: null,
  proposer: '',
  reference: '',
}
const patient = 'La sra. Garrido Peñalba esperó 6 h una cama, NHC 4471902.'
const signal = new AbortController().signal

test.each(['idea', 'problem', 'details', 'aim', 'theory', 'tags'] as const)(
  '[O34] a patient in Spanish is found where %s alone is in Spanish',
  async (field) => {
    const { createRowChecker } = await import('../../../worker/dashboard/import/check-rows.ts')
    const { hasLanguages } = await import('../../../shared/phi/language-pack.ts')
    expect(hasLanguages()).toBe(false)
    const idea = { ...blank, [field]: field === 'tags' ? [patient] : patient }
    const row: ReadRow = { row: 2, status: 'read', idea, notes: [], places: { idea: 'A2', [field]: 'B2' } }
    const [checked] = await createRowChecker()([row], of, signal, () => undefined)
    expect(hasLanguages()).toBe(true)
    expect(checked?.found).toEqual(['B2'])
  },
)

test('[O34] rules of other languages are not loaded for a list in English', async () => {
  const { createRowChecker } = await import('../../../worker/dashboard/import/check-rows.ts')
  const { hasLanguages } = await import('../../../shared/phi/language-pack.ts')
  await createRowChecker()([{ row: 2, status: 'read', idea: blank, notes: [], places: {} }], of, signal, () => undefined)
  expect(hasLanguages()).toBe(false)
})

test.each(['title', 'container-title', 'publisher'] as const)(
  '[O34] of a reference every text is read for its language: %s',
  async (field) => {
    const { checkItems } = await import('../../../worker/dashboard/import/check-references.ts')
    const { hasLanguages } = await import('../../../shared/phi/language-pack.ts')
    const citation = { type: 'article-journal', title: 'Warm towels', [field]: patient }
    await checkItems(
      [{ citation, line: 3, key: 'text:1' }],
      { network: 'test', run: uuid(41), file: 'a.ris', ideas: [] },
      signal,
      () => undefined,
    )
    expect(hasLanguages()).toBe(true)
  },
)
