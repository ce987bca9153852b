import { describe, expect, test } from 'vitest'
import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { evidenceStanding, isTakenBack, shownStanding } from '../../../shared/rules/evidence-standing.ts'
import { evidence, now } from '../../sample-network.ts'

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
