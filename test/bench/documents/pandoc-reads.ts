import { run } from '../references/tool.ts'

interface Node {
  t?: string
  c?: unknown
}

/** Kinds of nodes that a brief is made of; anything else was made of what somebody typed. */
const ours = new Set(['Para', 'Plain', 'Header', 'BulletList', 'BlockQuote', 'Link', 'Str', 'Space', 'SoftBreak', 'Quoted'])

const textsIn = (value: unknown, odd: string[]): string => {
  if (Array.isArray(value)) return value.map((one: unknown) => textsIn(one, odd)).join('')
  if (typeof value !== 'object' || value === null) return ''
  const { t = '', c } = value as Node
  if (!ours.has(t)) odd.push(t)
  if (t === 'Str') return String(c)
  if (t === 'Space' || t === 'SoftBreak') return ' '
  // Of a link and a heading the words, not the address or the level.
  const inner = textsIn(
    t === 'Link' ? (c as unknown[])[1] : t === 'Header' ? (c as unknown[])[2] : t === 'Quoted' ? (c as unknown[])[1] : c,
    odd,
  )
  if (t === 'Quoted') return `"${inner}"`
  return t === 'Para' || t === 'Plain' || t === 'Header' ? `${inner}\n` : inner
}

const folded = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()

/** Whether each line of a brief that says this text everywhere says it to pandoc, and nothing else; nothing without pandoc. */
export const pandocReads = (dialect: string, markdown: string, text: string): boolean | undefined => {
  const json = run('pandoc', ['-f', dialect, '-t', 'json'], markdown)
  if (json === undefined) return undefined
  const odd: string[] = []
  const lines = textsIn((JSON.parse(json) as { blocks: unknown }).blocks, odd)
    .split('\n')
    .map(folded)
    .filter(Boolean)
  const whole = folded(text)
  const wanted = [whole, whole, whole, `${whole} — ${whole}`, whole, `plain — ${whole}`, whole]
  return odd.length === 0 && lines.join('\n') === wanted.map(folded).join('\n')
}
