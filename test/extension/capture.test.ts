import 'fake-indexeddb/auto'
import { fakeBrowser } from './fake-extension-api.ts'
import * as v from 'valibot'
import { beforeEach, expect, test, vi } from 'vitest'
import { clipTab, openPanel, readTab } from '../../extension/capture.ts'
import { fieldsOf } from '../../extension/clip-fields.ts'
import { databaseOf } from '../../extension/databases.ts'
import { pageReadingSchema } from '../../extension/page-reading.ts'
import { endOf, pickEntry } from '../../extension/source-of.ts'

const database = databaseOf(undefined)
const start = { from: 'page', tab: 4, address: 'https://journal.example/a', name: 'Name of the tab' } as const

const answer = (executeScript: () => Promise<unknown>): void => {
  Object.assign(fakeBrowser, { scripting: { executeScript }, sidePanel: { open: vi.fn(() => Promise.resolve()) } })
}

beforeEach(async () => {
  fakeBrowser.reset()
  await database.drafts.clear()
})

test('a page that the browser keeps to itself is said to be so, and leaves a draft to type in', async () => {
  answer(() => Promise.reject(new Error('Cannot access a chrome:// URL')))
  await clipTab(start)
  expect(await database.drafts.toArray()).toMatchObject([{ tab: 4, state: 'forbidden', name: 'Name of the tab' }])
})

const reading = {
  kind: 'citation',
  citation: { type: 'article-journal', title: 'Early feeding', URL: 'https://journal.example/a' },
  publicationTypes: ['Practice Guideline'],
  quote: { exact: 'Fed early.', prefix: '', suffix: '' },
  link: 'https://journal.example/a#:~:text=Fed%20early.',
  entries: [],
  reason: null,
}

test('what was read fills the draft', async () => {
  answer(() => Promise.resolve([{ result: reading }]))
  await clipTab(start)
  expect(await database.drafts.toArray()).toMatchObject([
    { state: 'read', source: { citation: { title: 'Early feeding' }, kind: 'guideline', quote: { exact: 'Fed early.' } } },
  ])
})

test('a PDF viewer is said to be one, with what its address tells', async () => {
  answer(() => Promise.resolve([{ result: { ...reading, kind: 'pdf' } }]))
  await clipTab(start)
  expect(await database.drafts.toArray()).toMatchObject([{ state: 'pdf', source: { citation: { title: 'Early feeding' } } }])
})

test('a page with nothing to clip says why', async () => {
  answer(() =>
    Promise.resolve([
      { result: { ...reading, kind: 'blocked', citation: null, publicationTypes: [], quote: null, link: '', reason: 'challenge' } },
    ]),
  )
  expect(await readTab(4)).toEqual({ trouble: 'challenge' })
})

test('an item picked from a listing is cited instead of the listing, and can be given back', () => {
  const end = endOf({
    ...v.parse(pageReadingSchema, reading),
    kind: 'listing',
    entries: [{ title: 'Second', address: 'https://journal.example/2', DOI: '10.1000/2' }],
  })
  if (!('source' in end)) throw new Error('No source')
  const picked = pickEntry(end.source, end.source.entries[0])
  expect(picked.citation).toEqual({ type: 'article', title: 'Second', URL: 'https://journal.example/2', DOI: '10.1000/2' })
  expect(pickEntry(picked, undefined).citation).toEqual(reading.citation)
})

test.each([
  ['nothing', []],
  ['null', [{ result: null }]],
  ['a text', [{ result: 'hello' }]],
  ['other fields', [{ result: { title: 'x' } }]],
  ['wrong types', [{ result: { ...reading, citation: { type: 1 } } }]],
  ['an address that could run', [{ result: { ...reading, citation: { ...reading.citation, URL: 'javascript:alert(1)' } } }]],
  ['a link that could run', [{ result: { ...reading, link: 'javascript:alert(1)' } }]],
  ['a text of megabytes', [{ result: { ...reading, quote: { exact: 'x'.repeat(5_000_000), prefix: '', suffix: '' } } }]],
])('what a page answers is not believed before it is parsed: %s', async (_name, frames) => {
  answer(() => Promise.resolve(frames))
  expect(await readTab(4)).toEqual({ trouble: 'unreadable' })
})

test('the draft is there before the page is read, so that typing can begin', async () => {
  let seen = 0
  answer(async () => {
    seen = await database.drafts.count()
    return []
  })
  await clipTab(start)
  expect(seen).toBe(1)
})

test('a link is kept without reading the page that it is on', async () => {
  const read = vi.fn(() => Promise.resolve([]))
  answer(read)
  await clipTab({ from: 'link', tab: 4, address: 'https://journal.example/b', name: '' })
  expect(read).not.toHaveBeenCalled()
  expect(await database.drafts.toArray()).toMatchObject([{ from: 'link', address: 'https://journal.example/b', state: 'read' }])
})

test('the browser’s own word of the selection stands in for a page that cannot be read, cut to what is kept', async () => {
  answer(() => Promise.reject(new Error('no')))
  await clipTab({ ...start, selection: 'x'.repeat(900) })
  const [draft] = await database.drafts.toArray()
  expect(draft && fieldsOf(draft, draft.form).quote).toHaveLength(600)
})

test('the panel is asked for at once, before anything is waited for', () => {
  answer(() => Promise.resolve([]))
  void openPanel({ windowId: 3 })
  expect((fakeBrowser as unknown as { sidePanel: { open: unknown } }).sidePanel.open).toHaveBeenCalledWith({ windowId: 3 })
})
