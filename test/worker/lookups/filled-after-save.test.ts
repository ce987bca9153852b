import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Evidence } from '../../../shared/domain/entities.ts'
import type { PageReply } from '../../../shared/sync/protocol.ts'
import { requestOf, sync, type TestMember } from '../network.ts'
import { askedAbout, asking, lookUp } from './looking-up.ts'

const searched = await fetch(
  `${env.LOOKUP_ADDRESS}/eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?term=${encodeURIComponent('"10.5555/plain.bare-pmid"[doi]')}`,
)
const { esearchresult } = await searched.json<{ esearchresult: { idlist: string[] } }>()
const [PMID = ''] = esearchresult.idlist

const page = async (member: TestMember, request: ReturnType<typeof requestOf>): Promise<PageReply> => {
  const reply = await sync(member, request)
  if ('control' in reply) throw new Error(reply.control)
  return reply
}

test.each([
  ['a DOI', { DOI: '10.5555/plain.bare-doi' }, '10.5555/plain.bare-doi'],
  ['a PMID', { PMID }, '10.5555/plain.bare-pmid'],
  ['a PDF with a DOI in it', { DOI: '10.5555/plain.bare-pdf', URL: 'https://journal.example/paper.pdf' }, '10.5555/plain.bare-pdf'],
])('[K11] a clip of %s is saved before anybody is asked, and has its citation after the next sync', async (what, bare, doi) => {
  const the = await asking(`filled-${what.replace(/\W/g, '').toLowerCase()}`, ['crossref', 'europepmc', 'pubmed'])
  const [replica, evidence] = [crypto.randomUUID(), crypto.randomUUID()]
  const args = { evidence, citation: { type: 'article-journal', ...bare }, ideas: [] }
  const clip = { id: crypto.randomUUID(), name: 'clipEvidence', args, cseq: 1, at: Date.now() }
  const saved = await page(the.contributor, requestOf(replica, [clip]))
  expect(saved.acks.find(({ id }) => id === clip.id)?.status).toBe('ok')
  const ofNetwork = async () => (await askedAbout(doi)).filter(({ userAgent }) => userAgent.startsWith('Gleaner'))
  expect(await ofNetwork()).toEqual([])
  await lookUp(the.slug)
  const next = await page(the.contributor, requestOf(replica, [], saved.cursor))
  const row = next.rows.find(({ kind, id }) => kind === 'evidence' && id === evidence)
  const kept = row?.value as Evidence | undefined
  expect(kept?.citation).toMatchObject({ ...bare, title: `On ${doi}`, 'container-title': 'Annals of Made Up Wards' })
  expect(kept?.lookedUp?.filled).toHaveProperty('title')
})
