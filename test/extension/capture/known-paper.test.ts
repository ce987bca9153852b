import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { takeUpAgain } from '../../../extension/drafts/resubmit.ts'
import { checkDraft, mutationsOf } from '../../../extension/drafts/draft-to-mutations.ts'
import { clipsIn } from '../../../extension/outbox/count-clips.ts'
import { GleanerDatabase } from '../../../extension/store/db.ts'
import { blankForm, type Draft, type DraftSource } from '../../../extension/store/draft.ts'
import { startDraft } from '../../../extension/drafts/drafts.ts'
import { keepReading } from '../../../extension/drafts/keep-reading.ts'
import {
  clipToReuse,
  keysOfDraft,
  type KnownClip,
  knownClips,
  paperOf,
  readKnown,
  unfinishedOf,
} from '../../../extension/capture/known-paper.ts'
import { newId } from '../../../shared/web/new-id.ts'
import type { NewMutation } from '../../../extension/outbox/new-mutation.ts'
import { nothingKnown } from '../../../extension/patient-page/banner-memory.ts'
import { readRecent, recentItems } from '../../../extension/bank/recent.ts'
import { putRows } from '../../../extension/store/rows.ts'
import { sync } from '../../../extension/sync/sync.ts'
import type { Citation } from '../../../shared/citations/citation.ts'
import type { Change } from '../../../shared/domain/entities.ts'
import { evidence } from '../../sample-network.ts'
import { addMutations, newDatabase, partsFor, proposal, Server } from '../network-under-test.ts'

const me = { person: 'ann', role: 'contributor', site: 'site-01' } as const
const paper: Citation = {
  type: 'article-journal',
  title: 'Early feeding',
  DOI: '10.5555/Feeding.1',
  PMID: '12345678',
  PMCID: 'PMC1234567',
  URL: 'https://journal.example/feeding',
}
const sentence = { exact: 'Weight gain rose after early feeding.', prefix: '', suffix: '' }

const source = (citation: Citation, quote: DraftSource['quote'] = null): DraftSource => ({
  citation,
  quote,
  link: '',
  kind: 'opinion',
  kindReason: '',
  entries: [],
  page: null,
  literature: true,
})

const clip = (id: string, citation: Citation, ideas: string[] = []): NewMutation => ({
  name: 'clipEvidence',
  args: { evidence: id, citation, quote: sentence, link: '', kind: 'opinion', note: '', site: '', ideas },
})

const draftOf = async (database: GleanerDatabase, citation: Citation, quote: DraftSource['quote'] = null): Promise<Draft> => {
  const id = await startDraft(database, { from: 'page', tab: 1, address: citation.URL ?? '', name: '' }, 'run')
  await keepReading(database, id, { page: '', source: source(citation, quote) })
  const draft = await database.drafts.get(id)
  if (!draft) throw new Error('No draft')
  return draft
}

const lookUp = async (database: GleanerDatabase, citation: Citation): Promise<KnownClip[]> => {
  const draft = await draftOf(database, citation)
  return knownClips(await readKnown(database, keysOfDraft(draft)), paperOf(draft), me)
}

describe('[C3] the same paper twice', () => {
  test.each<[string, Citation]>([
    ['its DOI, in other letters', { type: 'article', DOI: '10.5555/feeding.1' }],
    ['its PMID', { type: 'article', PMID: '12345678' }],
    ['its PMCID', { type: 'article', PMCID: 'PMC1234567' }],
    ['its address and title', { type: 'webpage', URL: 'http://www.journal.example/feeding/', title: 'Early feeding' }],
  ])('is known by %s, while it waits and from the bank, with the idea that it supports', async (_name, citation) => {
    const [database, server] = [newDatabase(), new Server()]
    const [idea, item] = [proposal('Feed early'), newId()]
    await addMutations(database, [idea, clip(item, paper, [(idea.args as { idea: string }).idea])])
    const seen = { evidence: item, by: '', quote: sentence, ideas: [{ change: 'Feed early' }], here: citation.URL !== undefined }
    expect(await lookUp(database, citation)).toMatchObject([{ ...seen, inBank: false }])
    await sync(partsFor(database, server.post), true)
    expect(await lookUp(database, citation)).toMatchObject([{ ...seen, inBank: true }])
  })

  test('[W1] a clip of somebody who hid their name is not shown as one’s own', async () => {
    const database = newDatabase()
    await putRows(database, [{ kind: 'evidence', id: 'hidden', value: evidence({ id: 'hidden', citation: paper, clippedBy: '' }) }], 0)
    expect((await lookUp(database, paper)).map(({ by }) => by)).toEqual([undefined])
  })

  test('another paper, another address and a page about patients are not known', async () => {
    const database = newDatabase()
    await addMutations(database, [clip(newId(), paper)])
    expect(await lookUp(database, { type: 'article', DOI: '10.5555/feeding.12', URL: 'https://journal.example/feeding2' })).toEqual([])
    const draft = await draftOf(database, paper)
    expect(keysOfDraft({ ...draft, patients: 1 })).toEqual([])
  })

  test('another paper at the same address, or with another identifier, is not known; the person is asked about one with another title', async () => {
    const database = newDatabase()
    await addMutations(database, [clip(newId(), paper)])
    const seen = async (fields: Partial<Citation>): Promise<(string | undefined)[]> =>
      (await lookUp(database, { ...paper, ...fields })).map(({ otherwise }) => otherwise)
    expect(await seen({ DOI: '10.5555/feeding.2' })).toEqual([])
    expect(await seen({ PMID: '39990009' })).toEqual([])
    expect(await lookUp(database, { type: 'webpage', URL: paper.URL, title: 'Insulin errors at weekends' })).toEqual([])
    expect(await seen({})).toEqual([undefined])
    const asked = await lookUp(database, { ...paper, title: 'Insulin errors at weekends' })
    expect(asked.map(({ otherwise }) => otherwise)).toEqual([paper.title])
    expect(clipToReuse(asked, '', '')).toBe('')
  })

  test('a link is known by its address or the DOI in it, before anything is read', async () => {
    const database = newDatabase()
    const id = await startDraft(database, { from: 'link', tab: 1, address: '', name: '' }, 'run')
    await keepReading(database, id, undefined, { address: 'https://doi.org/10.5555/feeding.1', name: '' })
    const draft = await database.drafts.get(id)
    expect(draft && keysOfDraft(draft)).toContain('doi:10.5555/feeding.1')
  })

  test('an unfinished draft of the paper in another tab is found', async () => {
    const database = newDatabase()
    const mine = await draftOf(database, paper)
    const other = await startDraft(database, { from: 'page', tab: 2, address: 'https://mirror.example/x', name: '' }, 'run')
    await keepReading(database, other, { page: '', source: source({ type: 'article', PMID: '12345678' }) })
    const found = async (): Promise<string[]> => unfinishedOf(mine, await database.drafts.toArray()).map(({ id }) => id)
    expect(await found()).toEqual([])
    await database.drafts.update(other, { form: { ...blankForm, change: 'Typed' } })
    expect(await found()).toEqual([other])
  })

  test('a clip deleted from the bank is no longer known', async () => {
    const database = newDatabase()
    const item = evidence({ citation: paper })
    await putRows(database, [{ kind: 'evidence', id: 'e1', value: item }], 0)
    expect(await lookUp(database, paper)).toHaveLength(1)
    await putRows(database, [{ kind: 'evidence', id: 'e1', value: null }], 0)
    expect(await lookUp(database, paper)).toEqual([])
  })

  test('an older database without the paper index knows its papers after the first opening', async () => {
    const name = 'gleaner:test:old'
    const old = new Dexie(name)
    old.version(1).stores({ rows: '[kind+id]', outbox: 'cseq, &id', archive: '++order, &id', attention: 'id', drafts: 'id', meta: 'key' })
    await old.table('rows').bulkPut([
      { kind: 'evidence', id: 'e1', g: 0, value: evidence({ citation: paper }) },
      { kind: 'person', id: 'p', g: 0, value: { id: 'p', name: 'P', role: 'contributor', site: '' } },
    ])
    old.close()
    expect(await lookUp(new GleanerDatabase(name), paper)).toMatchObject([{ evidence: 'e1' }])
  })

  test('among 5,000 clips of the bank it is found without reading the others', async () => {
    const database = newDatabase()
    const rows = Array.from({ length: 5000 }, (_, index): Change => {
      const citation: Citation = { type: 'article', DOI: `10.5555/bank.${index}` }
      return { kind: 'evidence', id: `e${index}`, value: evidence({ citation }) }
    })
    await putRows(database, rows, 0)
    let read = 0
    database.blocks.hook('reading', (row) => {
      read += 1
      return row
    })
    expect(await lookUp(database, { type: 'article', DOI: '10.5555/bank.4321' })).toMatchObject([{ evidence: 'e4321' }])
    expect(read).toBe(1)
  })
})

describe('[C4] instead of a second clip', () => {
  const filled = { ...blankForm, change: 'Feed early', topic: '', site: '' }

  test('the bank’s clip is attached to the new idea', async () => {
    const draft = await draftOf(newDatabase(), paper)
    const [idea, attached, ...more] = mutationsOf(draft, { ...filled, reuse: 'e1' }, nothingKnown)
    expect(more).toEqual([])
    expect(attached).toEqual({ name: 'attachEvidence', args: { evidence: 'e1', idea: (idea as { args: { idea: string } }).args.idea } })
  })

  test('evidence alone is attached to the chosen ideas; if none is chosen, the panel says so', async () => {
    const draft = await draftOf(newDatabase(), paper)
    const form = { ...filled, withIdea: false, reuse: 'e1' }
    expect(checkDraft(draft, form, nothingKnown)).toMatchObject({ field: 'supports', why: 'no-idea' })
    expect(mutationsOf(draft, { ...form, supports: ['i1', 'i2'] }, nothingKnown)).toEqual([
      { name: 'attachEvidence', args: { evidence: 'e1', idea: 'i1' } },
      { name: 'attachEvidence', args: { evidence: 'e1', idea: 'i2' } },
    ])
  })

  test('a second clip may support the paper’s ideas as well', async () => {
    const draft = await draftOf(newDatabase(), paper)
    expect(mutationsOf(draft, { ...filled, withIdea: false, reuse: '', supports: ['i1'] }, nothingKnown)).toMatchObject([
      { name: 'clipEvidence', args: { ideas: ['i1'], citation: { DOI: paper.DOI } } },
    ])
  })

  test('the attachment of a pending clip is sent after it', async () => {
    const [database, server] = [newDatabase(), new Server()]
    const item = newId()
    await addMutations(database, [clip(item, paper)])
    const draft = await draftOf(database, paper)
    await addMutations(database, mutationsOf(draft, { ...filled, reuse: item }, nothingKnown))
    await sync(partsFor(database, server.post), true)
    expect(await database.attention.count()).toBe(0)
    expect(await lookUp(database, paper)).toMatchObject([{ inBank: true, ideas: [{ change: 'Feed early' }] }])
  })

  test('a refused attachment is listed with its paper, and can be edited again with all its fields', async () => {
    const [database, gone, item] = [newDatabase(), newId(), newId()]
    await putRows(database, [{ kind: 'evidence', id: item, value: evidence({ id: item, citation: paper }) }], 0)
    const draft = await draftOf(database, paper)
    await addMutations(database, mutationsOf(draft, { ...filled, withIdea: false, reuse: item, supports: [gone] }, nothingKnown), {
      draft: draft.id,
    })
    const [waiting] = await database.outbox.toArray()
    if (!waiting) throw new Error('Nothing waits')
    await database.outbox.clear()
    const refused = { ...waiting, code: 'not-found' as const, message: 'No', since: 0 }
    await database.attention.add(refused)
    expect(recentItems(await readRecent(database), me)).toMatchObject([{ title: paper.title, state: 'attention', reason: 'No' }])
    await takeUpAgain(database, [refused], 1, 'run')
    expect(await database.drafts.toArray()).toMatchObject([
      { source: { citation: { DOI: paper.DOI } }, form: { withIdea: false, reuse: item }, ideas: [gone], replaces: [refused.id] },
    ])
  })

  test('an idea with an attached clip is counted as one', () => {
    const asked = [
      { id: '1', cseq: 1, at: 0, name: 'proposeIdea', args: { idea: 'i' } },
      { id: '2', cseq: 2, at: 0, name: 'attachEvidence', args: { evidence: 'e', idea: 'i' } },
      { id: '3', cseq: 3, at: 0, name: 'attachEvidence', args: { evidence: 'e', idea: 'j' } },
    ]
    expect(clipsIn(asked)).toBe(2)
  })

  test.each([
    ['nothing selected, nothing noted: the clip that is there says all', '', '', 'old'],
    ['the same sentence', sentence.exact, '', 'old'],
    ['another sentence is a clip of its own', 'Another sentence.', '', ''],
    ['a note is kept', '', 'Mind the dose', ''],
  ])('%s', (_name, quote, note, used) => {
    const known: KnownClip[] = [
      { evidence: 'old', inBank: true, here: true, otherwise: undefined, quote: sentence, by: '', at: 0, ideas: [] },
    ]
    expect(clipToReuse(known, quote, note)).toBe(used)
    expect(clipToReuse([], quote, note)).toBe('')
  })
})
