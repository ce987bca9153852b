import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/**
 * Texts that reach the Worker beside mutations, by the schema that reads them, and why each needs no patient guard. A text that is
 * kept goes through `typedName` or `keptText` (worker/http/typed-text.ts), so it is not here.
 */
const unguarded: Readonly<Record<string, string>> = {
  'worker/routes/account-routes.ts: network: v.pipe(v.string(), v.maxLength(80))': 'the slug of a network, looked up',
  "worker/routes/audit-routes.ts: action: v.optional(v.pipe(v.string(), v.maxLength(60)), '')": 'a filter of a list, kept nowhere',
  "worker/routes/audit-routes.ts: person: v.optional(v.pipe(v.string(), v.maxLength(80)), '')": 'a filter of a list, kept nowhere',
  'worker/bank/queries/list-numbers.ts: const shortText = v.pipe(v.string(), v.maxLength(200))':
    'a filter of a list; of an export the audit tells it where it has the form of a key',
  "worker/bank/queries/list-numbers.ts: q: v.optional(v.pipe(v.string(), v.maxLength(300)), '')": 'words of a search, kept nowhere',
  'worker/bank/queries/clip-queries.ts: const shortText = v.pipe(v.string(), v.maxLength(200))': 'a filter of a list, kept nowhere',
  "worker/bank/queries/clip-queries.ts: q: v.optional(v.pipe(v.string(), v.maxLength(300)), '')": 'words of a search, kept nowhere',
  'worker/auth/human.ts: hostname: v.string()': 'what the outside check answers, compared',
  'worker/auth/human.ts: action: v.string()': 'what the outside check answers, compared',
  'worker/routes/bank-routes.ts: after: v.pipe(v.string(), v.minLength(1), v.maxLength(200))': 'a place in a list, that the server gave',
  'worker/routes/connect-routes.ts: state: v.pipe(v.string(), v.maxLength(200))': 'given back to the extension, kept nowhere',
  'worker/routes/connect-routes.ts: userCode: v.pipe(v.string(), v.minLength(8), v.maxLength(20))': 'a code, compared by its hash',
  'worker/routes/email-routes.ts: address: v.pipe(v.string(), v.trim(), v.maxLength(254), v.email())':
    'an address to sign in with, and no other text',
  'worker/routes/export-routes.ts: idea: v.optional(v.pipe(v.string(), v.maxLength(80)))': 'an id, looked up',
  "worker/routes/invitation-routes.ts: site: v.optional(v.pipe(v.string(), v.maxLength(80)), '')": 'a key of the settings, or refused',
  'worker/routes/member-routes.ts: site: v.optional(v.pipe(v.string(), v.maxLength(80)))': 'a key of the settings, or refused',
  "worker/routes/provider-group-routes.ts: site: v.optional(v.pipe(v.string(), v.maxLength(80)), '')": 'a key of the settings, or refused',
  'worker/auth/groups.ts: group: v.string()': 'read from the row that was checked when it was written',
  'worker/auth/groups.ts: site: v.string()': 'read from the row that was checked when it was written',
  'worker/routes/email-routes.ts: v.string()': 'the code of a mail: eight digits',
  'worker/routes/passkey-routes.ts: const text = v.pipe(v.string(), v.maxLength(8000))':
    'parts of what a passkey signed; of them its key is kept, as bytes',
  'worker/routes/passkey-routes.ts: clientExtensionResults: v.optional(v.record(v.string(), v.unknown()), {})':
    'handed to the library, kept nowhere',
  'worker/open-api/fhir.ts: measure: v.pipe(v.string(), v.maxLength(400))': 'an id with the kind of a measure, looked up',
  'worker/open-api/reading.ts: const cursor = v.optional(v.pipe(v.string(), v.maxLength(400)': 'a place in a list, that the server gave',
  'worker/open-api/reading.ts: person: v.string()': 'a part of an answer',
  'worker/open-api/reading.ts: name: v.string()': 'a part of an answer',
  'worker/open-api/reading.ts: site: v.string()': 'a part of an answer',
  'worker/open-api/reading.ts: slug: v.string()': 'a part of an answer',
  'worker/open-api/reading.ts: action: v.optional(v.pipe(v.string(), v.maxLength(60)))': 'a filter of a list, kept nowhere',
  'worker/open-api/reading.ts: person: v.optional(v.pipe(v.string(), v.maxLength(80)))': 'a filter of a list, kept nowhere',
  'worker/open-api/resources.ts: const text = v.string()': 'a part of an answer',
  'worker/routes/import-routes.ts: keys: v.pipe(v.array(v.pipe(v.string(), v.maxLength(2100)))':
    'identifiers of sources, looked up, kept nowhere',
  'worker/routes/token-routes.ts: site: v.pipe(v.string(), v.maxLength(80))': 'a key of the settings, or refused',
  'worker/routes/session-routes.ts: code: v.pipe(v.string(), v.minLength(8), v.maxLength(40))': 'a code, compared by its hash',
  'worker/routes/session-routes.ts: person: v.optional(v.pipe(v.string(), v.maxLength(80)))': 'an id, looked up',
}

/** A text whose form says that it is no prose. */
const formed = /v\.(?:regex|uuid|email|picklist|parseJson|transform)\(/

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/^(?:dashboard|local)\/|typed-text\.ts$/.test(path))
    .map((path) => `${folder}/${path}`)
    .toSorted()
const files = sourcesIn('worker')

/** Each `v.string()` with what stands around it up to the end of its field. */
const found = files.flatMap((path) => {
  const source = readFileSync(path, 'utf8')
  return [...source.matchAll(/v\.string\(\)/g)].map(({ index }) => {
    const start = Math.max(source.lastIndexOf('\n', index), source.lastIndexOf('({ ', index) + 2, source.lastIndexOf('), ', index) + 2)
    let [depth, end] = [0, start]
    for (; end < source.length; end += 1) {
      if ('([{'.includes(source[end] ?? '')) depth += 1
      if (')]}'.includes(source[end] ?? '')) depth -= 1
      if (depth < 0 || (depth === 0 && end > index && /[,\n]/.test(source[end] ?? ''))) break
    }
    return `${path}: ${source.slice(start, end).trim()}`
  })
})

test('[P2] every text that the Worker reads outside mutations has a fixed form, passes the PHI guard, or has a reason in the table', () => {
  const prose = found.filter((text) => !formed.test(text))
  expect(found.length).toBeGreaterThan(20)
  expect(prose.filter((text) => !Object.keys(unguarded).some((known) => text.startsWith(known)))).toEqual([])
  expect(Object.keys(unguarded).filter((known) => !found.some((text) => text.startsWith(known)))).toEqual([])
})

test('[P2] no mutation hides a text from the PHI guard, and only the engine runs mutations', () => {
  const shared = sourcesIn('shared/mutations').map((path) => readFileSync(path, 'utf8'))
  expect(shared.filter((text) => /\bexempt\b/.test(text))).toEqual([])
  const running = [...files, ...sourcesIn('shared')].filter((path) => /\bdecideParsed\(/.test(readFileSync(path, 'utf8')))
  expect(running.toSorted()).toEqual(['shared/mutations/engine/mutation.ts', 'shared/sync/server-engine.ts'])
})
