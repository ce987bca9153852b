import { expect, test } from 'vitest'
import { countNew, type FoundPaper, offered } from '../../../shared/rules/new-evidence.ts'
import { wouldChange } from '../../../shared/rules/would-change.ts'
import { pubmedStanding } from '../../../shared/lookups/pubmed-standing.ts'
import { aClip, aFramework, anIdea, aStance, clipId, idea, ideaId, now, sampleNetwork, stance, tested } from '../../sample-network.ts'

const question = {
  population: 'preterm infants',
  intervention: 'kangaroo care',
  comparison: 'incubator',
  outcome: 'weight',
  search: 'x y',
  at: now - 99,
}
const asking = idea({ change: 'Offer skin contact within an hour.', evidenceQuestion: question })

let number = 39_990_000
const paper = (title: string, types: string[] = ['Journal Article'], more: Partial<FoundPaper> & { year?: number } = {}): FoundPaper => {
  number += 1
  const { year = 2026, ...rest } = more
  return {
    ids: { pmid: String(number) },
    citation: { type: 'article-journal', title, issued: { 'date-parts': [[year, 3]] } },
    publicationTypes: types,
    said: pubmedStanding('pubmed', types, []),
    seen: now,
    ...rest,
  }
}
const titles = (papers: readonly FoundPaper[], clipped = new Set<string>(), of = asking): (string | undefined)[] =>
  offered(of, papers, clipped).map(({ citation }) => citation.title)

test('[K22] by shared words at all, then by design, then by how many words, then by date', () => {
  const found = [
    paper('Kangaroo care: a cohort', ['Cohort Studies']),
    paper('Kangaroo care in preterm infants', ['Randomized Controlled Trial'], { year: 2024 }),
    paper('Sleep of adults after surgery', ['Meta-Analysis']),
    paper('Kangaroo care', ['Randomized Controlled Trial'], { year: 2026 }),
    paper('Kangaroo care in preterm infants.', ['Randomized Controlled Trial'], { year: 2026 }),
    paper('Care of kangaroo mothers', ['Practice Guideline']),
    paper('Kangaroos, and what was seen of them'),
    paper('Kangaroo care: a meta-analysis', ['Journal Article']),
  ]
  expect(titles(found)).toEqual([
    'Care of kangaroo mothers',
    'Kangaroo care: a meta-analysis',
    'Kangaroo care in preterm infants.',
    'Kangaroo care in preterm infants',
    'Kangaroo care',
    'Kangaroo care: a cohort',
    'Kangaroos, and what was seen of them',
    'Sleep of adults after surgery',
  ])
})

test.each([
  ['a retracted paper', paper('Kangaroo care', ['Randomized Controlled Trial', 'Retracted Publication'])],
  ['a retraction notice, by its new name', paper('Kangaroo care: randomised trial', ['Retraction Notice'])],
  ['a retraction notice, by its old name', paper('Kangaroo care: randomised trial', ['Retraction of Publication'])],
  [
    'a notice of Europe PMC',
    paper('Kangaroo care: randomised trial', ['retraction of publication', 'journal article', 'retraction notice']),
  ],
  ['an erratum', paper('Kangaroo care: randomised trial', ['Published Erratum'])],
  ['an expression of concern', paper('Kangaroo care: randomised trial', ['Journal Article', 'Expression of Concern'])],
  ['one whose title alone says so', paper('RETRACTED: Kangaroo care')],
  [
    'one that a service calls retracted',
    paper('Kangaroo care', ['Journal Article'], { said: [{ service: 'europepmc', kind: 'retracted' }] }),
  ],
])('[K22] not offered: %s', (_, one) => {
  expect(offered(asking, [one], new Set())).toEqual([])
})

test('[K22] what was dismissed or is a clip of the idea is not offered, by either number', () => {
  const found = [
    paper('One', [], { ids: { pmid: '11', doi: '10.5555/a' } }),
    paper('Two', [], { ids: { pmid: '12', doi: '10.5555/b' } }),
    paper('Three', [], { ids: { doi: '10.5555/c' } }),
    paper('Four', [], { ids: { pmid: '14' } }),
    paper('Five, of which another service names another DOI', [], { ids: { pmid: '15', doi: '10.5555/e' } }),
  ]
  const of = { ...asking, dismissedPapers: [{ doi: '10.5555/a' }, { pmid: '15', doi: '10.5555/preprint' }] }
  expect(titles(found, new Set(['pmid:12', 'doi:10.5555/c']), of)).toEqual(['Four'])
})

test('[K22] how many are new, and how many of those are randomised; a trial on animals is none', () => {
  const found = [
    paper('Kangaroo care', ['Randomized Controlled Trial'], { seen: now - 5 }),
    paper('Kangaroo care of two', ['randomized controlled trial', 'journal article']),
    paper('Kangaroo care of calves', ['Randomized Controlled Trial, Veterinary']),
    paper('Protocol of a randomised trial of kangaroo care', ['Clinical Trial Protocol']),
    paper('Kangaroo care of three'),
  ]
  expect(countNew(offered(asking, found, new Set()), now)).toEqual({ fresh: 4, randomised: 1 })
})

const said = (...[network, of, kind]: [ReturnType<typeof sampleNetwork>, ReturnType<typeof idea>, Parameters<typeof wouldChange>[2]]) =>
  wouldChange(network, of, kind, now).map(({ code }) => code)
const theory = { theory: 'Skin contact warms.', measures: { outcome: 'temperature', process: '', balancing: '' } }
const willing = ['ash', 'birch', 'cedar'].map((site) => aStance(stance(site)))

test('[K22] a paper would change the suggested pathway where support is what is missing', () => {
  const of = idea(theory)
  const network = sampleNetwork([anIdea(of), ...willing])
  expect(said(network, of, 'randomised-trial')).toEqual(['paper-suggests'])
  expect(said(network, of, 'opinion')).toEqual([])
  expect(said(network, of, null)).toEqual([])
})

test('[K22] it changes nothing where the idea has as much already, where a site reports harm, or where more is missing', () => {
  const of = idea(theory)
  const clip = aClip({ id: clipId, kind: 'randomised-trial', ideas: [ideaId] })
  expect(said(sampleNetwork([anIdea(of), ...willing, clip]), of, 'randomised-trial')).toEqual([])
  expect(said(sampleNetwork([anIdea(of), ...willing, aStance(tested('dogwood', 'worse'))]), of, 'systematic-review')).toEqual([])
  expect(said(sampleNetwork([anIdea(of)]), of, 'systematic-review')).toEqual([])
})

test('[K22] a paper meets a need of the next step that published support can meet', () => {
  const of = idea({ ...theory, pathway: 'network-wide', phase: 'idea', registryGap: 'High in the registry.', leads: ['lee'] })
  const network = sampleNetwork([aFramework(), anIdea(of), ...willing])
  expect(said(network, of, 'compared-groups')).toContain('paper-meets')
  expect(said(network, of, 'before-after')).toEqual([])
})
