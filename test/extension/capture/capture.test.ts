import 'fake-indexeddb/auto'
import { fakeBrowser } from '../fake-extension-api.ts'
import * as v from 'valibot'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { clipTab, readTab } from '../../../extension/capture/capture.ts'
import { fieldsOf } from '../../../extension/drafts/clip-fields.ts'
import { databaseOf } from '../../../extension/store/databases.ts'
import { blankForm } from '../../../extension/store/draft.ts'
import { openPanel } from '../../../extension/browser/open-panel.ts'
import { pageReadingSchema } from '../../../extension/reading/reading.ts'
import { endOf, pickEntry } from '../../../extension/capture/source-of.ts'
import { keepPageRules } from '../../../extension/capture/load-page-rules.ts'
import { pageRules } from '../../../extension/capture/page-rules.ts'

keepPageRules(pageRules)

const database = databaseOf(undefined)
const start = { from: 'page', tab: 4, address: 'https://journal.example/a', name: 'Name of the tab' } as const

/** A page that shows no patient, and what the page's reader answers in it. */
const answer = (
  read: () => Promise<unknown>,
  patients: unknown = { patients: 0, known: [], standing: { kind: 'published', signs: [] } },
): string[] => {
  const run: string[] = []
  const executeScript = ({ files: [file = ''] }: { files: string[] }): Promise<unknown> => {
    run.push(file)
    if (patients instanceof Error) return Promise.reject(patients)
    return file === '/portal.js' ? Promise.resolve([{ result: patients, documentId: 'document' }]) : read()
  }
  Object.assign(fakeBrowser, { scripting: { executeScript }, sidePanel: { open: vi.fn(() => Promise.resolve()) } })
  return run
}

const showing = (address: string): void => {
  Object.assign(fakeBrowser.tabs, { get: () => Promise.resolve({ url: address }) })
}

beforeEach(async () => {
  fakeBrowser.reset()
  showing('')
  await database.drafts.clear()
})

const reading = {
  kind: 'citation',
  citation: { type: 'article-journal', title: 'Early feeding', URL: 'https://journal.example/a' },
  publicationTypes: ['Practice Guideline'],
  quote: { exact: 'Fed early.', prefix: '', suffix: '' },
  link: 'https://journal.example/a#:~:text=Fed%20early.',
  entries: [],
  little: null,
  reason: null,
}

test('[P3] a web page that cannot be checked counts as a patient page; a PDF keeps its name and address', async () => {
  const [chart, paper] = ['https://ehr.example/patient/4471920', 'https://journal.example/doi/pdf/10.5555/1']
  answer(() => Promise.resolve([{ result: reading }]), new Error('This page cannot be scripted due to an ExtensionsSettings policy.'))
  showing(chart)
  await clipTab({ ...start, name: 'Quintanilla chart', address: chart, selection: 'Marisol did well' })
  expect(await database.drafts.toArray()).toMatchObject([
    { state: 'read', patients: 1, address: '', name: '', selection: '', source: null },
  ])
  await database.drafts.clear()
  showing(paper)
  await clipTab({ ...start, address: paper })
  expect(await database.drafts.toArray()).toMatchObject([
    { state: 'pdf', address: paper, name: start.name, source: { citation: { URL: paper } } },
  ])
})

test('a permission that arrives a moment after the press is waited for', async () => {
  showing(start.address)
  const run = answer(() => Promise.resolve([{ result: reading }]))
  const { scripting } = fakeBrowser as unknown as { scripting: { executeScript: (asked: { files: string[] }) => Promise<unknown> } }
  const { executeScript } = scripting
  let refused = 0
  scripting.executeScript = (asked) =>
    refused++ < 2 ? Promise.reject(new Error('Cannot access contents of the page.')) : executeScript(asked)
  await clipTab(start)
  expect(run[0]).toBe('/portal.js')
  expect(await database.drafts.toArray()).toMatchObject([{ state: 'read', source: { citation: { title: 'Early feeding' } } }])
})

test('a page that the browser does not let extensions read is named as such, and leaves a draft to type in without its title and address', async () => {
  answer(() => Promise.resolve([]), new Error('Cannot access a chrome:// URL'))
  await clipTab({ ...start, address: 'chrome://extensions' })
  expect(await database.drafts.toArray()).toMatchObject([{ tab: 4, state: 'forbidden', name: '', address: '' }])
})

test('what was read fills the draft', async () => {
  answer(() => Promise.resolve([{ result: reading }]))
  await clipTab(start)
  expect(await database.drafts.toArray()).toMatchObject([
    { state: 'read', source: { citation: { title: 'Early feeding' }, kind: 'guideline', quote: { exact: 'Fed early.' } } },
  ])
})

test('the form is filled before the link to the sentence is made, and the draft is complete only with it', async () => {
  const { promise: made, resolve: make } = Promise.withResolvers<unknown>()
  const run = answer(() => (run.at(-1) === '/quote-link.js' ? made : Promise.resolve([{ result: { ...reading, link: '' } }])))
  const clipped = clipTab(start)
  await vi.waitFor(async () => expect((await database.drafts.toArray())[0]?.source).toBeTruthy(), { timeout: 60_000 })
  expect(await database.drafts.toArray()).toMatchObject([{ state: 'reading', source: { citation: { title: 'Early feeding' }, link: '' } }])
  make([{ result: reading.link }])
  await clipped
  expect(await database.drafts.toArray()).toMatchObject([{ state: 'read', source: { link: reading.link } }])
})

describe('while print is asked', () => {
  const sure = { ...reading, described: true, address: start.address, headings: ['Early feeding'], link: '' }
  const titles = async () => (await database.drafts.toArray()).map(({ state, source }) => [state, source?.citation.title])

  /** Clips a page of which metadata tell that; `meanwhile` is looked at before what is printed is answered. */
  const clipWith = async (told: object, meanwhile: () => Promise<void>): Promise<void> => {
    const [asked, printed] = [Promise.withResolvers<void>(), Promise.withResolvers<unknown>()]
    const run = answer(() => {
      if (run.at(-1) !== '/printed.js') return Promise.resolve([{ result: run.at(-1) === '/capture.js' ? told : null }])
      asked.resolve()
      return printed.promise
    })
    const clipped = clipTab(start)
    await asked.promise
    await meanwhile()
    printed.resolve([{ result: null }])
    await clipped
    expect(await titles()).toEqual([['read', 'Early feeding']])
  }

  test('the form is filled with what metadata are sure of', () =>
    clipWith(sure, () => vi.waitFor(async () => expect(await titles()).toEqual([['reading', 'Early feeding']]), { timeout: 60_000 })))

  test.each([
    ['no heading is the title', { headings: ['Another paper of this journal'] }],
    ['only the address names the item', { described: false }],
  ])('what they are not sure of waits for it: %s', (_why, other) =>
    clipWith({ ...sure, ...other }, async () => {
      // Twice: what was on its way is written before a later transaction.
      await vi.waitFor(async () => expect(await titles()).toHaveLength(1), { timeout: 60_000 })
      await database.transaction('rw', database.drafts, () => database.drafts.toArray())
      expect(await titles()).toEqual([['reading', undefined]])
    }),
  )
})

test('a PDF viewer is named as such, with what its address shows', async () => {
  answer(() =>
    Promise.resolve([{ result: { ...reading, kind: 'pdf', address: 'https://j.example/10.5555_early.pdf', window: 'Early feeding' } }]),
  )
  await clipTab(start)
  expect(await database.drafts.toArray()).toMatchObject([
    { state: 'pdf', source: { citation: { title: 'Early feeding', DOI: '10.5555/early' } } },
  ])
})

test('a page with nothing to clip says why', async () => {
  answer(() =>
    Promise.resolve([
      { result: { ...reading, kind: 'blocked', citation: null, publicationTypes: [], quote: null, link: '', reason: 'challenge' } },
    ]),
  )
  expect(await readTab(4)).toEqual({ page: 'document', trouble: 'challenge' })
})

test('an item picked from a listing is cited instead of the listing, and the choice can be undone', () => {
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
  ['wrong types', [{ result: { ...reading, citation: 'Early feeding' } }]],
  ['a link that could run', [{ result: { ...reading, link: 'javascript:alert(1)' } }]],
  ['a text of megabytes', [{ result: { ...reading, quote: { exact: 'x'.repeat(5_000_000), prefix: '', suffix: '' } } }]],
])('what a page answers is not believed before it is parsed: %s', async (_name, frames) => {
  answer(() => Promise.resolve(frames))
  expect(await readTab(4)).toEqual({ page: 'document', trouble: 'unreadable' })
})

test('[C14] an address that could run code is left out, and the item is read', async () => {
  answer(() => Promise.resolve([{ result: { ...reading, citation: { ...reading.citation, URL: 'javascript:alert(1)' } } }]))
  expect(await readTab(4)).toMatchObject({ source: { citation: { title: 'Early feeding', cut: ['URL'] } } })
  expect(JSON.stringify(await readTab(4))).not.toContain('alert')
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

test('the browser’s own selection text replaces that of a page that cannot be read, cut to the limit', async () => {
  answer(() => Promise.resolve([]), new Error('no'))
  await clipTab({ ...start, address: 'https://journal.example/doi/pdf/10.5555/a.pdf', selection: 'x'.repeat(900) })
  const [draft] = await database.drafts.toArray()
  expect(draft && fieldsOf(draft, draft.form).quote).toHaveLength(600)
})

describe('[P3] a page about patients', () => {
  const shown = {
    patients: 2,
    known: [
      { type: 'NAME', value: 'Quintanilla, Marisol' },
      { type: 'MRN', value: '4471920' },
    ],
  }
  const all = async (): Promise<string> => JSON.stringify(await database.drafts.toArray())

  test('leaves only that it is one and how many patients it shows: no title, address, selection or identifier', async () => {
    const run = answer(() => Promise.resolve([{ result: reading }]), shown)
    await clipTab({ ...start, name: 'Quintanilla chart', address: 'https://ehr.example/patient/4471920', selection: 'Marisol did well' })
    expect(run).toEqual(['/portal.js'])
    expect(await database.drafts.toArray()).toMatchObject([
      { state: 'read', patients: 2, page: 'document', source: null, address: '', name: '', selection: '' },
    ])
    for (const part of ['Marisol', 'Quintanilla', '4471920', 'ehr.example']) expect(await all()).not.toContain(part)
  })

  test('is not written to disk before it is known to be one', async () => {
    let before = ''
    answer(() => Promise.resolve([]), shown)
    const { scripting } = fakeBrowser as unknown as { scripting: { executeScript: (asked: { files: string[] }) => Promise<unknown> } }
    const { executeScript } = scripting
    scripting.executeScript = async (asked) => {
      await vi.waitFor(async () => expect(await database.drafts.count()).toBe(1), { timeout: 60_000 })
      before = await all()
      return executeScript(asked)
    }
    await clipTab({ ...start, name: 'Quintanilla chart', address: 'https://ehr.example/patient/4471920', selection: 'Marisol did well' })
    expect(before).toContain('"state":"reading"')
    for (const part of ['Marisol', 'Quintanilla', '4471920', 'ehr.example']) expect(before).not.toContain(part)
  })

  test('leaves nothing of a link on it', async () => {
    answer(() => Promise.resolve([]), shown)
    await clipTab({ from: 'link', tab: 4, address: 'https://ehr.example/patient/4471920', name: '' })
    expect(await database.drafts.toArray()).toMatchObject([{ from: 'link', patients: 2, address: '' }])
  })

  test.each([
    ['nothing', null],
    ['a text', 'hello'],
    ['less than none', { patients: -1, known: [] }],
    ['identifiers of no kind', { patients: 0, known: [{ type: 'WHAT', value: 'x' }] }],
  ])('is what a page counts as whose answer cannot be believed: %s', async (_, result) => {
    answer(() => Promise.resolve([{ result: reading }]), result)
    expect(await readTab(4)).toEqual({ page: 'document', patients: 1 })
  })

  test('continues the draft typed beside it; on the next page that becomes an unfinished draft', async () => {
    answer(() => Promise.resolve([]), shown)
    await clipTab(start)
    const [draft] = await database.drafts.toArray()
    await database.drafts.update(draft?.id ?? '', { form: { ...blankForm, change: 'Typed' } })
    await clipTab(start)
    expect(await database.drafts.toArray()).toMatchObject([{ tab: 4, patients: 2, form: { change: 'Typed' } }])
    answer(() => Promise.resolve([{ result: reading }]))
    await clipTab({ ...start, address: 'https://journal.example/b' })
    const drafts = await database.drafts.toArray()
    expect(drafts.find(({ form }) => form.change === 'Typed')).toMatchObject({ tab: null, patients: 2, source: null })
    expect(drafts.find(({ form }) => form.change === '')).toMatchObject({ tab: 4, source: { citation: { title: 'Early feeding' } } })
  })

  test('if the document changed between the two injections, nothing is read', async () => {
    answer(() => Promise.reject(new Error('No document with id')))
    expect(await readTab(4)).toEqual({ page: 'document', trouble: 'unreadable' })
  })
})

test('the panel is opened at once, before anything is awaited', () => {
  answer(() => Promise.resolve([]))
  void openPanel({ windowId: 3 })
  expect((fakeBrowser as unknown as { sidePanel: { open: unknown } }).sidePanel.open).toHaveBeenCalledWith({ windowId: 3 })
})
