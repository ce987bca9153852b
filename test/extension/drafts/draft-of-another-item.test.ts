import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { GleanerDatabase } from '../../../extension/store/db.ts'
import { blankForm, type ReadEnd } from '../../../extension/store/draft.ts'
import { keepForm, startDraft } from '../../../extension/drafts/drafts.ts'
import { keepReading } from '../../../extension/drafts/keep-reading.ts'
import { newDatabase } from '../network-under-test.ts'

describe('[C10] a tab that shows another paper without loading', () => {
  const of = (DOI: string, title: string, URL = 'https://j.example.org/app'): ReadEnd => ({
    page: 'document',
    source: {
      citation: { type: 'article-journal', DOI, title, URL },
      quote: null,
      link: '',
      kind: null,
      kindReason: '',
      entries: [],
      page: null,
    },
  })
  const begin = async (address: string): Promise<{ database: GleanerDatabase; id: string }> => {
    const database = newDatabase()
    const id = await startDraft(database, { from: 'page', tab: 1, address, name: '' }, 'run')
    await keepReading(database, id, of('10.5555/one', 'Towels in theatres', address), { address, name: '' })
    return { database, id }
  }
  const kept = async (database: GleanerDatabase): Promise<unknown[]> =>
    (await database.drafts.toArray())
      .map(({ tab, form, source }) => [tab, form.change, source?.citation.DOI])
      .toSorted((one, other) => String(one[2]).localeCompare(String(other[2])))

  test('after another reading, the typed text stays with the earlier paper as an unfinished draft, and a new draft begins', async () => {
    const { database, id } = await begin('https://j.example.org/app')
    await keepForm(database, id, { ...blankForm, change: 'Lock the sluice' })
    await keepReading(database, id, of('10.5555/two', 'Feeding tubes at home'))
    expect(await kept(database)).toEqual([
      [null, 'Lock the sluice', '10.5555/one'],
      [1, '', '10.5555/two'],
    ])
  })

  test('a route in the fragment is another page, an anchor is not', async () => {
    const { database, id } = await begin('https://j.example.org/app#/paper/1')
    const press = (address: string): Promise<string> => startDraft(database, { from: 'page', tab: 1, address, name: '' }, 'run')
    expect(await press('https://j.example.org/app#/paper/2')).not.toBe(id)
    const { database: other, id: same } = await begin('https://j.example.org/paper/1')
    expect(await startDraft(other, { from: 'page', tab: 1, address: 'https://j.example.org/paper/1#results', name: '' }, 'run')).toBe(same)
  })

  test('the same paper, read better or untouched, stays one draft', async () => {
    const { database, id } = await begin('https://j.example.org/app')
    await keepReading(database, id, of('10.5555/two', 'Feeding tubes at home'))
    expect(await kept(database)).toEqual([[1, '', '10.5555/two']])
    await keepForm(database, id, { ...blankForm, change: 'Lock the sluice' })
    await keepReading(database, id, of('10.5555/TWO', 'Feeding tubes at home: a trial', 'https://j.example.org/doi/10.5555/two'))
    expect(await kept(database)).toEqual([[1, 'Lock the sluice', '10.5555/TWO']])
  })
})
