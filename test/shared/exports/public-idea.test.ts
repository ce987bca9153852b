import { expect, test } from 'vitest'
import type { Assertion } from '../../../shared/lookups/assertion.ts'
import { formerMember } from '../../../shared/domain/name-skeleton.ts'
import type { Citation } from '../../../shared/citations/citation.ts'
import type { Evidence } from '../../../shared/domain/entities.ts'
import { type PublicIdea, publicIdea } from '../../../shared/exports/public-idea.ts'
import { evidence, idea, now, uuid } from '../../sample-network.ts'

const published = idea({ published: { at: now, by: 'stella', sites: false }, named: ['sam', 'lee'], leads: ['lee'] })
const pageOf = (clips: Evidence[], names: Record<string, string> = {}): PublicIdea | null =>
  publicIdea(published, { evidence: clips, stances: [], series: [] }, (person) => names[person])

const clip = (number: number, citation: Partial<Citation> = {}, ...said: Assertion[]): Evidence =>
  evidence({
    id: uuid(number),
    citation: { type: 'article-journal', title: `Weights, part ${number}`, DOI: `10.1000/${number}`, ...citation },
    ...(said.length > 0 ? { lookedUp: { said, at: now } } : {}),
  })

test('[O94] an item that was taken back is not on the page, whoever says so: its page, its title, a service or a person', () => {
  const clips = [
    clip(1),
    clip(2, { standing: 'retracted', standingSeen: 'banner' }),
    clip(3, { title: 'RETRACTED: Weights, part 3' }),
    clip(4, {}, { service: 'crossref', kind: 'retracted', asked: now }),
    clip(5, {}, { service: 'pubmed', kind: 'notice', asked: now }),
    clip(6, { title: 'Retraction of: Weights, part 2' }),
    clip(7, {}, { service: 'crossref', kind: 'none', asked: now }),
    clip(8, {}, { service: 'pubmed', kind: 'doubted', asked: now }),
  ]
  expect(pageOf(clips)?.references.map(({ address }) => address)).toEqual([1, 7, 8].map((number) => `https://doi.org/10.1000/${number}`))
})

test('[O94] whoever took their name away is no author', () => {
  expect(pageOf([], { sam: 'Sam Sender', lee: formerMember })?.names).toEqual(['Sam Sender'])
  expect(pageOf([], { sam: formerMember, lee: formerMember })?.names).toEqual([])
})
