import { saidText } from '../citations/said-text.ts'
import { plainTitle } from '../citations/titles.ts'

/** A title of PubMed or Europe PMC: without marks, the brackets around a translated one, and the full stop that NLM adds. */
export const pubmedTitle = (title: string): string => plainTitle(saidText(title))

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
