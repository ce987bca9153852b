import { readdirSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

/** A text as it stands in a source: its pieces, with `null` where a value is put in. */
export type Spoken = readonly (string | null)[]

/** A text and where it is said; `unread` is an expression that says something which is not to be read from the source. */
export type FoundText = { path: string; text: Spoken } | { path: string; unread: string }

/** A node of the syntax tree, as oxc gives it (ESTree). */
interface Node {
  type: string
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [])
const nameOf = (value: unknown): string => (isNode(value) && typeof value['name'] === 'string' ? value['name'] : '')

const walk = (node: Node, visit: (node: Node, parents: readonly Node[]) => void, parents: readonly Node[] = []): void => {
  visit(node, parents)
  for (const value of Object.values(node)) for (const child of nodes(value)) walk(child, visit, [...parents, node])
}

/** Every way in which these can follow one another. */
const product = (parts: readonly (readonly Spoken[])[]): Spoken[] =>
  parts.reduce<Spoken[]>((sofar, part) => sofar.flatMap((before) => part.map((next) => [...before, ...next])), [[]])

/** What is declared in a file under a name: texts, and functions that make them. */
type Declared = ReadonlyMap<string, readonly Node[]>

/** What an expression can say: each string that stands in it or in what it names, `null` where a value is put in. */
const spokenBy = (node: Node | undefined, declared: Declared, depth = 0): Spoken[] => {
  if (!node || depth > 12) return []
  const inner = (value: unknown): Spoken[] => nodes(value).flatMap((each) => spokenBy(each, declared, depth + 1))
  const valueIn = (value: Node): Spoken[] => {
    const said = inner(value)
    return said.length > 0 && value.type !== 'LogicalExpression' ? said : [...said, [null]]
  }
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [[node['value']]] : []
    case 'TemplateLiteral': {
      const texts = nodes(node['quasis']).map(({ value }): Spoken[] => [[(value as { cooked: string }).cooked]])
      const values = nodes(node['expressions']).map(valueIn)
      return product(texts.flatMap((text, index) => [text, ...(values[index] ? [values[index]] : [])]))
    }
    case 'ConditionalExpression':
      return [...inner(node['consequent']), ...inner(node['alternate'])]
    case 'LogicalExpression':
      return [...inner(node['left']), ...inner(node['right'])]
    case 'ArrayExpression':
      return inner(node['elements'])
    case 'SpreadElement':
    case 'ReturnStatement':
      return inner(node['argument'])
    case 'ArrowFunctionExpression':
    case 'BlockStatement':
      return inner(node['body'])
    case 'CallExpression':
      return inner(node['callee'])
    case 'MemberExpression':
      // `names[key]`: one of a table's texts.
      return node['computed'] === true ? inner(node['object']) : []
    case 'ObjectExpression':
      return nodes(node['properties']).flatMap(({ value }) => inner(value))
    case 'Identifier':
      return inner(declared.get(nameOf(node)))
    default:
      return []
  }
}

/** Where texts for people stand among the arguments of our own calls. */
const speakers: Readonly<Record<string, number>> = { refuse: 1, problem: 3, malformed: 0, BodyProblem: 1, notTaken: 2 }
/** And under which names in our objects. */
const speaking = new Set(['says', 'why', 'message', 'reasons', 'shortfalls'])
/** In these every text with a blank in it is for people, wherever it stands. */
const wordy = /^shared\/(?:gates|pathways|next-step|framework-problem)\.ts$/
/** The words for these come from each call of them. */
const worded = new Set(['counted', 'written'])

const calleeOf = (node: Node | undefined): Node | undefined => nodes(node?.['callee'])[0]
const isSentence = (text: Spoken): boolean => text.some((piece) => / /.test(piece ?? '') && /[a-z]/.test(piece ?? ''))

const isPart = (parents: readonly Node[]): boolean =>
  parents.some(({ type, id }) => type === 'TemplateLiteral' || (type === 'VariableDeclarator' && worded.has(nameOf(id)))) ||
  worded.has(nameOf(calleeOf(parents.at(-1)))) ||
  nameOf(calleeOf(parents.at(-1))?.['property']) === 'join'

const counted = (one: Spoken, many: Spoken): Spoken[] => [
  ['needs 1 more ', ...one],
  ['1 ', ...one],
  ['needs 7 more ', ...many],
  ['has 7 ', ...many, ', at most 5'],
  ['7 ', ...many],
]

/** What a call says by what is given to it. */
const saidByCall = (call: Node, spoken: (value: unknown) => Spoken[]): Spoken[] => {
  const [callee, given] = [calleeOf(call), nodes(call['arguments'])]
  // `v.maxLength(500, 'is too long')`: what a schema says.
  if (nameOf(callee?.['object']) === 'v') return spoken(given.at(-1)).filter(isSentence)
  if (nameOf(callee) === 'written') return spoken(given[1]).flatMap((name) => [name, ['no ', ...name]])
  if (nameOf(callee) === 'counted') return spoken(given[3]).flatMap((one) => spoken(given[4]).flatMap((many) => counted(one, many)))
  // What a kind of item was read from, with the word itself.
  if (nameOf(callee) === 'firstMatch') return spoken(given[2]).map((said) => [...said, ' “', null, '”'])
  const place = speakers[nameOf(callee)]
  return place === undefined ? [] : spoken(given[place]).filter(isSentence)
}

/** What one node of a source says by itself. */
const saidAt = (path: string, node: Node, parents: readonly Node[], declared: Declared): Spoken[] => {
  const spoken = (value: unknown): Spoken[] => nodes(value).flatMap((each) => spokenBy(each, declared))
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return saidByCall(node, spoken)
  if (isPart(parents)) return []
  if (node.type === 'Literal' || node.type === 'TemplateLiteral') return wordy.test(path) ? spoken(node).filter(isSentence) : []
  const named = node.type === 'Property' && parents.at(-1)?.type === 'ObjectExpression' && speaking.has(nameOf(node['key']))
  return named ? spoken(node['value']).filter(isSentence) : []
}

const declarable = new Set(['Literal', 'TemplateLiteral', 'ConditionalExpression', 'ArrowFunctionExpression', 'ObjectExpression'])

const declaredIn = (program: Node): Declared => {
  const found = new Map<string, Node[]>()
  walk(program, ({ type, id, init }) => {
    const made = nodes(init).filter((node) => declarable.has(node.type))
    if (type === 'VariableDeclarator' && made.length > 0) found.set(nameOf(id), [...(found.get(nameOf(id)) ?? []), ...made])
  })
  return found
}

const textsIn = (path: string): FoundText[] => {
  const source = readFileSync(path, 'utf8')
  const program = parseSync(path, source).program as unknown as Node
  const declared = declaredIn(program)
  const found: FoundText[] = []
  walk(program, (node, parents) => {
    const texts = saidAt(path, node, parents, declared)
    found.push(...texts.map((text) => ({ path, text })))
    const spoken = node.type === 'CallExpression' || node.type === 'NewExpression' ? speakers[nameOf(calleeOf(node))] : undefined
    const given = spoken === undefined ? undefined : nodes(node['arguments'])[spoken]
    if (given && texts.length === 0) found.push({ path, unread: source.slice(Number(given['start']), Number(given['end'])) })
  })
  return found
}

const sources = (folder: string, deep: boolean): string[] =>
  readdirSync(folder, { recursive: deep, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .toSorted()

/**
 * Every text that the rules and the Worker say to people, each once, by reading their sources: what is given to `refuse`,
 * `problem` and the like, what stands under `says`, `why`, `message`, and what schemas say.
 */
export const spokenTexts = (): FoundText[] => {
  const all = [...sources('shared', true), ...sources('worker', true).filter((path) => !/^worker\/(?:dashboard|local)\//.test(path))]
    .filter((path) => !/sentences-.*-?es\.ts$/.test(path))
    .flatMap(textsIn)
  return [...new Map(all.map((found) => [JSON.stringify('text' in found ? found.text : found), found])).values()]
}
