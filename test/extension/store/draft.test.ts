import '../fake-extension-api.ts'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { draftOfRefused, takeUpAgain } from '../../../extension/drafts/resubmit.ts'
import { checkDraft, mutationsOf } from '../../../extension/drafts/draft-to-mutations.ts'
import { saveClip } from '../../../extension/drafts/save-clip.ts'
import { bylineOf, fieldsOf } from '../../../extension/drafts/clip-fields.ts'
import type { GleanerDatabase } from '../../../extension/store/db.ts'
import { blankForm, type Draft, type DraftForm, type DraftSource, type DraftStart } from '../../../extension/store/draft.ts'
import { adoptDraft, discardDraft, keepForm, startDraft } from '../../../extension/drafts/drafts.ts'
import { keepReading } from '../../../extension/drafts/keep-reading.ts'
import { LatestWriteWins } from '../../../extension/drafts/latest-write.ts'
import { nothingKnown } from '../../../extension/patient-page/banner-memory.ts'
import { newDatabase } from '../network-under-test.ts'

const run = 'run-1'
const page = (address: string, tab = 1): DraftStart => ({ from: 'page', tab, address, name: 'Name of the tab' })
/** A draft of a page that was read, as the button begins it. */
const clipped = async (start: DraftStart, thisRun: string): Promise<string> => {
  const id = await startDraft(database, start, thisRun)
  await keepReading(database, id, { page: 'document', source }, start)
  return id
}
const source: DraftSource = {
  citation: {
    type: 'article-journal',
    title: 'Early feeding',
    author: [{ family: 'Okafor', given: 'Ada Bea' }],
    'container-title': 'Pediatrics',
    URL: 'https://journal.example/a',
    DOI: '10.1000/x',
  },
  quote: { exact: 'Fed early.', prefix: 'before ', suffix: ' after' },
  link: 'https://journal.example/a#:~:text=Fed%20early.',
  kind: 'before-after',
  kindReason: '',
  entries: [],
  page: null,
}

let database: GleanerDatabase
beforeEach(() => {
  database = newDatabase()
})
const draft = async (id: string): Promise<Draft> => {
  const found = await database.drafts.get(id)
  if (!found) throw new Error('The draft is gone')
  return found
}
const typing = async (id: string, change: string): Promise<void> => keepForm(database, id, { ...(await draft(id)).form, change })

describe('one draft per tab', () => {
  test('pressing the button again on the same page continues the draft', async () => {
    const id = await clipped(page('https://a.example/x#one'), run)
    await typing(id, 'Typed')
    expect(await clipped(page('https://a.example/x#two'), run)).toBe(id)
    expect((await draft(id)).form.change).toBe('Typed')
  })

  test('another page in the same tab begins a new draft; a typed one becomes unfinished, an untouched one is deleted', async () => {
    const typed = await clipped(page('https://a.example/1'), run)
    await typing(typed, 'Typed')
    await clipped(page('https://a.example/2'), run)
    const last = await clipped(page('https://a.example/3'), run)
    expect(new Map((await database.drafts.toArray()).map(({ id, tab }) => [id, tab]))).toEqual(
      new Map([
        [typed, null],
        [last, 1],
      ]),
    )
  })

  test('several tabs have separate drafts, of one page too', async () => {
    const one = await clipped(page('https://a.example/x', 1), run)
    const two = await clipped(page('https://a.example/x', 2), run)
    expect(one).not.toBe(two)
  })

  test('after a restart of the browser the same page continues its draft, whatever its tab id', async () => {
    const id = await clipped(page('https://a.example/x', 7), run)
    await typing(id, 'Typed')
    expect(await clipped(page('https://a.example/x', 3), 'run-2')).toBe(id)
    expect(await draft(id)).toMatchObject({ tab: 3, run: 'run-2', form: { change: 'Typed' } })
  })

  test('a tab id of an earlier run is not that tab', async () => {
    const before = await clipped(page('https://a.example/x', 1), run)
    await typing(before, 'Typed')
    const now = await clipped(page('https://a.example/y', 1), 'run-2')
    expect(now).not.toBe(before)
    expect((await draft(before)).form.change).toBe('Typed')
  })

  test('an unfinished draft moves to the active tab, whose own typed draft stays', async () => {
    const [first, second] = [await clipped(page('https://a.example/1', 1), run), await clipped(page('https://a.example/2', 2), run)]
    await typing(first, 'One')
    await typing(second, 'Two')
    await adoptDraft(database, first, 2, run)
    expect([(await draft(first)).tab, (await draft(second)).tab]).toEqual([2, null])
  })
})

describe('reading and typing at once', () => {
  test('what is read and what is typed never overwrite one another', async () => {
    const id = await startDraft(database, page('https://journal.example/a'), run)
    await Promise.all([typing(id, 'Typed'), keepReading(database, id, { page: '', source })])
    expect(await draft(id)).toMatchObject({ state: 'read', source: { kind: 'before-after' }, form: { change: 'Typed' } })
  })

  test('a page that cannot be read leaves a form to fill', async () => {
    const start = { ...page('chrome://extensions'), name: 'Extensions' }
    const id = await startDraft(database, start, run)
    await keepReading(database, id, { page: '', trouble: 'forbidden' }, start)
    const now = await draft(id)
    expect(now.state).toBe('forbidden')
    expect(fieldsOf(now, now.form)).toMatchObject({ title: '', address: '' })
  })

  test('a draft that was saved or discarded while the page was read does not come back', async () => {
    const id = await startDraft(database, page('https://a.example/x'), run)
    await discardDraft(database, id)
    await keepReading(database, id, { page: '', source })
    expect(await database.drafts.count()).toBe(0)
  })

  test('every keystroke is kept in the end, the newest last, one write at a time', async () => {
    const id = await startDraft(database, page('https://a.example/x'), run)
    let writes = 0
    database.drafts.hook('updating', () => {
      writes += 1
    })
    const keeper = new LatestWriteWins((form: DraftForm) => keepForm(database, id, form))
    const text = 'Start oral feeds within 24 hours'
    await Promise.all(Array.from(text, (_, index) => keeper.keep({ ...blankForm, change: text.slice(0, index + 1) })))
    expect((await draft(id)).form.change).toBe(text)
    expect(writes).toBeLessThan(text.length)
  })
})

describe('what is saved', () => {
  const filled = { ...blankForm, change: 'Feed early', topic: 'feeding', site: 'site-01' }
  const ready = async (): Promise<Draft> => {
    const id = await startDraft(database, page('https://journal.example/a'), run)
    await keepReading(database, id, { page: '', source })
    return draft(id)
  }

  test('an idea goes before the evidence that names it, and the draft is gone in the same moment', async () => {
    expect(await saveClip(database, await ready(), filled, nothingKnown)).toBeUndefined()
    const [idea, clip] = await database.outbox.orderBy('cseq').toArray()
    expect([idea?.name, clip?.name]).toEqual(['proposeIdea', 'clipEvidence'])
    expect(clip?.args).toMatchObject({ ideas: [expect.any(String)] })
    expect(idea?.args).toMatchObject({ idea: (clip as { args: { ideas: string[] } }).args.ideas[0] })
    expect(await database.drafts.count()).toBe(0)
  })

  test('evidence alone needs nothing typed', async () => {
    expect(mutationsOf(await ready(), { ...filled, withIdea: false, change: '' }, nothingKnown)).toMatchObject([
      { name: 'clipEvidence', args: { quote: source.quote, link: source.link, citation: { DOI: '10.1000/x' } } },
    ])
  })

  test('[M24] a suggested kind that nobody chose is sent as a hint only; a chosen one is the kind', async () => {
    const own = await ready()
    const kindSaved = (kind: DraftForm['kind']): unknown => mutationsOf(own, { ...filled, kind, withIdea: false }, nothingKnown)[0]?.args
    expect(kindSaved(null)).toMatchObject({ kindSaid: false, suggested: 'before-after' })
    const chosen = kindSaved('before-after')
    expect(chosen).toMatchObject({ kind: 'before-after', kindSaid: true })
    expect(chosen).not.toHaveProperty('suggested')
  })

  test('an idea by itself needs no item', async () => {
    const id = await startDraft(database, { from: 'hand', tab: 1, address: '', name: '' }, run)
    expect(mutationsOf(await draft(id), filled, nothingKnown).map(({ name }) => name)).toEqual(['proposeIdea'])
  })

  test('a changed quote loses its context; an emptied one is removed', async () => {
    const item = await ready()
    expect(mutationsOf(item, { ...filled, withIdea: false, quote: 'Other words' }, nothingKnown)).toMatchObject([
      { args: { quote: { exact: 'Other words', prefix: '', suffix: '' }, link: 'https://journal.example/a' } },
    ])
    expect(mutationsOf(item, { ...filled, withIdea: false, quote: '' }, nothingKnown)).toMatchObject([{ args: { quote: null } }])
  })

  test('a corrected title replaces the one that was read; the rest stays as read', async () => {
    expect(mutationsOf(await ready(), { ...filled, withIdea: false, title: 'Correct title' }, nothingKnown)).toMatchObject([
      { args: { citation: { title: 'Correct title', 'container-title': 'Pediatrics' } } },
    ])
  })

  test.each([
    ['change', { change: ' ' }],
    ['title', { withIdea: false, title: ' ', address: '' }],
    ['address', { address: 'javascript:alert(1)' }],
    ['address', { address: 'file:///etc/passwd' }],
  ])('what is missing or wrong is said at its field: %s', async (field, form) => {
    expect(checkDraft(await ready(), { ...filled, ...form }, nothingKnown)).toMatchObject({ field })
    expect(await saveClip(database, await ready(), { ...filled, ...form }, nothingKnown)).toMatchObject({ field })
    expect(await database.outbox.count()).toBe(0)
  })
})

describe('taking up a refused clip', () => {
  test('everything is there again, saved as new mutations that replace the refused ones', async () => {
    const id = await startDraft(database, page('https://journal.example/a'), run)
    await keepReading(database, id, { page: '', source })
    await saveClip(
      database,
      await draft(id),
      {
        ...blankForm,
        change: 'Feed early',
        problem: 'Weight loss',
        topic: 'feeding',
        site: 'site-01',
      },
      nothingKnown,
    )
    const waiting = await database.outbox.orderBy('cseq').toArray()
    await database.outbox.clear()
    const refused = waiting.map((mutation) => ({ ...mutation, code: 'gone' as const, message: 'No', since: 0 }))
    await database.attention.bulkAdd(refused)
    await takeUpAgain(database, refused, 1, run)
    await takeUpAgain(database, refused, 1, run)
    const [again, ...others] = await database.drafts.toArray()
    expect(others).toEqual([])
    if (!again) throw new Error('No draft')
    expect(again).toMatchObject({
      from: 'again',
      tab: 1,
      form: { change: 'Feed early', problem: 'Weight loss', withIdea: true },
      source: { quote: source.quote },
      ideas: [],
    })
    await saveClip(database, again, { ...again.form, topic: 'feeding', site: 'site-01' }, nothingKnown)
    expect(await database.attention.count()).toBe(0)
    expect((await database.outbox.toArray()).some(({ id: fresh }) => waiting.some((old) => old.id === fresh))).toBe(false)
  })

  test('evidence for an idea that the bank accepted keeps supporting it', () => {
    const idea = '018f0000-0000-7000-8000-00000000000a'
    const args = { evidence: '018f0000-0000-7000-8000-00000000000b', citation: { type: 'article' }, kind: 'opinion', ideas: [idea] }
    const refused = draftOfRefused([{ id: 'x', name: 'clipEvidence', args }], run)
    expect(refused).toMatchObject({ form: { withIdea: false }, ideas: [idea] })
  })
})

test('a byline reads like a reference: names, journal, year, volume and pages', () => {
  expect(bylineOf(source.citation)).toBe('Okafor AB · Pediatrics')
  expect(
    bylineOf({
      type: 'article-journal',
      author: ['A', 'B', 'C', 'D'].map((family) => ({ family })),
      'container-title': 'BMJ',
      issued: { 'date-parts': [[2022, 3]] },
      volume: '31',
      issue: '2',
      page: '800-7',
    }),
  ).toBe('A, B, C et al. · BMJ · 2022;31(2):800-7')
  expect(bylineOf({ type: 'webpage' })).toBe('')
})

test('a page without a name is called by its host once', async () => {
  const kept = await draft(await clipped(page('https://ward.example/a'), run))
  const shown = (publisher: object) => {
    const citation = { type: 'webpage', title: 'Ward notes', URL: 'https://ward.example/a', ...publisher }
    return fieldsOf({ ...kept, source: { ...source, citation } }, kept.form)
  }
  expect(shown({}).place).toBe('ward.example')
  expect(shown({ publisher: 'ward.example' })).toMatchObject({ byline: 'ward.example', place: '' })
})
