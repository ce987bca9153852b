import { describe, expect, test } from 'vitest'
import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { citationFormats, writeCitations } from '../../../shared/citations/citation-formats.ts'
import { publicIdea } from '../../../shared/exports/public-idea.ts'
import { eventsHeard, evidenceStanding, handedOn, isTakenBack, shownStanding } from '../../../shared/rules/evidence-standing.ts'
import { evidence, idea, now } from '../../sample-network.ts'

const said = (...all: Assertion[]) => ({ lookedUp: { said: all, at: now } })
const none: Assertion = { service: 'crossref', kind: 'none', asked: now }

describe('[K3] how a clip’s item stands', () => {
  test('nobody was asked: by its page, then by its title, as before', () => {
    expect(evidenceStanding(evidence()).is).toBe('unknown')
    expect(isTakenBack(evidence({ citation: { type: 'article', title: 'RETRACTED: On weights' } }))).toBe(true)
    expect(
      isTakenBack(evidence({ citation: { type: 'article', title: 'On weights', standing: 'retracted', standingSeen: 'banner' } })),
    ).toBe(true)
  })
  test('a title like Hindawi’s notices is a hint once services answered', () => {
    const item = evidence({ citation: { type: 'article', title: 'Retracted: On weights' }, ...said(none) })
    expect(evidenceStanding(item)).toMatchObject({ is: 'none', hint: true })
  })
  test('the page’s own banner is a source like others, shown as one that differs', () => {
    const item = evidence({
      citation: { type: 'article', title: 'On weights', standing: 'retracted', standingSeen: 'banner' },
      ...said(none),
    })
    expect(evidenceStanding(item)).toMatchObject({ is: 'retracted', disagree: true, confirmed: false })
    expect(isTakenBack(item)).toBe(true)
  })
  test('doubt warns, and takes nothing back', () => {
    const item = evidence(said({ service: 'pubmed', kind: 'doubted', asked: now }))
    expect([shownStanding(item), isTakenBack(item)]).toEqual(['doubted', false])
  })
})

describe('[K3] [E1] a reference that is taken elsewhere', () => {
  const notes = (item: ReturnType<typeof evidence>): boolean[] =>
    citationFormats.map((format) => /retracted or withdrawn/i.test(writeCitations(format, [handedOn(item)])))
  const weights = { type: 'article', title: 'On weights' } as const
  test('says that it was retracted where a service alone knows, and no page', () => {
    const item = evidence({ citation: weights, ...said({ service: 'crossref', kind: 'retracted', asked: now }) })
    expect(notes(item)).toEqual([true, true, true])
  })
  test('says nothing where the title alone looks so and who would know answered, or a person checked it', () => {
    const citation = { ...weights, title: 'Retracted: On weights' }
    expect(notes(evidence({ citation }))).toEqual([true, true, true])
    expect(notes(evidence({ citation, ...said(none) }))).toEqual([false, false, false])
    const banner = { ...weights, standing: 'retracted', standingSeen: 'banner' } as const
    expect(notes(evidence({ citation: banner, ...said({ service: 'person', kind: 'checked', asked: now + 1 }) }))).toEqual([
      false,
      false,
      false,
    ])
  })
  test('keeps where the page said it only where that is what counts', () => {
    const citation = { ...weights, standing: 'doubted', standingSeen: 'banner' } as const
    expect(handedOn(evidence({ citation }))).toEqual(citation)
    expect(handedOn(evidence({ citation, ...said({ service: 'crossref', kind: 'retracted', asked: now }) }))).toEqual({
      ...weights,
      standing: 'retracted',
    })
  })
  test('is no reference of a public page once a service says that it was retracted', () => {
    const published = idea({ published: { by: 'steering', at: now, sites: false }, pathway: 'single-site' })
    const shown = (item: ReturnType<typeof evidence>): unknown =>
      publicIdea(published, { evidence: [item], stances: [], series: [] }, () => '')?.references
    const citation = { ...weights, DOI: '10.5555/weights' }
    expect(shown(evidence({ citation }))).toHaveLength(1)
    expect(shown(evidence({ citation, ...said({ service: 'crossref', kind: 'retracted', asked: now }) }))).toEqual([])
  })
  test('what makes it stand so is heard from services and its page, not from people or by hints', () => {
    const heard = (item: ReturnType<typeof evidence>): [string, number][][] =>
      eventsHeard(evidenceStanding(item)).map((voices) => voices.map(({ service, asked }) => [service, asked]))
    const retracted: Assertion = { service: 'crossref', kind: 'retracted', asked: now }
    expect(heard(evidence(said(none)))).toEqual([])
    const both = [
      ['crossref', now],
      ['pubmed', now + 9],
    ]
    const hint = { ...retracted, service: 'openalex', hint: true } as const
    expect(heard(evidence(said(retracted, { ...retracted, service: 'pubmed', asked: now + 9 }, hint)))).toEqual([both])
    expect(heard(evidence(said(hint)))).toEqual([])
    const page = { type: 'article', title: 'On weights', standing: 'retracted', standingSeen: 'banner' } as const
    expect(heard(evidence({ citation: page, clippedAt: 7, ...said(retracted) })).flat()).toContainEqual(['page', 7])
    expect(heard(evidence(said({ ...retracted, service: 'person', kind: 'checked' })))).toEqual([])
  })
})
