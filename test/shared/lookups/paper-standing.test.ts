import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assertion, assertionKinds, services } from '../../../shared/lookups/assertion.ts'
import { crossrefWork } from '../../../shared/lookups/crossref.ts'
import { paperStanding } from '../../../shared/lookups/paper-standing.ts'
import { pubmedStanding } from '../../../shared/lookups/pubmed-standing.ts'
import { watchedRow } from '../../../shared/lookups/retraction-watch.ts'

const asked = Date.UTC(2026, 10, 30)
const by = (service: Assertion['service'], kind: Assertion['kind'], more: Partial<Assertion> = {}): Assertion => ({
  service,
  kind,
  asked,
  ...more,
})

interface Deposit {
  DOI: string
  type: string
  source?: string
  date?: number[]
  record?: string
}
const update = ({ DOI, type, source, date = [2024, 3, 5], record }: Deposit): object => ({
  DOI,
  type,
  source,
  updated: { 'date-parts': [date] },
  ...(record && { 'record-id': record }),
})
const work = (DOI: string, title: string, to: Deposit[], updatedBy: Deposit[]): Assertion[] => {
  const said =
    crossrefWork({ DOI, title: [title], type: 'journal-article', 'update-to': to.map(update), 'updated-by': updatedBy.map(update) })
      ?.said ?? []
  return said.length > 0 ? said.map((one) => ({ ...one, asked })) : [by('crossref', 'none')]
}

describe('[K3] which of two works is the notice', () => {
  const [paper, notice] = ['10.5555/paper', '10.5555/notice']
  const retraction = { type: 'retraction' }

  test.each<[string, string, string, Deposit[], Deposit[], string]>([
    [
      'as deposited by the rules, the paper',
      paper,
      'Zinc for croup',
      [],
      [{ DOI: notice, ...retraction, source: 'publisher' }],
      'retracted',
    ],
    ['as deposited by the rules, the notice', notice, 'Zinc for croup', [{ DOI: paper, ...retraction, source: 'publisher' }], [], 'notice'],
    ['before 2025, without a source', notice, 'Retraction: Zinc for croup', [{ DOI: paper, ...retraction }], [], 'notice'],
    [
      'both ways round, the paper: Retraction Watch’s entry is never mirrored',
      paper,
      'Zinc for croup',
      [{ DOI: notice, ...retraction, source: 'publisher' }],
      [{ DOI: notice, ...retraction, source: 'retraction-watch', record: '1' }],
      'retracted',
    ],
    [
      'both ways round, the notice',
      notice,
      'Zinc for croup',
      [{ DOI: paper, ...retraction, source: 'retraction-watch', record: '1' }],
      [{ DOI: paper, ...retraction, source: 'publisher' }],
      'notice',
    ],
    [
      'both ways round by the publisher alone: the notice’s title says what it is',
      notice,
      'Retraction Note: Zinc for croup',
      [{ DOI: paper, ...retraction, source: 'publisher' }],
      [{ DOI: paper, ...retraction, source: 'publisher' }],
      'notice',
    ],
    [
      'both ways round by the publisher alone: the paper’s title is marked, or says nothing',
      paper,
      'Zinc for croup',
      [{ DOI: notice, ...retraction, source: 'publisher' }],
      [{ DOI: notice, ...retraction, source: 'publisher' }],
      'retracted',
    ],
    [
      'a notice that was corrected is no corrected paper',
      notice,
      'Retraction: Zinc for croup',
      [{ DOI: paper, ...retraction, source: 'publisher' }],
      [{ DOI: '10.5555/erratum', type: 'erratum', source: 'publisher' }],
      'notice',
    ],
    ['a withdrawal', paper, 'Zinc for croup', [], [{ DOI: notice, type: 'withdrawal' }], 'retracted'],
    ['a removal', paper, 'Zinc for croup', [], [{ DOI: notice, type: 'removal' }], 'retracted'],
    ['a new edition takes nothing back', paper, 'Zinc for croup', [], [{ DOI: notice, type: 'new_edition' }], 'none'],
    ['a later version is no notice', notice, 'Zinc for croup', [{ DOI: paper, type: 'new_version' }], [], 'none'],
    ['a type that nobody knows', paper, 'Zinc for croup', [], [{ DOI: notice, type: 'celebration' }], 'none'],
  ])('%s', (_, doi, title, to, updatedBy, is) => expect(paperStanding(work(doi, title, to, updatedBy)).is).toBe(is))
})

describe('[K3] what PubMed’s types and links say', () => {
  test.each<[string, string[], [string, string?, string?][], string]>([
    ['a type alone', ['Journal Article', 'Retracted Publication'], [], 'retracted'],
    ['a link without a PMID', ['Journal Article'], [['RetractionIn', '', 'J Made Up. 2020 May;1(2):3']], 'retracted'],
    ['a concern leaves no type on the paper', ['Journal Article'], [['Expression of concern in', '39990001']], 'doubted'],
    ['the notice by its new name', ['Retraction Notice'], [], 'notice'],
    ['the notice by its old name', ['Retraction of Publication'], [], 'notice'],
    ['the notice of a concern, an article by type', ['Journal Article'], [['ExpressionOfConcernFor', '39990001']], 'notice'],
    [
      'a notice with an erratum of its own',
      ['Retraction Notice'],
      [
        ['RetractionOf', '39990001'],
        ['ErratumIn', '39990002'],
      ],
      'notice',
    ],
    ['corrected and republished', ['Journal Article'], [['CorrectedandRepublishedIn', '39990001']], 'corrected'],
    ['retracted and republished', ['Journal Article'], [['RetractedandRepublishedIn', '39990001']], 'retracted'],
    ['a newer version of a review', ['Review'], [['UpdateIn', '39990001', 'Made Up Database Syst Rev. 2024;(2):CD990001']], 'superseded'],
    ['the version before is no warning', ['Review'], [['UpdateOf', '39990001']], 'none'],
    ['an update of a preprint is none', ['Journal Article'], [['UpdateIn', '', 'Res Sq. 2022 Jan 1:rs.3.rs-9900001.']], 'none'],
    ['a comment is none', ['Journal Article'], [['CommentIn', '39990001']], 'none'],
  ])('%s', (_, types, links, is) => {
    const said = pubmedStanding(
      'pubmed',
      types,
      links.map(([type, pmid = '', reference = '']) => ({ type, pmid, reference })),
    ).map((one) => ({ ...one, asked }))
    expect(paperStanding(said.length > 0 ? said : [by('pubmed', 'none')]).is).toBe(is)
  })

  test('the day of a notice stands behind the journal, whatever its name', () => {
    const [said] = pubmedStanding(
      'pubmed',
      [],
      [{ type: 'Retraction in', pmid: '', reference: 'Care 2000. 2019 Nov 4;12(3):9. doi: 10.5555/n.9.' }],
    )
    expect(said).toMatchObject({ date: '2019-11-04', notice: { doi: '10.5555/n.9' } })
  })
})

describe('[K3] who agrees with whom', () => {
  const notice = { doi: '10.5555/notice' }
  const retracted = by('crossref', 'retracted', { source: 'publisher', notice, date: '2024-03-05' })

  test('two who copy from each other are one voice', () => {
    expect(paperStanding([by('pubmed', 'retracted'), by('europepmc', 'retracted')]).confirmed).toBe(false)
    expect(paperStanding([by('pubmed', 'retracted'), retracted]).confirmed).toBe(true)
    expect(paperStanding([retracted, { ...retracted, source: 'retraction-watch' }]).confirmed).toBe(true)
  })
  test('who knows the item and says nothing of it disagrees; who was not reached is named', () => {
    expect(paperStanding([retracted, by('pubmed', 'none')], ['crossref', 'pubmed', 'openalex'])).toMatchObject({
      is: 'retracted',
      disagree: true,
      unanswered: ['openalex'],
    })
    expect(paperStanding([], ['crossref', 'pubmed'])).toMatchObject({ is: 'unknown', unanswered: ['crossref', 'pubmed'] })
  })
  test('OpenAlex alone is no verdict, and clears nobody', () => {
    expect(paperStanding([by('openalex', 'retracted', { hint: true })])).toMatchObject({ is: 'unknown', hint: true })
    expect(paperStanding([by('openalex', 'retracted', { hint: true }), by('crossref', 'none')])).toMatchObject({ is: 'none', hint: true })
  })
  test('one entry of Retraction Watch with two kinds: both stand, and it is said that they differ', () => {
    const entry = { source: 'retraction-watch', record: '990001', date: '2024-03-05', notice }
    const stand = paperStanding([by('crossref', 'retracted', entry), by('crossref', 'doubted', entry)])
    expect(stand).toMatchObject({ is: 'retracted', disagree: true, confirmed: false })
    expect(stand.events).toHaveLength(2)
  })
  test('a notice titled “Retracted: …” without a link is told by PubMed alone, and is never called retracted', () => {
    const alone = work('10.5555/n', 'Retracted: Zinc for croup', [], [])
    expect(paperStanding(alone).is).toBe('none')
    expect(paperStanding([...alone, by('pubmed', 'notice')]).is).toBe('notice')
    expect(paperStanding([by('page', 'retracted'), by('pubmed', 'notice')]).is).toBe('notice')
  })
  test('a reinstated paper is reinstated, whoever still serves the retraction; what comes later counts again', () => {
    const reinstated = by('retraction-watch', 'reinstated', { date: '2025-03-12' })
    expect(paperStanding([retracted, reinstated])).toMatchObject({ is: 'reinstated', disagree: true })
    expect(paperStanding([retracted, reinstated, by('pubmed', 'retracted', { date: '2025-09-01' })]).is).toBe('retracted')
  })
  test('a person’s word stays until something new is announced', () => {
    const person = by('person', 'checked', { source: 'm1', asked: Date.UTC(2026, 11, 1) })
    const later = Date.UTC(2026, 11, 8)
    expect(paperStanding([retracted, person])).toMatchObject({ is: 'checked', confirmed: true })
    expect(paperStanding([retracted, person]).events).toHaveLength(2)
    expect(paperStanding([retracted, person, by('pubmed', 'doubted', { asked: later })]).is).toBe('doubted')
    // Heard of late, however old its day.
    expect(paperStanding([retracted, person, by('pubmed', 'doubted', { date: '2019-01-01', asked: later })]).is).toBe('doubted')
  })
  test('who tells late of what the person knew says nothing new', () => {
    const person = by('person', 'checked', { source: 'm1', asked: Date.UTC(2026, 11, 1) })
    const later = Date.UTC(2026, 11, 8)
    const again = by('pubmed', 'retracted', { notice: { ...notice, pmid: '39990001' }, date: '2024-03', asked: later })
    expect(paperStanding([retracted, person, again]).is).toBe('checked')
    expect(paperStanding([retracted, person, { ...again, notice: { doi: '10.5555/another' } }]).is).toBe('retracted')
    // Of a notice that is printed later than it was heard of, the person knew too.
    expect(paperStanding([{ ...retracted, date: '2027-02-01' }, person]).is).toBe('checked')
  })
  test('two notices that share a number, but not their DOI, are two', () => {
    const [one, other] = ['10.5555/a', '10.5555/b'].map((doi) => by('crossref', 'retracted', { notice: { doi, pmid: '39990001' } }))
    expect(paperStanding([one, other].flatMap((each) => each ?? [])).events).toHaveLength(2)
  })
  test('NLM calls a partial retraction an erratum: no other word', () => {
    expect(paperStanding([by('crossref', 'partly'), by('pubmed', 'corrected')])).toMatchObject({ is: 'partly', disagree: false })
  })
})

describe('[K3] rows of Retraction Watch', () => {
  const row = {
    'Record ID': '990001',
    RetractionDate: '3/6/2004 0:00',
    RetractionDOI: 'Unavailable',
    RetractionPubMedID: '0',
    OriginalPaperDOI: '10.5555/PAPER',
    OriginalPaperPubMedID: '39990001',
    RetractionNature: 'Retraction',
    Reason: '+Error in Data;Withdrawal;',
    '': '',
  }
  test('the month stands first, "0" and "Unavailable" are nothing', () =>
    expect(watchedRow(row)).toEqual({
      item: { doi: '10.5555/paper', pmid: '39990001' },
      said: { service: 'retraction-watch', source: 'retraction-watch', kind: 'retracted', date: '2004-03-06', record: '990001' },
      reasons: ['Error in Data', 'Withdrawal'],
    }))
  test.each([
    ['a reinstatement', { RetractionNature: 'Reinstatement' }, 'reinstated'],
    ['a concern', { RetractionNature: 'Expression of concern ' }, 'doubted'],
  ])('%s', (_, more, kind) => expect(watchedRow({ ...row, ...more })?.said.kind).toBe(kind))
  test('a row that names no item is none', () =>
    expect(watchedRow({ ...row, OriginalPaperDOI: 'unavailable', OriginalPaperPubMedID: '0' })).toBeUndefined())
})

describe('[K3] whatever is said', () => {
  const assertion = fc.record(
    {
      service: fc.constantFrom(...services),
      kind: fc.constantFrom(...assertionKinds),
      source: fc.constantFrom('publisher', 'retraction-watch'),
      notice: fc.record({ doi: fc.constantFrom('10.5555/a', '10.5555/b') }),
      date: fc.constantFrom('2001', '2020-02', '2024-03-05', '2026-01-01'),
      record: fc.constantFrom('1', '2'),
      hint: fc.boolean(),
      asked: fc.integer({ min: Date.UTC(2019), max: asked }),
    },
    { requiredKeys: ['service', 'kind', 'asked'] },
  )
  const all = fc.array(assertion, { maxLength: 12 })

  test('the order in which it was said changes nothing', () =>
    fc.assert(
      fc.property(all, fc.integer({ min: 0, max: 11 }), (said, turn) => {
        const { is, confirmed, disagree, date } = paperStanding(said)
        const turned = paperStanding([...said.slice(turn), ...said.slice(0, turn)])
        expect([turned.is, turned.confirmed, turned.disagree, turned.date]).toEqual([is, confirmed, disagree, date])
      }),
    ))
  test('a notice is never called retracted, unless a person or a reinstatement spoke', () =>
    fc.assert(
      fc.property(all, (said) => {
        const services = said.filter(({ kind, service }) => service !== 'person' && kind !== 'reinstated')
        if (services.some(({ kind, hint }) => kind === 'notice' && !hint)) expect(paperStanding(services).is).toBe('notice')
      }),
    ))
  test('that somebody knows of nothing takes no warning away', () =>
    fc.assert(
      fc.property(all, (said) => {
        const before = paperStanding(said).is
        if (before !== 'unknown') expect(paperStanding([...said, by('datacite', 'none')]).is).toBe(before)
      }),
    ))
  test('every word that was kept is shown', () =>
    fc.assert(
      fc.property(all, (said) => {
        expect(paperStanding(said).events.flatMap(({ saidBy }) => saidBy)).toHaveLength(said.filter(({ kind }) => kind !== 'none').length)
      }),
    ))
})
