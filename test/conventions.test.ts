import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, normalize, relative } from 'node:path'
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

test.each(mutationFiles)('[H1] %s has its table of decisions', (path) => {
  expect(testFiles).toContain(`test/${path.replace(/\.ts$/, '.test.ts')}`)
})

/** Where a role decides about the directory (members, invitations, codes, the audit), which no mutation does. */
const ofTheDirectory = new Set(
  ['app/frame', 'members/members-page', 'connect/connect-page', 'members/invitations'].map((name) => `worker/dashboard/${name}.tsx`),
)
const ruleWritten =
  /\bisStaff\(|\bspeaksFor\(|\b(?:leads|experts)\??\.includes\(|\.role [!=]== '(?:contributor|site-lead|coordinator|steering|admin)'/

test('[V6] no screen writes a rule of who may do what: it asks the mutation', () => {
  const screens = source.filter((path) => /^(?:extension|worker\/dashboard)\//.test(path) && !ofTheDirectory.has(path))
  expect(screens.filter((path) => ruleWritten.test(codeOf(path)))).toEqual([])
  for (const path of ofTheDirectory) expect(codeOf(path), path).toMatch(/\brole\b/)
})

const impure =
  /\b(?:Date\.now|new Date|Math\.random|performance\.|crypto\.|fetch\(|document\.|window\.|process\.|console\.|setTimeout|new URL\b|URL\.)/

test.each(source.filter((path) => /^shared\/(?!web\/)/.test(path)))('[H2] %s is pure', (path) => {
  expect(impure.exec(codeOf(path))?.[0]).toBeUndefined()
  expect(codeOf(path)).not.toMatch(/from '(?:node:|wxt|dexie|hono|cloudflare:)/)
})

const walls: readonly [from: string, may: readonly string[]][] = [
  ['worker/dashboard/', ['worker/dashboard/', 'shared/']],
  ['worker/local/', ['worker/', 'shared/']],
  ['worker/', ['worker/', 'shared/']],
  ['extension/', ['extension/', 'shared/']],
  ['shared/', ['shared/']],
]
const importsOf = (path: string): string[] =>
  [...codeOf(path).matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']*)'/g)].map(([, specifier = '']) =>
    normalize(join(dirname(path), specifier)),
  )

test.each(source)('[H3] %s stays within its walls', (path) => {
  const may = walls.find(([from]) => path.startsWith(from))?.[1] ?? []
  const across = importsOf(path).filter((target) => !may.some((wall) => target.startsWith(wall)))
  expect(across).toEqual([])
  if (path.startsWith('worker/') && !path.startsWith('worker/dashboard/'))
    expect(importsOf(path).filter((target) => target.startsWith('worker/dashboard/'))).toEqual([])
})

test.each(source)('[H4] %s is short, well named and no barrel', (path) => {
  expect(read(path).split('\n').length - 1).toBeLessThanOrEqual(300)
  expect(basename(path)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.config)?\.tsx?$/)
  expect(path).not.toMatch(/\/(?:utils|helpers|common|lib|services|managers)\//)
  const code = codeOf(path).trim()
  expect(
    code.replaceAll(/export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+'[^']*';?/g, '').trim() === '' && code !== '',
  ).toBe(false)
  expect(code).not.toMatch(/export\s+\*\s+from/)
})

const rules = [...read('shared/SPEC.md').matchAll(/^- \*\*\[([A-Z]\d+)\]\*\*/gm)].map(([, number = '']) => number)
const quoted = new Set(testFiles.flatMap((path) => [...codeOf(path).matchAll(/\[([A-Z]\d+)\]/g)].map(([, number = '']) => number)))

test('[H5] no rule has the number of another', () => {
  expect(rules).toEqual([...new Set(rules)])
})

test.each(rules)('[H5] the rule [%s] is quoted by a test', (rule) => {
  expect(quoted).toContain(rule)
})

test('[H5] what tests quote is in the specification, where its section has rules', () => {
  const sections = new Set(rules.map((rule) => rule[0]))
  expect([...quoted].filter((number) => sections.has(number[0]) && !rules.includes(number))).toEqual([])
})
