import { expect, test } from 'vitest'
import type { IdeasReply } from '../../shared/api/bank.ts'
import type { FacetsReply } from '../../shared/api/facets.ts'
import { asBrowser, makeNetwork } from './network.ts'

test('[R6] every choice of every facet leaves as many ideas as its count, with and without a search', async () => {
  const { coordinator, slug } = await makeNetwork('facets').then((people) => ({ ...people, slug: people.admin.slug }))
  const get = async <Reply>(path: string): Promise<Reply> => (await asBrowser(coordinator, `/v1/networks/${slug}${path}`)).json<Reply>()
  const mutations = Array.from({ length: 30 }, (_, index) => ({
    id: crypto.randomUUID(),
    name: 'proposeIdea',
    args: {
      idea: crypto.randomUUID(),
      change: `Weigh infants ${index % 2 === 0 ? 'at noon' : 'daily'}`,
      problem: 'P',
      topic: ['feeding', 'lines', ''][index % 3],
      site: ['ash', 'elm'][index % 2],
    },
  }))
  const more = mutations.slice(0, 12).flatMap(({ args: { idea } }, index) => [
    ...(index % 3 === 0
      ? [{ id: crypto.randomUUID(), name: 'endIdea', args: { idea, as: 'declined', reason: 'already-done', sentence: 'Done.' } }]
      : [
          {
            id: crypto.randomUUID(),
            name: 'classifyIdea',
            args: { idea, pathway: index % 2 ? 'incubator' : 'single-site', override: 'Go.' },
          },
        ]),
    {
      id: crypto.randomUUID(),
      name: 'clipEvidence',
      args: {
        evidence: crypto.randomUUID(),
        citation: { type: 'article-journal' },
        kind: index % 4 === 0 ? null : index % 2 ? 'randomised-trial' : 'before-after',
        ideas: [idea],
      },
    },
  ])
  const body = JSON.stringify({ mutations: [...mutations, ...more] })
  const { results } = await (
    await asBrowser(coordinator, `/v1/networks/${slug}/mutations`, { method: 'POST', body })
  ).json<{ results: { status: string }[] }>()
  expect(results.every(({ status }) => status === 'ok')).toBe(true)
  let choices = 0
  for (const query of [
    '',
    'q=noon',
    'site=ash',
    'pathway=none&topic=feeding',
    'disposition=all&q=weigh&level=2',
    'disposition=all&level=unsaid',
  ]) {
    const { facets, cut } = await get<FacetsReply>(`/facets?${query}`)
    expect(cut).toEqual([])
    for (const [name, counts] of Object.entries(facets))
      for (const [key, count] of Object.entries(counts)) {
        if (key === '') continue
        const asked = new URLSearchParams(query)
        asked.set(name, key)
        const { total, rows } = await get<IdeasReply>(`/ideas?${asked.toString()}&limit=200`)
        expect([query, name, key, total, rows.length]).toEqual([query, name, key, count, count])
        choices += 1
      }
  }
  expect(choices).toBeGreaterThan(50)
})
