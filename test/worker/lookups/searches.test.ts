import { expect, test } from 'vitest'
import type { TriedReply, WaitingEvidenceReply } from '../../../shared/api/new-evidence.ts'
import { ask, askedAbout, inBank, lookUpOnce } from './looking-up.ts'
import { publish, searchAll, searchingNetwork, searchPart, titlesIn, weekGoesBy } from './searching.ts'

const day = 24 * 60 * 60 * 1000

test.each([
  ['look-ups are off', { on: false }, 'nothing-off'],
  ['searches may not leave', { searches: false }, 'nothing-searches'],
  ['no service that is searched may be asked', { services: ['crossref'] }, 'nothing-services'],
])(
  '[K21] while %s no search is sent',
  async (_, setting, word) => {
    const the = await searchingNetwork(word, setting)
    await the.asks(word)
    await lookUpOnce(the.slug)
    await lookUpOnce(the.slug)
    expect(await askedAbout(word)).toEqual([])
    expect(await the.found()).toMatchObject({ state: 'off', papers: [] })
    const tried = await the.json(the.coordinator, 'searches', { method: 'POST', body: JSON.stringify({ search: word }) })
    expect(tried).toMatchObject({ status: 409 })
    expect(await askedAbout(word)).toEqual([])
  },
  20_000,
)

test('[K21] what leaves is the search and the operator’s address; one paper of both services is one; what was there before is not new', async () => {
  const word = 'noonweighing'
  await publish(word, [
    {
      pmid: '39100001',
      doi: '10.5555/noon.1',
      title: 'Weighing infants: a randomised trial',
      types: ['Journal Article', 'Randomized Controlled Trial'],
    },
    { pmid: '39100002', title: 'Weighing infants at noon', at: ['pubmed'] },
    { doi: '10.5555/noon.3', title: 'Weighing infants: a preprint', at: ['europepmc'], types: ['Preprint'] },
    { pmid: '39100004', title: 'Long before', added: '2020-01-01' },
    { pmid: '39100005', title: 'Weighing infants', types: ['Retraction Notice'] },
  ])
  const the = await searchingNetwork('search-leaves')
  await the.asks(`infants AND ${word}`)
  await searchAll(the.slug)
  const reply = await the.found()
  expect(titlesIn(reply)).toEqual(['Weighing infants at noon', 'Weighing infants: a preprint', 'Weighing infants: a randomised trial'])
  expect(reply).toMatchObject({ state: 'found', waiting: 3, fresh: 3, randomised: 1 })
  expect(reply.papers[0]).toMatchObject({ kind: 'randomised-trial', level: 2, ids: { pmid: '39100001', doi: '10.5555/noon.1' } })
  expect(reply.papers[0]?.citation).toMatchObject({ 'container-title': 'Annals of Made Up Wards', DOI: '10.5555/noon.1' })
  const asked = await askedAbout(word)
  expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(['eutils.ncbi.nlm.nih.gov', 'www.ebi.ac.uk']))
  for (const { address, userAgent } of asked) {
    expect(`${decodeURIComponent(address)} ${userAgent}`).not.toMatch(
      /search-leaves|coordinator|contributor|Weigh infants|weighing at noon/,
    )
    expect(userAgent).toBe('Gleaner (mailto:operator@hospital.example)')
  }
})

test('[K21] a second week finds what is new, once, and asks again what PubMed says of what waits', async () => {
  const word = 'secondweek'
  await publish(word, [{ pmid: '39200001', title: 'First', doi: '10.5555/second.1' }])
  const the = await searchingNetwork('search-twice')
  await the.asks(word)
  await searchAll(the.slug)
  await weekGoesBy(the.slug)
  await publish(word, [{ pmid: '39200002', title: 'Second', doi: '10.5555/second.2' }])
  await searchAll(the.slug)
  await weekGoesBy(the.slug)
  await searchAll(the.slug)
  const reply = await the.found(the.coordinator, Date.now() - 10 * day)
  expect(titlesIn(reply)).toEqual(['First', 'Second'])
  expect(reply).toMatchObject({ waiting: 2, fresh: 1 })
  expect((await askedAbout('39200001')).length).toBe(3)
})

test('[K21] killed after each request it goes on where it was, and asks nothing twice', async () => {
  const word = 'killedsearch'
  await publish(
    word,
    Array.from({ length: 150 }, (_, index) => ({
      pmid: String(39_300_000 + index),
      doi: `10.5555/killed.${index}`,
      title: `Number ${index}`,
    })),
  )
  const the = await searchingNetwork('search-killed')
  await the.set({ searches: false })
  await the.asks(word)
  for (let part = 0; part < 8; part += 1) await searchPart(the.slug, { requests: 1 })
  await the.set({ searches: true })
  const reply = await the.found()
  expect(reply.waiting).toBe(150)
  const asked = await askedAbout(word)
  expect(asked.filter(({ host }) => host === 'eutils.ncbi.nlm.nih.gov')).toHaveLength(1)
  expect(asked.filter(({ host }) => host === 'www.ebi.ac.uk')).toHaveLength(2)
  expect(await askedAbout('39300149')).toHaveLength(1)
})

test('[K22] what was dismissed or clipped is not offered again, and comes back where that is undone', async () => {
  const word = 'dismissing'
  await publish(word, [
    { pmid: '39400001', title: 'One', doi: '10.5555/dismiss.1' },
    { pmid: '39400002', title: 'Two' },
    { pmid: '39400003', title: 'Three' },
  ])
  const the = await searchingNetwork('search-dismiss')
  await the.asks(word)
  await searchAll(the.slug)
  await ask(the.coordinator, 'dismissPaper', { idea: the.idea, paper: { pmid: '39400001' } })
  const mutation = await ask(the.coordinator, 'dismissPaper', { idea: the.idea, paper: { pmid: '39400003' } })
  const evidence = crypto.randomUUID()
  await ask(the.coordinator, 'clipEvidence', { evidence, citation: { type: 'article-journal', PMID: '39400002' }, ideas: [the.idea] })
  expect((await the.found()).papers).toEqual([])
  await ask(the.coordinator, 'takeBack', { mutation })
  expect(titlesIn(await the.found())).toEqual(['Three'])
  await weekGoesBy(the.slug)
  await searchAll(the.slug)
  await ask(the.coordinator, 'setEvidenceQuestion', { idea: the.idea, question: null })
  await the.asks(`${word} `)
  await searchAll(the.slug)
  expect(titlesIn(await the.found())).toEqual(['Three'])
  await ask(the.coordinator, 'dismissPaper', { idea: the.idea, paper: { doi: '10.5555/dismiss.1', pmid: '39400001' }, dismiss: false })
  expect(titlesIn(await the.found())).toEqual(['One', 'Three'])
})

test('[K20] a search that may identify a patient is kept nowhere and sent nowhere', async () => {
  const the = await searchingNetwork('search-patient')
  const search = 'weighing AND "MRN 4417629"'
  await expect(ask(the.coordinator, 'setEvidenceQuestion', { idea: the.idea, question: the.question(search) })).rejects.toThrow('patient')
  const tried = await the.json(the.coordinator, 'searches', { method: 'POST', body: JSON.stringify({ search }) })
  expect(tried).toMatchObject({ status: 400, body: { error: 'patient-information' } })
  // As it would stand in an archive that another server made.
  await inBank(the.slug, (sql) => {
    const question = JSON.stringify({ ...the.question(search), at: Date.now() })
    sql.exec("UPDATE entity SET body = json_set(body, '$.evidenceQuestion', json(?)) WHERE kind = 'idea' AND id = ?", question, the.idea)
    sql.exec('INSERT INTO idea_question (idea, search, since, due) VALUES (?, ?, ?, ?)', the.idea, search, Date.now(), Date.now())
  })
  await searchAll(the.slug)
  expect(await askedAbout('4417629')).toEqual([])
  expect(await the.found()).toMatchObject({ state: 'refused' })
})

test.each(['slow', 'cut', 'malformed', 'page', 'limited', 'inside', 'down', 'refused', 'gone', 'redirect', 'endless'])(
  '[K21] a service that is %s finds nothing, forgets nothing, and is asked again',
  async (mode) => {
    const word = `hostile${mode}`
    await publish(word, [{ pmid: `395${word.length}${mode.charCodeAt(0)}`, title: 'There' }])
    const the = await searchingNetwork(`search-${mode}`, { searches: false })
    await the.asks(word)
    await searchPart(the.slug, { mode })
    const failed = (await askedAbout(`/mode/${mode}/`)).filter(({ address }) => address.includes(word))
    expect(failed.map(({ host }) => host).toSorted()).toEqual(['eutils.ncbi.nlm.nih.gov', 'www.ebi.ac.uk'])
    await the.set({ searches: true })
    expect(await the.found()).toMatchObject({
      papers: [],
      services: [
        { failed: true, at: 0 },
        { failed: true, at: 0 },
      ],
    })
    await inBank(the.slug, (sql) => sql.exec('UPDATE lookup_service SET rests = 0'))
    await inBank(the.slug, (sql) => sql.exec('UPDATE idea_question SET due = 0'))
    await searchAll(the.slug)
    expect(titlesIn(await the.found())).toEqual(['There'])
  },
  30_000,
)

test('[K21] of more than 200 the newest are read, and it is said', async () => {
  const word = 'toowide'
  await publish(
    word,
    Array.from({ length: 450 }, (_, index) => ({ pmid: String(39_600_000 + index), title: `Number ${index}` })),
  )
  const the = await searchingNetwork('search-wide')
  await the.asks(word)
  await searchAll(the.slug)
  const reply = await the.found()
  expect(reply.papers).toHaveLength(50)
  expect(reply.waiting).toBe(200)
  expect(reply.services.map(({ tooMany, count }) => [tooMany, count])).toEqual([
    [true, 450],
    [true, 450],
  ])
})

test('[K20] a search can be tried: how many there are, how PubMed understood it, what it does not have', async () => {
  const word = 'triedsearch'
  await publish(word, [{ pmid: '39700001', added: '2019-02-03' }, { pmid: '39700002' }])
  const the = await searchingNetwork('search-tried')
  const post = async (search: unknown) => {
    const { status, body } = await the.json(the.contributor, 'searches', { method: 'POST', body: JSON.stringify({ search }) })
    return { status, body: body as TriedReply }
  }
  const { body } = await post(`${word} OR zzqqxy`)
  expect(body.services).toMatchObject([
    { service: 'pubmed', count: 2, lastYear: 1, notFound: ['zzqqxy'], failed: false, understood: expect.stringContaining(word) },
    { service: 'europepmc', count: 2, lastYear: 1, failed: false },
  ])
  expect((await post(`${word} AND 2020[dp]`)).body.services[1]).toMatchObject({ unknown: true, failed: false })
  for (const wrong of ['', '(x y', 7, null, 'x'.repeat(700)]) expect((await post(wrong)).status).toBe(400)
  expect(await inBank(the.slug, (sql) => sql.exec('SELECT * FROM found_paper').toArray())).toEqual([])
})

test('[K21] [K22] members see what waits in their own network and nobody else’s', async () => {
  const word = 'ownnetwork'
  await publish(word, [{ pmid: '39800001', title: 'Seen here' }])
  const [the, others] = [await searchingNetwork('search-own'), await searchingNetwork('search-others')]
  await the.asks(word)
  await searchAll(the.slug)
  const waiting = async (member = the.contributor) => ((await the.json(member, 'new-evidence?since=0')).body as WaitingEvidenceReply).ideas
  expect(await waiting()).toEqual([{ id: the.idea, change: 'Weigh infants at noon.', waiting: 1, fresh: 1, randomised: 0 }])
  expect(await waiting(others.coordinator)).toEqual([])
  expect((await the.json(others.coordinator, `ideas/${the.idea}/new-evidence`)).status).toBe(404)
  const elsewhere = await the.json({ ...others.coordinator, slug: the.slug }, `ideas/${the.idea}/new-evidence`)
  expect(elsewhere.status).toBe(404)
})

test('[K21] an idea that has ended asks no more; reopened it asks again', async () => {
  const word = 'endedidea'
  const the = await searchingNetwork('search-ended')
  await the.asks(word)
  const rows = (): Promise<unknown[]> => inBank(the.slug, (sql) => sql.exec('SELECT idea FROM idea_question').toArray())
  expect(await rows()).toHaveLength(1)
  await ask(the.coordinator, 'endIdea', { idea: the.idea, as: 'declined', reason: 'out-of-scope', sentence: 'Not now.' })
  expect(await rows()).toHaveLength(0)
  await ask(the.coordinator, 'reopenIdea', { idea: the.idea, reason: 'Again.' })
  expect(await rows()).toHaveLength(1)
})
