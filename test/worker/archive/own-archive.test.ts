import { parse } from 'csv-parse/sync'
import { env } from 'cloudflare:workers'
import { strFromU8 } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { type OwnHead, type OwnKind, ownKinds } from '../../../shared/archive/own-archive.ts'
import type { Role } from '../../../shared/domain/entities.ts'
import { eachPage } from '../../../worker/bank/rows/read-page.ts'
import { stubOf } from '../large-bank.ts'
import { asBrowser, asDevice, makeNetwork, proposal, requestOf, sync, type TestMember } from '../network.ts'
import { hex } from './archive-files.ts'
import { type OwnFiles, takeOwn } from './own-files.ts'

const formula = '=HYPERLINK("https://example.org","Look")'
const doi = '10.5555/own.1'
let members: Record<Role, TestMember>
let me: TestMember
let own: OwnFiles

const asked = (cseq: number, name: string, args: object) => ({ id: crypto.randomUUID(), cseq, name, at: 0, args })
const clip = (cseq: number, title: string, ideas: string[]) =>
  asked(cseq, 'clipEvidence', {
    evidence: crypto.randomUUID(),
    citation: {
      type: 'article-journal',
      title,
      DOI: doi,
      author: [{ family: 'Oak', given: 'Pat' }],
      issued: { 'date-parts': [[2020, 3]] },
    },
    kind: 'opinion',
    ideas,
  })

beforeAll(async () => {
  members = await makeNetwork('own')
  me = members.contributor
  const idea = proposal(1, formula)
  const { idea: id } = idea.args as { idea: string }
  await sync(
    me,
    requestOf(crypto.randomUUID(), [
      idea,
      clip(2, formula, [id]),
      // The same work a second time: it is one reference.
      clip(3, formula, []),
      asked(4, 'commentIdea', { comment: crypto.randomUUID(), idea: id, text: 'We begin on Monday.', question: false }),
    ]),
  )
  // What others say of it is theirs.
  await sync(
    members['site-lead'],
    requestOf(crypto.randomUUID(), [
      asked(1, 'commentIdea', { comment: crypto.randomUUID(), idea: id, text: 'Said by another.', question: false }),
      asked(2, 'setStance', { idea: id, site: 'site-1', stance: 'interested' }),
      clip(3, 'Clipped by another', [id]),
    ]),
  )
  own = await takeOwn(me)
})

const textOf = (name: string, of = own): string => strFromU8(of.files[name] ?? new Uint8Array())
const tableOf = (name: string, of = own): Record<string, string>[] =>
  parse(textOf(name, of), { columns: true, bom: true, record_delimiter: '\r\n' })

test('[O95] a person’s own data are all that the bank and the directory hold of them, line by line', async () => {
  const bank = await stubOf('own')
  const kinds: [OwnKind, string[]][] = []
  for (const kind of ownKinds) {
    const texts: string[] = []
    for await (const rows of eachPage((after) => bank.ownRows(me.person, kind, after))) texts.push(...rows)
    kinds.push([kind, texts])
  }
  for (const [kind, texts] of kinds) expect(own.networks['own']?.[kind], kind).toEqual(texts.map((text) => JSON.parse(text) as unknown))
  expect(kinds.map(([kind, { length }]) => [kind, length])).toEqual([
    ['ideas', 1],
    ['evidence', 2],
    ['stances', 0],
    ['comments', 1],
    ['kept', 0],
    ['log', 5],
  ])
  const { results: audit } = await env.DIRECTORY.prepare(
    'SELECT at, network, action, subject, detail, source FROM audit WHERE person = ?1 OR subject = ?1 ORDER BY number',
  )
    .bind(me.person)
    .all()
  expect(own.account['audit']).toEqual(audit)
  expect(own.account['person']).toEqual([{ id: me.person, name: 'The contributor of own', since: expect.any(Number) }])
  expect(own.account['memberships']).toMatchObject([{ slug: 'own', network: 'Network own', role: 'contributor', status: 'active' }])
  expect(own.text).not.toContain('by another')
  expect(own.text).not.toContain(members['site-lead'].person)
})

test('[O95] the archive of a person has check sums, counts, instructions in two languages, and metadata by RO-Crate 1.2 for each file', async () => {
  const sums = textOf('manifest-sha256.txt').trimEnd().split('\n')
  for (const [name, content] of Object.entries(own.files))
    if (name !== 'manifest-sha256.txt') expect(sums).toContain(`${await hex(content)}  ${name}`)
  const head = JSON.parse(textOf('archive.json')) as OwnHead
  expect(head).toMatchObject({ format: 'gleaner-person', schemaVersion: { major: 1, minor: 0 }, person: { id: me.person } })
  expect(head.counts.networks).toEqual({ own: { ideas: 1, evidence: 2, stances: 0, comments: 1, kept: 0, log: 5 } })
  for (const [kind, count] of Object.entries(head.counts.account)) expect([kind, own.account[kind]?.length ?? 0]).toEqual([kind, count])
  const told = (readme: string): string[] => [...textOf(readme).matchAll(/^\S+(?=\s{2,})/gm)].map(([name]) => name)
  expect(told('README.txt').length).toBeGreaterThan(15)
  expect(told('LEEME.txt')).toEqual(told('README.txt'))
  const crate = JSON.parse(textOf('ro-crate-metadata.json')) as { '@graph': Record<string, unknown>[] }
  const byId = new Map(crate['@graph'].map((entity) => [entity['@id'], entity]))
  expect(byId.get('./')).toMatchObject({
    '@type': 'Dataset',
    name: 'Gleaner: own data of The contributor of own',
    license: { '@id': '#terms' },
  })
  const described = Object.keys(own.files).filter((name) => !/^(?:ro-crate|manifest)/.test(name))
  for (const name of described) {
    expect(byId.get(name)).toMatchObject({ '@type': 'File', contentSize: String(own.files[name]?.length) })
    // A title of its own, not its path.
    expect(byId.get(name)?.['name']).not.toContain(name)
  }
  expect(byId.get('./')?.['hasPart']).toHaveLength(described.length)
})

test('[O95] [E2] tables hold no formulas and nothing that others said; a work is one reference', () => {
  const [idea] = tableOf('networks/own/tables/ideas.csv')
  expect(idea).toMatchObject({ change: `'${formula}`, proposed_by: 'The contributor of own', disposition: 'active' })
  expect(Object.keys(idea ?? {})).not.toEqual(expect.arrayContaining(['sites_willing']))
  const clips = tableOf('networks/own/tables/evidence.csv')
  expect(clips).toHaveLength(2)
  expect(clips[0]).toMatchObject({ title: `'${formula}`, authors: 'Oak, Pat', year: '2020', doi })
  expect(new Set(clips.map(({ ideas }) => ideas))).toEqual(new Set([idea?.['id'], '']))
  expect(JSON.parse(textOf('networks/own/references/references.json'))).toMatchObject([{ DOI: doi, title: formula }])
  expect(textOf('networks/own/references/references.ris').match(/^TY {2}- /gm)).toHaveLength(1)
  expect(textOf('networks/own/references/references.bib')).toContain(doi)
})

test('[O95] whoever has left a network gets what they sent there, without the words of its settings; who sent nothing gets no empty files', async () => {
  const configure = asked(0, 'configureFramework', { set: { topics: [{ key: 'feeding', label: 'Words of the settings' }] } })
  const post = (member: TestMember, mutations: object[]) =>
    asBrowser(member, '/v1/networks/own/mutations', { method: 'POST', body: JSON.stringify({ mutations }) })
  expect((await post(members.admin, [configure])).status).toBe(200)
  const lead = members['site-lead']
  await sync(
    lead,
    requestOf(crypto.randomUUID(), [asked(1, 'proposeIdea', { idea: crypto.randomUUID(), change: 'Weigh at noon', topic: 'feeding' })]),
  )
  const topicIn = async (): Promise<string | undefined> => tableOf('networks/own/tables/ideas.csv', await takeOwn(lead))[0]?.['topic']
  expect(await topicIn()).toBe('Words of the settings')
  await env.DIRECTORY.prepare("UPDATE membership SET status = 'removed' WHERE person = ? AND network = 'own'").bind(lead.person).run()
  const elsewhere = await makeNetwork('own-other')
  await env.DIRECTORY.prepare(
    "INSERT INTO membership (person, network, role, site, label, status, created_at) VALUES (?, 'own-other', 'contributor', '', '', 'active', 0)",
  )
    .bind(lead.person)
    .run()
  await env.DIRECTORY.prepare("UPDATE session SET network = 'own-other' WHERE person = ?").bind(lead.person).run()
  expect(await topicIn()).toBe('feeding')
  const none = Object.keys((await takeOwn(elsewhere.steering)).files)
  expect(none.filter((name) => name.startsWith('networks/'))).toEqual([])
  expect((await asDevice(elsewhere.steering, '/v1/my-data')).status).toBe(403)
})
