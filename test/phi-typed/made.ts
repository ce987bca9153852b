import { type Locale, numbersFrom, valuesFor } from './values.ts'

/** A text of one template with the stretches that identify somebody; UTF-16, `end` exclusive. */
export interface MadeText {
  template: string
  text: string
  spans: { start: number; end: number; type: string }[]
  field: 'note' | 'title'
}

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0
  return sum
}

/**
 * Half of the templates were kept from the sight of whoever mended the rules at first, then half of those (a quarter) to the end;
 * which, the text of each decides.
 */
export const isHeldOut = (template: string): boolean => (hash(template) >>> 7) % 4 === 1

/** Fills a template: `{slot}` a value, `⟦TYPE …⟧` what identifies somebody. */
const fill = (template: string, value: (slot: string) => string): Pick<MadeText, 'text' | 'spans'> => {
  let text = ''
  const spans: MadeText['spans'] = []
  let open: { type: string; start: number } | undefined
  for (const [, type, close, slot, plain] of template.matchAll(/⟦([A-Z\d_]+) |(⟧)|\{([a-z\d:]+)\}|([^⟦⟧{]+|\{)/g)) {
    if (type) open = { type, start: text.length }
    else if (close && open) spans.push({ ...open, end: text.length })
    else text += slot ? value(slot) : (plain ?? '')
  }
  return { text, spans }
}

/** So many texts of each line of templates; the same ones each time. Titles of windows begin with `title|`. */
export const madeFrom = (lines: string, locale: Locale, each: number): MadeText[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const field = line.startsWith('title|') ? 'title' : 'note'
      const next = numbersFrom(hash(line))
      return Array.from({ length: each }, () => ({
        template: line,
        field,
        ...fill(
          line
            .replace(/^title\|/, '')
            .replaceAll('\\n', '\n')
            .replaceAll('\\r', '\r'),
          valuesFor(locale, next),
        ),
      }))
    })
