import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import type { ArchiveReply } from '../../../shared/api/archive.ts'
import type { IdeasReply } from '../../../shared/api/bank.ts'
import { archiveLimits } from '../../../shared/archive/archive-format.ts'
import { guard } from '../../../shared/mutations/engine/phi-guard.ts'
import { asBrowser, makeNetwork, type TestMember } from '../network.ts'
import { emptied, error, type Files, give, hex, makeDemo, sealed, take, timeless } from './archive-files.ts'

let admin: TestMember
let bytes: Uint8Array<ArrayBuffer>
let files: Files
beforeAll(async () => {
  admin = await makeDemo('moving')
  bytes = await take(admin)
  files = unzipSync(bytes)
})

test('[O90] [O91] the demonstration network goes into an archive, into an empty deployment, and into an archive that is equal but for its time', async () => {
  const list = async (member: TestMember) => (await asBrowser(member, '/v1/networks/moving/ideas?limit=200')).json<IdeasReply>()
  const before = await list(admin)
  const moved = await emptied(admin)
  const taken = await give(moved, bytes)
  const reply = await taken.json<ArchiveReply>()
  expect(taken.status, JSON.stringify(reply)).toBe(200)
  expect(reply).toMatchObject({ from: 'moving', known: 1, unread: [] })
  expect(reply.rows).toBeGreaterThan(150)
  const again = unzipSync(await take(moved))
  expect(Object.keys(again)).toEqual(Object.keys(files))
  const [one, other] = [timeless(files), timeless(again)]
  for (const name of Object.keys(one)) expect(other[name], name).toBe(one[name])
  const after = await list(moved)
  expect(after.rows.map(({ id }) => id).toSorted()).toEqual(before.rows.map(({ id }) => id).toSorted())
  expect(after.rows.find(({ id }) => id === before.rows[0]?.id)).toEqual(before.rows[0])
  // A second time there is something in it.
  expect(await error(give(moved, bytes))).toEqual([400, 'archive-not-empty'])
  admin = moved
})

test('[O90] an archive has check sums, tables, references and metadata by RO-Crate 1.2', async () => {
  const sums = strFromU8(files['manifest-sha256.txt'] ?? new Uint8Array())
    .trimEnd()
    .split('\n')
  for (const [name, content] of Object.entries(files))
    if (name !== 'manifest-sha256.txt') expect(sums).toContain(`${await hex(content)}  ${name}`)
  const crate = JSON.parse(strFromU8(files['ro-crate-metadata.json'] ?? new Uint8Array())) as {
    '@context': string
    '@graph': (Record<string, unknown> & { '@id': string; '@type': string })[]
  }
  expect(crate['@context']).toBe('https://w3id.org/ro/crate/1.2/context')
  const byId = new Map(crate['@graph'].map((entity) => [entity['@id'], entity]))
  // Ids differ, the descriptor says what it conforms to and what it is about, the root has what a root must have, and every part is described.
  expect(byId.size).toBe(crate['@graph'].length)
  expect(byId.get('ro-crate-metadata.json')).toMatchObject({
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  })
  const root = byId.get('./') as unknown as {
    '@type': string
    datePublished: string
    license: { '@id': string }
    hasPart: { '@id': string }[]
  }
  expect(root).toMatchObject({ '@type': 'Dataset', name: expect.any(String), description: expect.any(String) })
  expect(new Date(root.datePublished).toISOString()).toBe(root.datePublished)
  expect(byId.has(root.license['@id'])).toBe(true)
  for (const { '@id': part } of root.hasPart) {
    expect(byId.get(part)).toMatchObject({ '@type': 'File', contentSize: String(files[part]?.length), encodingFormat: expect.any(String) })
  }
  const described = root.hasPart.map(({ '@id': name }) => name).toSorted()
  expect(described).toEqual(
    Object.keys(files)
      .filter((name) => !/^(?:ro-crate|manifest)/.test(name))
      .toSorted(),
  )
  expect(strFromU8(files['references/references.ris'] ?? new Uint8Array())).toMatch(/^TY {2}- /)
  expect(JSON.parse(strFromU8(files['references/references.json'] ?? new Uint8Array()))).not.toEqual([])
})

test('[O91] a broken, cut, changed, hostile or newer archive is refused in words, and nothing of it is kept', async () => {
  const { admin: empty } = await makeNetwork('moving-empty')
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  const idea = 'data/idea/0001.jsonl'
  const changed = (name: string, by: (content: string) => string) => sealed({ ...files, [name]: strToU8(by(text(name))) })
  const flipped = bytes.slice()
  flipped[Math.floor(flipped.length / 3)] = (flipped[Math.floor(flipped.length / 3)] ?? 0) ^ 0xff
  const bomb = zipSync({ 'manifest-sha256.txt': new Uint8Array(archiveLimits.file + 1) })
  const patient = 'Patient Jane Hollow, MRN 99120034, was cold.'
  expect(guard({ problem: patient })).toBeDefined()
  const given: [string, Uint8Array<ArrayBuffer>, RegExp][] = [
    ['no zip', strToU8('hello'), /^archive-broken$/],
    ['nothing', new Uint8Array(), /^archive-broken$/],
    ['cut', bytes.slice(0, bytes.length - 3000), /^archive-broken$/],
    ['a bit that fell', flipped, /^archive-(?:broken|check-sum)$/],
    ['bomb', bomb, /^archive-too-large$/],
    ['other zip', await sealed({ 'word/document.xml': strToU8('<a/>') }), /^archive-file-missing$/],
    ['climbing name', await sealed({ ...files, '../../etc/passwd': strToU8('x') }), /^archive-unsafe$/],
    ['changed without its sum', zipSync({ ...files, [idea]: strToU8(`${text(idea)} `) }), /^archive-check-sum$/],
    ['newer', await changed('archive.json', (content) => content.replace('"major": 1', '"major": 2')), /^archive-other-version$/],
    ['a line that is none', await changed(idea, (content) => content.replace('{"kind":"idea"', '{"kind":"thought"')), /^archive-line$/],
    ['a line that is missing', await changed(idea, (content) => content.slice(content.indexOf('\n') + 1)), /^archive-incomplete$/],
    [
      'a log without its end',
      await changed('data/log/0001.jsonl', (content) => content.replaceAll(/"seq":\d+/g, '"seq":1')),
      /^archive-incomplete$/,
    ],
    ['a patient', await changed(idea, (content) => content.replace('"problem":"', `"problem":"${patient} `)), /^archive-patient$/],
  ]
  for (const [what, body, code] of given) {
    const [status, reason] = await error(give(empty, body))
    expect([what, status, reason]).toEqual([what, 400, expect.stringMatching(code)])
  }
  const ideas = await (await asBrowser(empty, '/v1/networks/moving-empty/ideas')).json<IdeasReply>()
  expect(ideas.rows).toEqual([])
  // The good one is still taken, with a file that nobody knows, which is named; known people are not made members by it.
  const good = await (await give(empty, await sealed({ ...files, 'data/mood/0001.jsonl': strToU8('{}\n') }))).json<ArchiveReply>()
  expect(good).toMatchObject({ from: 'moving', unread: ['data/mood/0001.jsonl'] })
  expect(good.members).toBe(0)
  expect(good.known).toBeGreaterThan(5)
})
