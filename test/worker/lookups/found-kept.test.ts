import { expect, test } from 'vitest'
import type { WaitingEvidenceReply } from '../../../shared/api/new-evidence.ts'
import { mostDismissed } from '../../../shared/domain/evidence-question.ts'
import { papersOfIdea } from '../../../worker/bank/lookups/found-papers.ts'
import { counted } from '../counted.ts'
import { ask, inBank } from './looking-up.ts'
import { publish, searchAll, searchingNetwork, titlesIn, weekGoesBy } from './searching.ts'

const day = 24 * 60 * 60 * 1000

const rowsOf = (slug: string, idea: string): Promise<unknown[]> =>
  inBank(slug, (sql) => sql.exec('SELECT number, pmid, doi, seen FROM found_paper WHERE idea = ? ORDER BY number', idea).toArray())

test('[K21] in other words a search keeps what it finds again, as old as it was, and forgets the rest once it was run', async () => {
  await publish('wordsbefore', [
    { pmid: '39910001', title: 'Both' },
    { pmid: '39910002', title: 'Before alone' },
  ])
  await publish('wordsafter', [
    { pmid: '39910001', title: 'Both' },
    { doi: '10.5555/after.1', title: 'After alone', at: ['europepmc'] },
  ])
  const the = await searchingNetwork('found-reworded')
  await the.asks('wordsbefore')
  await searchAll(the.slug)
  await weekGoesBy(the.slug)
  await the.asks('wordsafter')
  expect(titlesIn(await the.found())).toEqual(['Before alone', 'Both'])
  await searchAll(the.slug)
  const reply = await the.found(the.coordinator, Date.now() - 3 * day)
  expect(titlesIn(reply)).toEqual(['After alone', 'Both'])
  expect(reply.fresh).toBe(1)
})

test('[K21] an idea that is ended and reopened has found nothing anew; with an idea that is gone its papers go', async () => {
  const word = 'endedandback'
  await publish(word, [{ pmid: '39920001', title: 'There all the time' }])
  const the = await searchingNetwork('found-reopened')
  await the.asks(word)
  await searchAll(the.slug)
  await weekGoesBy(the.slug)
  const before = await rowsOf(the.slug, the.idea)
  expect(before).toHaveLength(1)
  await ask(the.coordinator, 'endIdea', { idea: the.idea, as: 'declined', reason: 'out-of-scope', sentence: 'Not now.' })
  expect(await the.found()).toMatchObject({ state: 'none', papers: [] })
  await ask(the.coordinator, 'reopenIdea', { idea: the.idea, reason: 'Again.' })
  await searchAll(the.slug)
  expect(await rowsOf(the.slug, the.idea)).toEqual(before)
  expect(await the.found(the.coordinator, Date.now() - 3 * day)).toMatchObject({ waiting: 1, fresh: 0 })
  const idea = crypto.randomUUID()
  const mutation = await ask(the.contributor, 'proposeIdea', { idea, change: 'Weigh infants at dusk.' })
  await inBank(the.slug, (sql) => sql.exec("INSERT INTO found_paper (idea, pmid, seen) VALUES (?, '39920002', 1)", idea))
  await ask(the.contributor, 'takeBack', { mutation })
  expect(await rowsOf(the.slug, idea)).toEqual([])
})

test('[K21] two papers of PubMed with one DOI stay two, week after week', async () => {
  const word = 'sharedoi'
  const doi = '10.5555/shared.1'
  await publish(word, [
    { pmid: '39930001', doi, title: 'One' },
    { pmid: '39930002', doi, title: 'Two' },
    { doi, title: 'By its DOI alone', at: ['europepmc'] },
  ])
  const the = await searchingNetwork('found-shared-doi')
  await the.asks(word)
  await searchAll(the.slug)
  expect(titlesIn(await the.found())).toEqual(['One', 'Two'])
  await weekGoesBy(the.slug)
  const before = await rowsOf(the.slug, the.idea)
  expect(before).toHaveLength(2)
  await searchAll(the.slug)
  expect(await rowsOf(the.slug, the.idea)).toEqual(before)
  expect((await the.found(the.coordinator, Date.now() - 3 * day)).fresh).toBe(0)
})

test('[K22] beyond the 300 that an idea names a dismissed paper stays dismissed, and an undo gives back the right one', async () => {
  const word = 'dismissedlong'
  await publish(word, [
    { pmid: '39950001', title: 'Oldest' },
    { pmid: '39950002', title: 'Newest', doi: '10.5555/newest.1' },
    { pmid: '39950003', title: 'Waiting' },
  ])
  const the = await searchingNetwork('found-dismissed')
  await the.asks(word)
  await searchAll(the.slug)
  const dismiss = (pmid: string, more = {}) => ask(the.coordinator, 'dismissPaper', { idea: the.idea, paper: { pmid }, ...more })
  const named = (): Promise<number> =>
    inBank(the.slug, (sql) =>
      Number(
        sql.exec("SELECT json_array_length(body, '$.dismissedPapers') AS n FROM entity WHERE kind = 'idea' AND id = ?", the.idea).one()[
          'n'
        ],
      ),
    )
  await dismiss('39950001')
  for (let number = 1; number < mostDismissed; number += 1) await dismiss(String(number))
  expect(await named()).toBe(mostDismissed)
  const mutation = await dismiss('39950002')
  expect(await named()).toBe(mostDismissed)
  expect(titlesIn(await the.found())).toEqual(['Waiting'])
  await ask(the.coordinator, 'takeBack', { mutation })
  expect(titlesIn(await the.found())).toEqual(['Newest', 'Waiting'])
  await dismiss('39950002')
  await dismiss('39950002', { dismiss: false })
  expect(titlesIn(await the.found())).toEqual(['Newest', 'Waiting'])
  await weekGoesBy(the.slug)
  await the.asks(`${word} OR more`)
  await searchAll(the.slug)
  expect(titlesIn(await the.found())).toEqual(['Newest', 'Waiting'])
  expect((await the.json(the.contributor, 'new-evidence?since=0')).body).toMatchObject({ ideas: [{ waiting: 2 }] })
}, 60_000)

test('[K21] what one idea found is read without what others found', async () => {
  const the = await searchingNetwork('found-many')
  const read = await inBank(the.slug, (sql, { storage }) => {
    sql.exec(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
       INSERT INTO found_paper (idea, pmid, seen, record) SELECT iif(i = 1, ?, 'other' || (i % 20)), i, 1, '{"citation":{}}' FROM n`,
      the.idea,
    )
    const one = counted(storage)
    const papers = papersOfIdea(one.storage.sql, the.idea)
    return { papers, rows: Object.values(one.read()).reduce((sum, rows) => sum + rows, 0) }
  })
  expect(read.papers).toMatchObject([{ ids: { pmid: '1' } }])
  expect(read.rows).toBeGreaterThan(0)
  expect(read.rows).toBeLessThan(10)
})

test('[K22] the list of ideas counts what the idea’s own list has', async () => {
  const word = 'countedpapers'
  await publish(word, [
    { pmid: '39940001', doi: '10.5555/counted.1', title: 'A trial', types: ['Journal Article', 'Randomized Controlled Trial'] },
    { pmid: '39940002', title: 'Dismissed' },
    { pmid: '39940003', title: 'Clipped' },
    { pmid: '39940004', title: 'A notice', types: ['Retraction Notice'] },
    { doi: '10.5555/counted.5', title: 'A preprint', at: ['europepmc'] },
  ])
  const the = await searchingNetwork('found-counted')
  await the.asks(word)
  await searchAll(the.slug)
  // Dismissed under a DOI that the service does not name.
  await ask(the.coordinator, 'dismissPaper', { idea: the.idea, paper: { pmid: '39940002', doi: '10.5555/counted.preprint' } })
  const citation = { type: 'article-journal', PMID: '39940003' }
  await ask(the.coordinator, 'clipEvidence', { evidence: crypto.randomUUID(), citation, ideas: [the.idea] })
  const counted = async (since: number) =>
    ((await the.json(the.contributor, `new-evidence?since=${since}`)).body as WaitingEvidenceReply).ideas
  for (const [since, fresh, randomised] of [
    [0, 2, 1],
    [Date.now() + day, 0, 0],
  ] as const) {
    expect(await counted(since)).toEqual([{ id: the.idea, change: 'Weigh infants at noon.', waiting: 2, fresh, randomised }])
    expect(await the.found(the.contributor, since)).toMatchObject({ waiting: 2, fresh, randomised })
  }
  await inBank(the.slug, (sql) => sql.exec("UPDATE found_paper SET offer = 0 WHERE pmid = '39940001'"))
  expect(await counted(0)).toMatchObject([{ waiting: 1 }])
  // What is said of a paper is judged again once it was asked for.
  await weekGoesBy(the.slug)
  await searchAll(the.slug)
  expect(await counted(0)).toMatchObject([{ waiting: 2, randomised: 1 }])
})
