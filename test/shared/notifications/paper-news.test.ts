import { expect, test } from 'vitest'
import type { Change, Evidence } from '../../../shared/domain/entities.ts'
import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { newsFrom, type NewsItem } from '../../../shared/notifications/notifications.ts'
import { aClip, anIdea, aComment, ideaId, now } from '../../sample-network.ts'

const hour = 60 * 60 * 1000
const notice = { doi: '10.5555/notice' }
const by = (service: Assertion['service'], kind: Assertion['kind'], asked = now): Assertion => ({ service, kind, notice, asked })
const looked = (said: Assertion[], value: Partial<Evidence> = {}): Change[] => [
  anIdea({ leads: ['leo'] }),
  aClip({ ideas: [ideaId], clippedBy: 'cleo', lookedUp: { said, at: now }, ...value }),
]
const papers = (rows: Change[], person: string, since = 0, shaken = new Set<string>()): NewsItem[] =>
  newsFrom(rows, person, since, { shaken }).filter(({ kind }) => kind.startsWith('paper-'))

test('[K8] who clipped it, who sent the idea and who leads it hear that a paper was retracted, and who says so', () => {
  const rows = looked([by('crossref', 'retracted'), by('pubmed', 'retracted', now + hour)])
  for (const [person, tie] of [
    ['cleo', 'evidence'],
    ['sam', 'sender'],
    ['leo', 'lead'],
  ] as const)
    expect(papers(rows, person)).toMatchObject([
      { kind: 'paper-retracted', tie, at: now, says: 'On weights', services: ['crossref', 'pubmed'], idea: ideaId },
    ])
  expect(papers([...rows, aComment({ by: 'tom' })], 'tom')).toEqual([])
})

test('[K8] coordinators hear it without a tie', () => {
  const rows = looked([by('crossref', 'doubted')])
  expect(papers(rows, 'coco')).toEqual([])
  expect(papers(rows, 'coco', 0, new Set([ideaId]))).toMatchObject([{ kind: 'paper-doubted', tie: 'coordinator' }])
})

test('[K8] once: another voice for the same is no further news, something worse is', () => {
  const [first] = papers(looked([by('crossref', 'doubted')]), 'leo')
  const [again] = papers(looked([by('crossref', 'doubted'), by('pubmed', 'doubted', now + hour)]), 'leo')
  expect(again?.id).toBe(first?.id)
  expect(papers(looked([by('crossref', 'doubted'), by('pubmed', 'doubted', now + hour)]), 'leo', now)).toEqual([])
  const worse = looked([by('crossref', 'doubted'), { ...by('pubmed', 'retracted', now + hour), notice: { pmid: '39990001' } }])
  expect(papers(worse, 'leo', now)).toMatchObject([{ kind: 'paper-retracted', at: now + hour }])
})

test('[K8] what its own page said, hints, what speaks against an idea and a person’s word are no news', () => {
  const retracted = { type: 'article', title: 'On weights', standing: 'retracted', standingSeen: 'banner' } as const
  expect(papers(looked([by('crossref', 'retracted')], { citation: retracted }), 'leo')).toEqual([])
  expect(papers(looked([{ ...by('openalex', 'retracted'), hint: true }]), 'leo')).toEqual([])
  const directions = { [ideaId]: { is: 'against' as const, by: 'leo', at: now } }
  expect(papers(looked([by('crossref', 'retracted')], { directions }), 'leo')).toEqual([])
  const checked: Assertion = { service: 'person', kind: 'checked', source: 'coco', asked: now + hour }
  expect(papers(looked([by('crossref', 'retracted'), checked]), 'leo')).toEqual([])
})

test('[K8] that it was reinstated is news too', () => {
  const back = { ...by('retraction-watch', 'reinstated', now + hour), date: '2026-05-04' }
  expect(papers(looked([{ ...by('crossref', 'retracted'), date: '2025-05-04' }, back]), 'leo')).toMatchObject([
    { kind: 'paper-reinstated', at: now + hour },
  ])
})

test('[K8] a further clip of a paper that was heard of long ago is news from when it was clipped, attached, or its idea proposed', () => {
  const said = [by('crossref', 'retracted', now - 5 * hour)]
  const seen = now - 2 * hour
  const at = (value: Partial<Evidence>, since = seen) => papers(looked(said, { clippedAt: now - 9 * hour, ...value }), 'leo', since)
  expect(at({ clippedAt: now - hour })).toMatchObject([{ at: now - hour }])
  expect(at({ attachedAt: { [ideaId]: now - hour } })).toMatchObject([{ at: now - hour }])
  expect(at({ attachedAt: { other: now - hour } })).toEqual([])
  expect(at({ attachedAt: { [ideaId]: now - hour } }, now - hour)).toEqual([])
  const [idea, clip] = [
    anIdea({ leads: ['leo'], proposedAt: now - hour }),
    aClip({ ideas: [ideaId], clippedAt: now - 9 * hour, lookedUp: { said, at: now } }),
  ]
  expect(papers([idea, clip], 'leo', seen)).toMatchObject([{ at: now - hour }])
})
