import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { evidenceStanding } from '../../../shared/rules/evidence-standing.ts'
import { ask as askService } from '../../../worker/lookups/request.ts'
import { asBrowser, asDevice, requestOf } from '../network.ts'
import { askedServices } from '../../../shared/lookups/assertion.ts'
import { ask, askedAbout, asking, clipIn, goBy, inBank, lookUp, lookUpInVain, lookUpOnce } from './looking-up.ts'

const day = 24 * 60 * 60 * 1000

test('[K1] while look-ups are off nothing is asked', async () => {
  const the = await asking('lookup-off', undefined, false)
  const id = await the.clip({ DOI: '10.5555/retracted.off' })
  await lookUpOnce(the.slug)
  await the.clip({ PMID: '39990001' })
  await goBy(the.slug, 8 * day)
  await lookUpOnce(the.slug)
  expect(await askedAbout('retracted.off')).toEqual([])
  expect((await clipIn(the.slug, id)).lookedUp).toBeUndefined()
  // Every request is counted before it is made.
  const counted = await inBank(the.slug, (sql) =>
    sql.exec('SELECT (SELECT count(*) FROM lookup_item) AS items, (SELECT coalesce(sum(used), 0) FROM lookup_service) AS requests').one(),
  )
  expect(counted).toEqual({ items: 0, requests: 0 })
})

test('[K1] [K4] a retracted paper: what leaves is its identifier and the operator’s address, what comes is kept with the clip', async () => {
  const the = await asking('lookup-retracted')
  const id = await the.clip({ DOI: '10.5555/retracted.7', title: 'Our own title of on 10.5555/retracted.7' })
  await lookUp(the.slug)
  const item = await clipIn(the.slug, id)
  expect(evidenceStanding(item)).toMatchObject({ is: 'retracted', confirmed: true, disagree: false, date: '2026-05-04' })
  expect(item.citation).toMatchObject({
    title: 'Our own title of on 10.5555/retracted.7',
    volume: '7',
    'container-title': 'Annals of Made Up Wards',
  })
  expect(item.lookedUp).toMatchObject({
    filled: { volume: 'crossref', PMID: 'pubmed' },
    openLink: expect.stringMatching(/^https:\/\/open\.example/),
  })
  for (const format of ['ris', 'bibtex', 'csl-json']) {
    const file = await asBrowser(the.coordinator, `/v1/networks/${the.slug}/export/references/${format}?of=network`)
    expect(await file.text()).toContain('Retracted or withdrawn')
  }
  const asked = await askedAbout('retracted.7')
  expect(new Set(asked.map(({ host }) => host))).toEqual(new Set(['api.crossref.org', 'www.ebi.ac.uk', 'api.unpaywall.org']))
  for (const { address, userAgent } of asked) {
    expect(`${decodeURIComponent(address)} ${userAgent}`).not.toMatch(/lookup-retracted|contributor|Our own title|site-1/)
    expect(userAgent).toBe('Gleaner (mailto:operator@hospital.example)')
  }
})

test('[K10] what a computer’s policy forbids to look up is not asked about, until somebody clips it elsewhere', async () => {
  const the = await asking('lookup-forbidden', ['crossref'])
  const forbidden = crypto.randomUUID()
  const citation = { type: 'article-journal', DOI: '10.5555/retracted.forbidden' }
  await ask(the.contributor, 'clipEvidence', { evidence: forbidden, citation, ideas: [], noLookup: true })
  await lookUp(the.slug)
  expect(await askedAbout('retracted.forbidden')).toEqual([])
  expect((await clipIn(the.slug, forbidden)).lookedUp).toBeUndefined()
  const elsewhere = await the.clip({ DOI: '10.5555/retracted.forbidden' })
  await lookUp(the.slug)
  for (const id of [forbidden, elsewhere]) expect(evidenceStanding(await clipIn(the.slug, id)).is).toBe('retracted')
  const asked = (await askedAbout('retracted.forbidden')).length
  await ask(the.contributor, 'withdrawEvidence', { evidence: elsewhere })
  await goBy(the.slug, 8 * day)
  await lookUp(the.slug)
  expect(await askedAbout('retracted.forbidden')).toHaveLength(asked)
})

test('[K4] the history has one entry where something changed, and none where all is as it was', async () => {
  const the = await asking('lookup-again')
  await the.clip({ DOI: '10.5555/plain.1' })
  await lookUp(the.slug)
  const entries = (): Promise<number> =>
    inBank(the.slug, (sql) => Number(sql.exec("SELECT count(*) AS n FROM log WHERE name = 'recordLookup'").one()['n']))
  expect(await entries()).toBe(1)
  await goBy(the.slug, 8 * day)
  await lookUp(the.slug)
  expect(await entries()).toBe(1)
  expect((await askedAbout('10.5555/plain.1')).filter(({ host }) => host === 'api.crossref.org')).toHaveLength(2)
})

test('[K4] nobody but the network’s own object records a look-up, over sync neither', async () => {
  const the = await asking('lookup-forged', askedServices, false)
  const evidence = await the.clip({ DOI: '10.5555/plain.2' })
  const args = { evidence, said: [{ service: 'crossref', kind: 'retracted', asked: 1 }] }
  for (const member of [the.admin, the.coordinator, the.contributor]) {
    await expect(ask(member, 'recordLookup', args)).rejects.toThrow('recordLookup')
    const id = crypto.randomUUID()
    const body = JSON.stringify(requestOf(crypto.randomUUID(), [{ id, name: 'recordLookup', args, cseq: 1, at: Date.now() }]))
    const reply = await (
      await asDevice(member, `/v1/networks/${the.slug}/sync`, { method: 'POST', body })
    ).json<{ acks: { id: string }[] }>()
    expect(reply.acks.find((ack) => ack.id === id)).toMatchObject({ status: 'refused', code: 'forbidden' })
  }
  expect((await clipIn(the.slug, evidence)).lookedUp).toBeUndefined()
})

test.each(['slow', 'cut', 'broken', 'malformed', 'page', 'limited', 'inside', 'down', 'redirect', 'endless'])(
  '[K1] a service that is %s clears nobody, is asked again later and less and less often',
  async (mode) => {
    const the = await asking(`lookup-${mode}`, askedServices, false)
    const doi = `10.5555/retracted.${mode}`
    const id = await the.clip({ DOI: doi })
    await lookUpInVain(the.slug, mode, ['crossref', 'europepmc', 'pubmed'])
    const first = await askedAbout(`/mode/${mode}/`)
    expect(first.filter(({ host, address }) => host === 'api.crossref.org' && decodeURIComponent(address).includes(doi))).toHaveLength(1)
    expect(first.map(({ host }) => host)).not.toContain('elsewhere.example')
    expect((await clipIn(the.slug, id)).lookedUp).toBeUndefined()
    await lookUpInVain(the.slug, mode, ['crossref'])
    expect((await askedAbout(`/mode/${mode}/api.crossref.org`)).length).toBe(1)
    const rests = await inBank(the.slug, (sql) =>
      Number(sql.exec("SELECT rests FROM lookup_service WHERE service = 'crossref'").one()['rests']),
    )
    expect(rests).toBeGreaterThan(Date.now() + (mode === 'limited' ? 100_000 : 20_000))
    await goBy(the.slug, 7 * 60 * 60 * 1000)
    await the.switchOn()
    await lookUp(the.slug)
    expect(evidenceStanding(await clipIn(the.slug, id)).is).toBe('retracted')
  },
)

test('[K1] one item for which a service refuses a list is asked about alone, and spoils nothing for the others', async () => {
  const the = await asking('lookup-poison', askedServices, false)
  await the.clip({ DOI: '10.5555/plain.poison' })
  const other = await the.clip({ DOI: '10.5555/retracted.beside' })
  await lookUpInVain(the.slug, 'refused', ['crossref'])
  await goBy(the.slug, day)
  await the.switchOn()
  await lookUp(the.slug)
  expect(evidenceStanding(await clipIn(the.slug, other)).is).toBe('retracted')
  const lists = (await askedAbout('retracted.beside')).filter(
    ({ host, address }) => host === 'api.crossref.org' && !address.includes('filter='),
  )
  expect(lists).toHaveLength(1)
})

test('[K1] an item about which a service answers nothing that can be read is asked about alone, and waits a day; no other waits for it', async () => {
  const the = await asking('lookup-unreadable', ['crossref'], false)
  await the.clip({ DOI: '10.5555/poison.1' })
  const other = await the.clip({ DOI: '10.5555/retracted.by-poison' })
  await the.switchOn()
  await lookUp(the.slug)
  const alone = async (): Promise<number> => (await askedAbout('/works/10.5555/poison.1')).length
  for (let minutes = 0; minutes < 5; minutes += 1) {
    await goBy(the.slug, 120_000)
    await lookUp(the.slug)
  }
  expect(evidenceStanding(await clipIn(the.slug, other)).is).toBe('retracted')
  expect(await alone()).toBe(1)
  await goBy(the.slug, day / 2)
  await lookUp(the.slug)
  expect(await alone()).toBe(1)
  await goBy(the.slug, day)
  await lookUp(the.slug)
  expect(await alone()).toBe(2)
})

test('[K6] a clip is looked up once it cannot be undone any more, and one that takes the number of an undone one too', async () => {
  const the = await asking('lookup-undone', ['crossref'])
  const undone = await the.clip({ DOI: '10.5555/plain.undone' })
  await lookUpOnce(the.slug)
  expect(await askedAbout('plain.undone')).toEqual([])
  await ask(the.contributor, 'withdrawEvidence', { evidence: undone })
  await lookUp(the.slug)
  expect(await askedAbout('plain.undone')).toEqual([])
  const next = await the.clip({ DOI: '10.5555/retracted.after-undone' })
  await lookUp(the.slug)
  expect(evidenceStanding(await clipIn(the.slug, next)).is).toBe('retracted')
})

test('[K4] a further clip of a paper that was looked up is told at once, and nobody is asked again', async () => {
  const the = await asking('lookup-further', ['crossref', 'europepmc'])
  await the.clip({ DOI: '10.5555/retracted.further' })
  await lookUp(the.slug)
  const before = (await askedAbout('retracted.further')).length
  const second = await the.clip({ DOI: '10.5555/RETRACTED.further' })
  await lookUp(the.slug)
  expect(evidenceStanding(await clipIn(the.slug, second)).is).toBe('retracted')
  expect(await askedAbout('retracted.further')).toHaveLength(before)
})

test('[K6] an item is asked about in every week, on the day on which it is due', async () => {
  const the = await asking('lookup-weekly', ['crossref', 'pubmed'])
  for (let index = 0; index < 6; index += 1) await the.clip({ DOI: `10.5555/plain.weekly.${index}` })
  await lookUp(the.slug)
  // Without Europe PMC PubMed is searched for each PMID.
  expect((await askedAbout('plain.weekly')).filter(({ address }) => address.includes('esearch'))).toHaveLength(6)
  const last = await inBank(the.slug, (sql) => Number(sql.exec('SELECT max(due) AS due FROM lookup_item').one()['due']))
  expect(last - Date.now()).toBeLessThanOrEqual(7 * day)
  await goBy(the.slug, last - Date.now())
  await lookUp(the.slug)
  const asked = (await askedAbout('plain.weekly')).filter(({ host }) => host === 'api.crossref.org')
  for (let index = 0; index < 6; index += 1)
    expect(asked.filter(({ address }) => decodeURIComponent(address).includes(`plain.weekly.${index}`))).toHaveLength(2)
})

test.each([
  '10.5555/../../evil',
  '10.5555/a#b?c=d',
  '10.5555/x@evil.example/y',
  '10.5555//evil.example/z',
  '10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2',
  '10.5555/a,doi:10.5555/b',
  '10.5555/%2e%2e%2fq',
])('[K1] a hostile DOI stays a part of the path at the service: %s', async (DOI) => {
  const the = await asking(`lookup-hostile-${DOI.replace(/\W/g, '').toLowerCase().slice(-12)}`)
  const id = await the.clip({ DOI, title: 'A made up title' })
  const { citation } = await clipIn(the.slug, id)
  await lookUp(the.slug)
  const doi = (citation.DOI ?? 'nothing').toLowerCase()
  const asked = await askedAbout(doi)
  expect(asked.length).toBeGreaterThan(0)
  // The whole DOI is one part of the path, or one value of the query.
  for (const { address } of asked) {
    const [path = '', query = ''] = address.split('?')
    const last = decodeURIComponent(path.split('/').at(-1) ?? '')
    const values = [...new URLSearchParams(query).values()]
    expect(last === doi || values.some((value) => value === `doi:${doi}` || value.includes(`"${doi}"`)), address).toBe(true)
    expect(path.replace(encodeURIComponent(doi), '')).not.toContain('evil')
  }
  for (const { host } of asked)
    expect(['api.crossref.org', 'www.ebi.ac.uk', 'api.datacite.org', 'api.unpaywall.org', 'eutils.ncbi.nlm.nih.gov']).toContain(host)
})

test('[K1] an answer that asks to wait, and the address of the caller in it, is not read', async () => {
  const reply = await askService(`${env.LOOKUP_ADDRESS}/mode/limited/api.crossref.org/works/x`, 'operator@hospital.example', Date.now())
  expect(reply).toEqual({ status: 429, body: '', waitSeconds: 120 })
})

test('[K6] what is watched goes on after the object ended in the middle, each item once', async () => {
  const the = await asking('lookup-many', ['crossref'])
  for (let index = 0; index < 90; index += 1) await the.clip({ DOI: `10.5555/plain.many.${index}` })
  await lookUp(the.slug)
  const asked = (await askedAbout('plain.many')).flatMap(({ address }) => [
    ...decodeURIComponent(address).matchAll(/doi:(10\.5555\/plain\.many\.\d+)(?=,|&)/g),
  ])
  expect(asked).toHaveLength(90)
  expect(new Set(asked.map(([, doi]) => doi)).size).toBe(90)
})
