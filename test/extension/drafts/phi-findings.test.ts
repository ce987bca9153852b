import '../fake-extension-api.ts'
import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkDraft, type FilledForm, mutationsOf } from '../../../extension/drafts/draft-to-mutations.ts'
import { check } from '../../../extension/outbox/check.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { saveClip } from '../../../extension/drafts/save-clip.ts'
import type { GleanerDatabase } from '../../../extension/store/db.ts'
import { blankForm, type Draft, type DraftForm, type DraftSource } from '../../../extension/store/draft.ts'
import { findingsIn } from '../../../extension/drafts/phi-findings.ts'
import { nothingKnown, type PageMemory } from '../../../extension/patient-page/banner-memory.ts'
import { answering, replacing, wordFor } from '../../../extension/drafts/phi-replace.ts'
import type { KnownIdentifier } from '../../../shared/phi/detect.ts'
import { newDatabase } from '../network-under-test.ts'

const paper: DraftSource = {
  citation: { type: 'article-journal', title: 'Mrs. Jane Doe and early feeding', URL: 'https://journal.example/a', DOI: '10.1000/x' },
  quote: { exact: 'Mrs. Jane Doe was fed early.', prefix: 'Before. ', suffix: ' After.' },
  link: 'https://journal.example/a#:~:text=Mrs.',
  kind: 'before-after',
  kindReason: '',
  entries: [],
  page: null,
  literature: true,
}
const draftOf = (some: Partial<Draft> = {}): Draft => ({
  id: 'draft',
  from: 'page',
  tab: 1,
  run: 'run',
  address: '',
  name: '',
  state: 'read',
  source: null,
  selection: '',
  form: blankForm,
  ideas: [],
  replaces: [],
  changedAt: 0,
  ...some,
})
const formOf = (some: Partial<DraftForm>): FilledForm => ({ ...blankForm, change: 'Feed early', ...some, topic: '', site: '' })
const known: KnownIdentifier[] = [
  { type: 'NAME', value: 'Quintanilla, Marisol' },
  { type: 'MRN', value: '00447192' },
  { type: 'DATE', value: '14-Mar-2019' },
]
const seen: PageMemory = { known, gone: false }
const excerpts = (draft: Draft, form: DraftForm, memory = nothingKnown): string[] =>
  findingsIn(draft, form, memory.known).map(({ name, certainty, excerpt }) => `${name} ${certainty} ${excerpt}`)

let database: GleanerDatabase
beforeEach(() => {
  database = newDatabase()
})

const told = 'Patient Marisol Quintanilla, MRN 447192, did well'

describe('[P5] certain PHI blocks saving, in whatever field', () => {
  test.each<[string, Partial<Draft>, Partial<DraftForm>]>([
    ['change', {}, { change: told }],
    ['problem', {}, { problem: told }],
    ['title', {}, { title: told }],
    ['address', {}, { address: 'https://ehr.example/chart?mrn=4471920' }],
    ['quote', {}, { quote: told }],
    ['quote', { selection: told }, {}],
    ['note', {}, { note: told, withIdea: false, title: 'A title' }],
    ['title', { from: 'page', address: 'https://a.example/', name: told }, {}],
  ])('%s', async (field, draft, form) => {
    expect(checkDraft(draftOf(draft), formOf(form), nothingKnown)).toMatchObject({ field })
    expect(await saveClip(database, draftOf(draft), formOf(form), nothingKnown)).toMatchObject({ field })
    expect(await database.outbox.count()).toBe(0)
  })

  test('and the message repeats nothing of it', () => {
    expect(JSON.stringify(checkDraft(draftOf(), formOf({ change: told }), nothingKnown))).not.toMatch(/Marisol|447192/)
  })

  test('only what the check has made enters the outbox, or earlier mutations for a named reason', () => {
    const all = readdirSync('extension', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('.'))
      .map((path) => [path, readFileSync(join('extension', path), 'utf8')] as const)
    const having = (what: RegExp): string[] =>
      all
        .filter(([, text]) => what.test(text))
        .map(([path]) => path)
        .toSorted()
    expect(having(/\boutbox\s*\.(?:add|put|bulkAdd|bulkPut|update|bulkUpdate|upsert)\b|\boutbox\b[^\n]*\.modify\b/)).toEqual([
      'outbox/enqueue.ts',
      'sync/apply-reply.ts',
    ])
    // The type that the outbox takes is made in two places; nowhere else is anything said to be of it.
    expect(having(/\bas (?:unknown as )?(?:readonly )?(?:Queued|Checked)\b/)).toEqual(['outbox/check.ts', 'store/queued.ts'])
    expect(having(/\bheldBefore\(/)).toEqual(['backup/keep-copies.ts', 'sync/apply-reply.ts'])
    expect(having(/\btable(?:<[^>]*>)?\('outbox'\)/)).toEqual(['backup/other-accounts.ts'])
    expect(having(/@ts-(?:ignore|expect-error)/)).toEqual([])
  })

  test('texts that no field of a form shows are checked before the outbox too', () => {
    const citation = { ...paper.citation, publisher: 'Chart of Jon Testperson, MRN: 4471920' }
    const args = { evidence: newId(), citation, quote: null, link: '', kind: 'guideline', note: '', site: '', ideas: [] } as const
    const looked = check([{ name: 'clipEvidence', args: { ...args, ideas: [] } }], nothingKnown)
    expect(looked.checked).toBeUndefined()
    expect(looked.found.map(({ path }) => path)).toContain('citation.publisher')
  })
})

describe('[P6] leniency', () => {
  test('an untouched title and quote of a published item pass, with the context of the quote', () => {
    expect(excerpts(draftOf({ source: paper }), formOf({}))).toEqual([])
    const [, clip] = mutationsOf(draftOf({ source: paper }), formOf({}), nothingKnown)
    expect(clip).toMatchObject({ args: { quote: paper.quote, link: paper.link } })
  })

  test('[K10] a clip from a computer whose policy forbids look-ups says so', () => {
    const clips = [true, false].map(
      (noLookup) => mutationsOf(draftOf({ source: paper }), formOf({}), { ...nothingKnown, noLookup })[1]?.args,
    )
    expect(clips.map((args) => args && 'noLookup' in args)).toEqual([true, false])
  })

  test('once edited, they are checked like typed text, and lose the context', () => {
    const form = formOf({ title: `${paper.citation.title} `, quote: `${paper.quote?.exact} Yes.` })
    expect(excerpts(draftOf({ source: paper }), form)).toContain('quote high Jane Doe')
    const [, clip] = mutationsOf(draftOf({ source: paper }), formOf({ quote: 'Fed early.' }), nothingKnown)
    expect(clip).toMatchObject({ args: { quote: { exact: 'Fed early.', prefix: '', suffix: '' } } })
  })

  test('a page that is not recognised as published gets every rule', () => {
    const page = { ...paper, citation: { type: 'webpage', title: 'A page', URL: 'https://a.example/' }, literature: false }
    expect(excerpts(draftOf({ source: page }), formOf({}))).toEqual(['quote high Jane Doe'])
  })

  test('identifiers shown by a patient page are found in a paper as well, in every form', () => {
    const source = { ...paper, quote: { exact: 'Marisol was fed on 3/14/19.', prefix: 'a', suffix: 'b' } }
    expect(excerpts(draftOf({ source }), formOf({ change: 'Ask quintanila of 447 192' }), seen)).toEqual([
      'change high quintanila',
      'change high 447 192',
      'quote high Marisol',
      'quote high 3/14/19',
    ])
  })

  test('the context of a quote is not shown in the form, so it is removed if it has PHI', () => {
    const source = { ...paper, quote: { exact: 'Fed early.', prefix: 'MRN: 4471920 ', suffix: '' } }
    const [, clip] = mutationsOf(draftOf({ source }), formOf({}), nothingKnown)
    expect(clip).toMatchObject({ args: { quote: { exact: 'Fed early.', prefix: '', suffix: '' }, link: 'https://journal.example/a' } })
  })
})

describe('[P4] what the page showed', () => {
  const beside = draftOf({ patients: 1, page: 'document' })

  test('once it is forgotten, the person has to confirm the text', async () => {
    const gone = { known: [], gone: true }
    expect(checkDraft(beside, formOf({}), gone)).toMatchObject({ field: 'read-over' })
    expect(await saveClip(database, beside, formOf({}), gone)).toMatchObject({ field: 'read-over' })
    expect(checkDraft(beside, formOf({ readOver: true }), gone)).toBeUndefined()
    expect(checkDraft(draftOf(), formOf({}), gone)).toBeUndefined()
  })

  test('is never part of what is saved', async () => {
    expect(await saveClip(database, beside, formOf({}), seen)).toBeUndefined()
    const kept = JSON.stringify([await database.outbox.toArray(), await database.drafts.toArray()])
    for (const { value } of known) expect(kept).not.toContain(value)
  })
})

describe('[P7] replacing', () => {
  const replacedAll = (form: FilledForm, memory = nothingKnown): FilledForm =>
    ({ ...form, ...replacing(form, findingsIn(draftOf(), form, memory.known)) }) as FilledForm

  test.each([
    ['Patient Marisol Quintanilla did well', 'Patient [name] did well'],
    ['Seen on 03/14/2019 and called at (617) 555-0134', 'Seen on [date, 2019] and called at [phone]'],
    ['She is 94 years old', 'She is 90 or older'],
    ['DOB: 03/14/1921', 'DOB: [date]'],
    ['MRN 4471920, mail jane.doe@example.org', 'MRN [number], mail [e-mail]'],
  ])('%s', (change, wanted) => {
    const form = replacedAll(formOf({ change }))
    expect(form.change.replace(/years old$/, '').trim()).toBe(wanted)
    expect(findingsIn(draftOf(), form, []).filter(({ certainty }) => certainty === 'high')).toEqual([])
  })

  test('an address is replaced as a whole', () => {
    expect(replacedAll(formOf({ address: 'https://ehr.example/chart?mrn=4471920' })).address).toBe('')
  })

  test('[P9] replacements are recorded as types and counts, with the field of the clip', () => {
    const form = replacedAll(formOf({ change: 'Ask Marisol of 3/14/19 and Quintanilla', title: 'A title', note: told }), seen)
    const [idea, clip] = mutationsOf(draftOf(), form, seen)
    expect(idea).toMatchObject({
      args: { change: 'Ask [name] of [date] and [name]', checked: { replaced: { NAME: 2, DATE: 1 }, notPatient: {} } },
    })
    expect(clip).toMatchObject({ args: { checked: { replaced: { NAME: 1, MRN: 1 }, notPatient: {} } } })
    expect(JSON.stringify([idea, clip])).not.toMatch(/Marisol|Quintanilla|447192/)
  })

  test('[P9] without findings nothing is recorded', () => {
    expect(mutationsOf(draftOf(), formOf({}), nothingKnown)[0]?.args).not.toHaveProperty('checked')
  })
})

describe('[P8] "this is not a patient"', () => {
  const change = 'Those from Boston told us how they did it'
  const uncertain = () => findingsIn(draftOf(), formOf({ change }), []).filter(({ certainty }) => certainty === 'low')

  test('[I3] under a strict policy uncertain findings count as certain: they block, and no answer lets them through', () => {
    const answered = { ...formOf({ change }), notPatient: uncertain().map(({ name, type, excerpt }) => ({ name, type, text: excerpt })) }
    expect(checkDraft(draftOf(), answered, nothingKnown)).toBeUndefined()
    expect(checkDraft(draftOf(), answered, { ...nothingKnown, strict: true })).toMatchObject({ field: 'change', why: 'patient' })
    expect(findingsIn(draftOf(), answered, [], true).map(({ certainty }) => certainty)).toEqual(['high'])
  })

  test('is stored for that text in that field, and recorded as a type', () => {
    const [one] = uncertain()
    if (!one) throw new Error('This text has no uncertain finding')
    const form = { ...formOf({ change }), ...answering(formOf({ change }), one) } as FilledForm
    expect(findingsIn(draftOf(), form, [])).toEqual([])
    expect(findingsIn(draftOf(), { ...form, problem: change }, [])).not.toEqual([])
    const [idea] = mutationsOf(draftOf(), form, nothingKnown)
    expect(idea?.args).toMatchObject({ checked: { replaced: {}, notPatient: { [one.type]: 1 } } })
    expect(wordFor(one)).toMatch(/^\[/)
  })

  test('is void once the page shows that it is one', () => {
    const [one] = uncertain()
    if (!one) throw new Error('This text has no uncertain finding')
    const form = { ...formOf({ change }), ...answering(formOf({ change }), one) } as FilledForm
    expect(checkDraft(draftOf(), form, { known: [{ type: 'NAME', value: 'Boston, Lee' }], gone: false })).toMatchObject({ field: 'change' })
  })
})
