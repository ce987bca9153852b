import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { IdeasReply } from '../../../shared/api/bank.ts'
import type { AskedReply } from '../../../shared/api/lookups.ts'
import type { NewsItem } from '../../../shared/notifications/notifications.ts'
import { evidenceStanding } from '../../../shared/rules/evidence-standing.ts'
import { asBrowser } from '../network.ts'
import { ask, askedAbout, asking, clipIn, goBy, lookUp } from './looking-up.ts'
import { recorded } from './recorded.ts'
import { uploadList } from './uploading.ts'

const day = 24 * 60 * 60 * 1000
const services = ['crossref', 'europepmc', 'pubmed'] as const

const order = async (path: string): Promise<unknown> => (await fetch(`${env.LOOKUP_ADDRESS}/${path}`)).json()

/** A network with an idea that rests on one paper, and what its pages say. */
const resting = async (slug: string, DOI: string) => {
  const the = await asking(slug, services)
  const idea = crypto.randomUUID()
  await ask(the.contributor, 'proposeIdea', { idea, change: 'Rest on a paper' })
  const clip = await the.clip({ DOI })
  await ask(the.coordinator, 'attachEvidence', { evidence: clip, idea })
  const read = async <Reply>(path: string): Promise<Reply> =>
    (await asBrowser(the.contributor, `/v1/networks/${slug}/${path}`)).json<Reply>()
  return {
    ...the,
    stands: async () => evidenceStanding(await clipIn(slug, clip)),
    shaken: async () => (await read<IdeasReply>('ideas')).rows.find(({ id }) => id === idea)?.shaken,
    asked: () => read<AskedReply>(`evidence/${clip}/lookups`),
    news: async () => (await read<{ items: NewsItem[] }>('news')).items.map(({ kind }) => kind).filter((kind) => kind.startsWith('paper-')),
  }
}

test.each(['page', 'limited', 'cut-letter', 'gzip-plain', 'inside', 'moved'])(
  '[K1] [K3] who answers %s has not answered, by its own page, and clears nobody; the next good answer is told of',
  async (fault) => {
    const doi = `10.5555/retracted.silent-${fault}`
    await order(`fail/${fault}/${doi}`)
    const the = await resting(`heard-${fault}`, doi)
    await lookUp(the.slug)
    expect(await the.asked()).toMatchObject({ services: [], silent: ['crossref', 'europepmc'] })
    expect(await the.stands()).toMatchObject({ is: 'unknown', events: [] })
    expect([await the.shaken(), await the.news()]).toEqual([undefined, []])
    await order(`heal/${doi}`)
    await goBy(the.slug, 2 * day)
    await lookUp(the.slug)
    expect(await the.asked()).toMatchObject({ silent: [] })
    expect(await the.stands()).toMatchObject({ is: 'retracted', confirmed: true })
    expect([await the.shaken(), await the.news()]).toEqual(['retracted', ['paper-retracted']])
  },
)

test('[K3] services that differ are both kept: the warning stands, by one voice, and as disputed', async () => {
  const the = await resting('heard-disputed', '10.5555/disputed.1')
  await lookUp(the.slug)
  expect(await the.stands()).toMatchObject({ is: 'retracted', confirmed: false, disagree: true })
  expect((await the.asked()).services.map(({ service, knows }) => [service, knows])).toEqual(services.map((service) => [service, true]))
  expect(await the.shaken()).toBe('retracted')
})

const rows = (natures: readonly (readonly [string, string])[], doi: string): string =>
  [
    'Record ID,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason',
    ...natures.map(([nature, date], index) => `${70_000 + index},${date} 0:00,${doi}.notice${index},0,${doi},0,${nature},Error;`),
  ].join('\n')

test('[K3] [K9] a reinstatement takes back what services say was announced before it, and nothing that comes after', async () => {
  const doi = '10.5555/retracted.reinstated'
  const the = await resting('heard-reinstated', doi)
  await lookUp(the.slug)
  expect(await the.shaken()).toBe('retracted')
  await uploadList(the.coordinator, rows([['Reinstatement', '6/1/2026']], doi), Date.UTC(2026, 10, 27))
  expect(await the.stands()).toMatchObject({ is: 'reinstated', date: '2026-06-01', disagree: true })
  expect(await the.shaken()).toBeUndefined()
  expect(await the.news()).toContain('paper-reinstated')
  // Who goes on telling of the retraction changes nothing.
  await goBy(the.slug, 8 * day)
  await lookUp(the.slug)
  expect((await the.stands()).is).toBe('reinstated')
  const again = [
    ['Reinstatement', '6/1/2026'],
    ['Retraction', '7/1/2026'],
  ] as const
  await uploadList(the.coordinator, rows(again, doi), Date.UTC(2026, 10, 28))
  expect(await the.stands()).toMatchObject({ is: 'retracted', date: '2026-07-01' })
  expect(await the.shaken()).toBe('retracted')
})

test.runIf(recorded.length > 0)('[K9] the recorded rows of Retraction Watch say at each clip what they say', async () => {
  const the = await asking('heard-rows', undefined, false)
  const papers = {
    '10.1016/s0140-6736(97)11096-0': 'retracted',
    '10.1371/journal.pone.0064723': 'doubted',
    '10.1016/j.heliyon.2023.e18637': 'reinstated',
    '10.3390/nano14090769': 'corrected',
  }
  const clips: [string, string][] = []
  for (const [DOI, is] of Object.entries(papers)) clips.push([await the.clip({ DOI }), is])
  expect(await uploadList(the.coordinator, (await order('rows')) as string, Date.UTC(2026, 10, 27))).toBe(clips.length)
  for (const [clip, is] of clips) expect(evidenceStanding(await clipIn(the.slug, clip)).is).toBe(is)
})

test('[K1] an answer about another item, or a list that lacks what it counts, tells nothing of this one', async () => {
  const doi = '10.5555/plain.swapped'
  await order(`fail/swapped/${doi}`)
  const the = await resting('heard-swapped', doi)
  await lookUp(the.slug)
  expect((await the.asked()).services.map(({ service, knows }) => [service, knows])).toEqual([
    ['crossref', false],
    ['europepmc', false],
  ])
  expect(await the.stands()).toMatchObject({ is: 'unknown', events: [] })
  await order(`fail/emptied/${doi}`)
  await goBy(the.slug, 8 * day)
  await lookUp(the.slug)
  expect((await the.asked()).silent).toEqual(['crossref', 'europepmc'])
})

test('[K1] a preprint that is known by its number of arXiv is asked about by the DOI of that number', async () => {
  const the = await asking('heard-arxiv', ['datacite', 'unpaywall'])
  await the.clip({ number: 'arXiv:2311.99999v2', title: 'Beds by the window' })
  await lookUp(the.slug)
  expect((await askedAbout('10.48550/arxiv.2311.99999')).map(({ host }) => host)).toEqual(['api.datacite.org', 'api.unpaywall.org'])
})
