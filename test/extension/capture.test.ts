import 'fake-indexeddb/auto'
import { fakeBrowser } from './fake-extension-api.ts'
import { beforeEach, expect, test, vi } from 'vitest'
import { clipTab, openPanel, readTab } from '../../extension/capture.ts'
import { fieldsOf } from '../../extension/clip-fields.ts'
import { databaseOf } from '../../extension/databases.ts'

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

test('a PDF viewer is said to be one', async () => {
  answer(() => Promise.resolve([{ result: 'pdf' }]))
  expect(await readTab(4)).toEqual({ trouble: 'pdf' })
})

test.each([
  ['nothing', []],
  ['null', [{ result: null }]],
  ['a text', [{ result: 'hello' }]],
  ['other fields', [{ result: { title: 'x' } }]],
  ['wrong types', [{ result: { title: 1, url: 'https://x.example/', selection: {} } }]],
  ['an address that could run', [{ result: { title: 'x', url: 'javascript:alert(1)', selection: '' } }]],
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
