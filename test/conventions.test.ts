import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { mutations } from '../shared/mutations/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const skipped = /(^|\/)(node_modules|\.wxt|\.output|dist|\.wrangler|compiled)(\/|$)/

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !skipped.test(path))
    .toSorted()

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
/** Without comments, so that a rule may be named where it is explained. */
const codeOf = (path: string): string => read(path).replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')

const product = [...filesUnder('shared'), ...filesUnder('extension'), ...filesUnder('worker')]
const source = product.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
const mutationFiles = source.filter(
  (path) => /^shared\/mutations\/[^/]+$/.test(path) && !/^(?:index|device-mutations)\.ts$/.test(basename(path)),
)
const testFiles = filesUnder('test').filter((path) => path.endsWith('.test.ts'))
const camelCase = (path: string): string => basename(path, '.ts').replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

test('[H1] the list has every file of shared/mutations, and nothing else', () => {
  expect(Object.keys(mutations).toSorted()).toEqual(mutationFiles.map(camelCase).toSorted())
  for (const [name, mutation] of Object.entries(mutations)) expect(mutation.name).toBe(name)
})

test('[H1] every mutation has its table of decisions', () => {
  expect(mutationFiles.filter((path) => !testFiles.includes(`test/${path.replace(/\.ts$/, '.test.ts')}`))).toEqual([])
})

/** Where a role decides about the directory (members, invitations, codes, the audit), which no mutation does. */
const ofTheDirectory = new Set(
  ['app/navigation', 'members/members-page', 'connect/connect-page', 'members/invitations'].map((name) => `worker/dashboard/${name}.tsx`),
)
/** Where "mine" selects what a list or a card shows, and permits nothing. */
const selectsMine = new Set([
  'extension/bank/my-items.ts',
  'extension/bank/open-questions.ts',
  'extension/capture/known-paper.ts',
  'extension/panel/idea/idea-actions.tsx',
  'extension/store/index-keys.ts',
  'worker/dashboard/ui/decision-date.tsx',
])
const ownerCompared = /\b(?:proposedBy|clippedBy)\b\s*[!=]==|[!=]==\s*[\w.?]*\b(?:proposedBy|clippedBy)\b/
const ruleWritten =
  /\bisStaff\(|\bspeaksFor\(|\b(?:leads|experts)\??\.includes\(|\.role [!=]== '(?:contributor|site-lead|coordinator|steering|admin)'/

test('[V6] no screen has a permission rule of its own: it asks the mutation', () => {
  const screens = source.filter((path) => /^(?:extension|worker\/dashboard)\//.test(path) && !ofTheDirectory.has(path))
  expect(screens.filter((path) => ruleWritten.test(codeOf(path)))).toEqual([])
  for (const path of ofTheDirectory) expect(codeOf(path), path).toMatch(/\brole\b/)
  expect(screens.filter((path) => ownerCompared.test(codeOf(path)))).toEqual([...selectsMine])
})

test('[D62] one module writes the Worker’s log, and the page on it tells each of its events', () => {
  const worker = source.filter((path) => /^worker\/(?!dashboard|local|operate|client)/.test(path))
  // A developer's machine has no mail: there it is printed.
  expect(worker.filter((path) => /\bconsole\./.test(codeOf(path)))).toEqual(['worker/mail/mail.ts', 'worker/telemetry/log.ts'])
  const events = [...(/LogEvent =([^]*?)\n\n/.exec(read('worker/telemetry/log.ts'))?.[1] ?? '').matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map(
    ([, event]) => event,
  )
  expect(events.length).toBeGreaterThan(8)
  const told = [...read('docs/observability.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, event]) => event)
  expect(told).toEqual(expect.arrayContaining(events))
})

const impure =
  /\b(?:Date\.now|new Date|Math\.random|performance\.|crypto\.|fetch\(|document\.|window\.|process\.|console\.|setTimeout|new URL\b|URL\.)/

test('[H2] shared/ is pure: no clock, no random numbers, no platform', () => {
  const found = source
    .filter((path) => /^shared\/(?!web\/)/.test(path))
    .flatMap((path) => [impure, /from '(?:node:|wxt|dexie|hono|cloudflare:)/].map((pattern) => [path, pattern.exec(codeOf(path))?.[0]]))
  expect(found.filter(([, what]) => what !== undefined)).toEqual([])
})

const passedOn = /export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'[^']*';?/g

/** Whether it has nothing but what other files export. */
const isBarrel = (path: string): boolean => {
  const code = codeOf(path).trim()
  return /export\s+\*\s+from/.test(code) || (code !== '' && code.replaceAll(passedOn, '').trim() === '')
}

test('[O6] the routes of the Worker can be listed without its platform, as requests that are made of them need it', async () => {
  const { api } = await import('../worker/api.ts')
  expect(api.routes.length).toBeGreaterThan(100)
})

test('[H4] files have names in kebab-case', () => {
  expect(source.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.config)?\.tsx?$/.test(basename(path)))).toEqual([])
})

test('[H4] no file only passes on what others export', () => {
  expect(source.filter(isBarrel)).toEqual([])
})

const rules = [...read('shared/SPEC.md').matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].map(([, number = '']) => number)
const quoted = new Set(testFiles.flatMap((path) => [...codeOf(path).matchAll(/\[([A-Z]\d+)\]/g)].map(([, number = '']) => number)))

test('[H5] no rule has the number of another', () => {
  expect(rules).toEqual([...new Set(rules)])
})

test('[H5] every rule is quoted by a test', () => {
  expect(rules.filter((rule) => !quoted.has(rule))).toEqual([])
})

test('[H5] what tests quote is in the specification, where its section has rules', () => {
  const sections = new Set(rules.map((rule) => rule[0]))
  expect([...quoted].filter((number) => sections.has(number[0]) && !rules.includes(number))).toEqual([])
})

/** Scripts that only the background runs, for itself. */
const ofTheBackground = new Set(['bank-suggestions', 'guard-languages', 'page-rules', 'quick-rules'])
const inPages = [...new Set(source.flatMap((path) => [...codeOf(path).matchAll(/'\/([a-z-]+)\.js'/g)].map(([, name = '']) => name)))]
  .filter((name) => !ofTheBackground.has(name))
  .toSorted()

test('[H3] what is injected into pages is compiled without the extension API', () => {
  expect(inPages).toEqual([
    'capture',
    'page-signs',
    'portal',
    'printed',
    'quote-elsewhere',
    'quote-link',
    'record',
    'screen',
    'show-quote',
    'standing',
  ])
  const imported = inPages.flatMap((name) =>
    [...read(`extension/entrypoints/${name}.ts`).matchAll(/ from '([^']*)'/g)].map(([, from]) => from),
  )
  const ofThePage =
    /^\.\.\/(?:page-reader\/.*|patient-page\/publication\/.*|patient-page\/read-banner\.ts)$|^wxt$|^wxt\/utils\/define-unlisted-script$/
  expect(imported.filter((from = '') => !ofThePage.test(from))).toEqual([])
  expect(read('extension/page-reader/tsconfig.json')).toContain('"types": ["vite/client"]')
})

test('[B21] a row that is looked up by its kind and id is joined last: SQLite alone would read every row of the kind', () => {
  const queries = source.filter((path) => path.startsWith('worker/bank/'))
  expect(queries.some((path) => codeOf(path).includes('CROSS JOIN entity'))).toBe(true)
  expect(queries.filter((path) => /(?<!CROSS )JOIN entity \w ON \w\.kind = '/.test(codeOf(path)))).toEqual([])
})

/** Where the computer's own clock is compared with the server's, or measures how long something takes. */
const ownClock = new Set(['worker/dashboard/data/clock.ts', 'worker/dashboard/data/live-updates.ts'])

test('[V8] the dashboard asks for the time in one place, which goes by the server: the computer’s clock may be wrong', () => {
  const asking = source.filter((path) => path.startsWith('worker/dashboard/') && /Date\.now\(|new Date\(\)/.test(codeOf(path)))
  expect(asking).toEqual([...ownClock])
})
