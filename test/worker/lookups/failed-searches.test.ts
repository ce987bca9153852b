import { expect, test } from 'vitest'
import type { TriedReply } from '../../../shared/api/new-evidence.ts'
import { ask, askedAbout, inBank } from './looking-up.ts'
import { publish, searchAll, searchingNetwork, searchPart, titlesIn } from './searching.ts'

const hour = 60 * 60 * 1000

const breakers = (slug: string) =>
  inBank(slug, (sql) =>
    sql.exec<{ failures: number; rests: number }>('SELECT failures, rests FROM lookup_service ORDER BY service').toArray(),
  )
const dues = (slug: string) =>
  inBank(slug, (sql) =>
    sql
      .exec<{ due: number }>('SELECT due FROM idea_question')
      .toArray()
      .map(({ due }) => due),
  )

test.each([
  ['refused', 1, false],
  ['gone', 1, false],
  ['page', 1, false],
  ['refused', 2, false],
  ['page', 2, true],
  ['down', 1, true],
  ['limited', 1, true],
])('[K21] %s for %i questions: whether the services rest for all is %s', async (mode, questions, rests) => {
  const the = await searchingNetwork(`rests-${mode}-${questions}`, { searches: false })
  await the.asks(`rests${mode}`)
  if (questions > 1) {
    const idea = crypto.randomUUID()
    await ask(the.contributor, 'proposeIdea', { idea, change: 'Weigh infants at night.' })
    await ask(the.coordinator, 'setEvidenceQuestion', { idea, question: the.question(`another${mode}`) })
  }
  await searchPart(the.slug, { mode })
  const states = await breakers(the.slug)
  expect(states).toHaveLength(2)
  for (const state of states) {
    expect(state.failures > 0).toBe(rests)
    expect(state.rests > Date.now()).toBe(rests)
  }
  const isTomorrow = mode !== 'down' && mode !== 'limited'
  for (const due of await dues(the.slug)) expect(due > Date.now() + 23 * hour).toBe(isTomorrow)
})

test('[K21] a search that PubMed cannot run is asked there once a day; what Europe PMC finds is read at PubMed all the same', async () => {
  const word = 'unsearchableone'
  await publish(word, [{ pmid: '39900101', title: 'Found elsewhere' }])
  const the = await searchingNetwork('search-unsearchable')
  await the.asks(word)
  await searchAll(the.slug)
  const reply = await the.found()
  expect(titlesIn(reply)).toEqual(['Found elsewhere'])
  expect(reply.services).toMatchObject([
    { service: 'pubmed', failed: true, at: 0 },
    { service: 'europepmc', failed: false },
  ])
  expect((await dues(the.slug))[0]).toBeGreaterThan(Date.now() + 23 * hour)
  expect(await askedAbout('39900101')).toHaveLength(1)
  expect((await breakers(the.slug)).map(({ rests }) => rests)).toEqual([0, 0])
  const post = { method: 'POST', body: JSON.stringify({ search: word }) }
  expect((await the.json(the.contributor, 'searches', post)).body).toMatchObject({
    services: [{ failed: true }, { failed: false, count: 1 }],
  })
  expect((await breakers(the.slug)).map(({ rests }) => rests)).toEqual([0, 0])
})

test('[K20] a search that is sent again is no longer called refused', async () => {
  const word = 'refusedonce'
  await publish(word, [{ pmid: '39900201', title: 'Sent' }])
  const the = await searchingNetwork('search-refused-once')
  await the.asks(word)
  await inBank(the.slug, (sql) => sql.exec(`UPDATE idea_question SET state = '{"refused":true}'`))
  expect(await the.found()).toMatchObject({ state: 'refused' })
  await searchAll(the.slug)
  expect(await the.found()).toMatchObject({ state: 'found', waiting: 1 })
})

test('[K20] tries use a tenth of a day’s budget, and those that are not asked use none', async () => {
  const word = 'trieddaily'
  await publish(word, [{ pmid: '39900301' }])
  const the = await searchingNetwork('search-tries')
  const today = Math.floor(Date.now() / (24 * hour))
  await inBank(the.slug, (sql) =>
    sql.exec("INSERT INTO lookup_service (service, day, used, failures, rests, tried) VALUES ('pubmed', ?, 198, 0, 0, 99)", today),
  )
  const tried = async (): Promise<TriedReply> =>
    (await the.json(the.contributor, 'searches', { method: 'POST', body: JSON.stringify({ search: word }) })).body as TriedReply
  expect(await tried()).toMatchObject({ services: [{ service: 'pubmed', failed: false, count: 1 }, { failed: false }] })
  for (const _ of [1, 2]) expect(await tried()).toMatchObject({ services: [{ failed: true }, { failed: false, count: 1 }] })
  const used = await inBank(the.slug, (sql) => sql.exec('SELECT service, used, tried FROM lookup_service ORDER BY service').toArray())
  expect(used).toEqual([
    { service: 'europepmc', used: 6, tried: 3 },
    { service: 'pubmed', used: 200, tried: 100 },
  ])
  await inBank(the.slug, (sql) => sql.exec('UPDATE lookup_service SET day = day - 1'))
  expect(await tried()).toMatchObject({ services: [{ failed: false }, { failed: false }] })
})
