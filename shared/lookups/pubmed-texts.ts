import { saidText } from '../citations/said-text.ts'

/**
 * A title of PubMed: without the full stop that it adds, and without the brackets around a translated one. Brackets of the
 * title's own stay where they do not hold all of it.
 */
export const pubmedTitle = (title: string, translated = false): string => {
  const text = saidText(title)
  const inner = /^\[([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]\.?$/.exec(text)?.[1]
  if (inner !== undefined) return inner.replace(/(?<!\.)\.$/, '').trim()
  return translated && /^\[.*\]\.?$/.test(text) ? text.replace(/^\[|\]\.?$/g, '') : text.replace(/(?<![.\s])\.$/, '')
}

/** Pages as NLM abridges them, whole: "637-41" → "637-641"; "S172-80" → "S172-S180"; an article's number as it is. */
export const pubmedPages = (pages: string): string =>
  pages
    .trim()
    .replace(/^(?:suppl|SUPPL):/i, 'SUPPL:')
    .replace(/^([A-Za-z:]*)(\d+)-([A-Za-z]*)(\d+)$/, (whole, before: string, from: string, letters: string, to: string) => {
      if (letters && letters !== before) return whole
      const full = to.length < from.length ? from.slice(0, from.length - to.length) + to : to
      return Number(full) < Number(from) ? whole : `${before}${from}-${before.endsWith(':') ? '' : before}${full}`
    })
