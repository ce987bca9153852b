/**
 * Pages made up for what stands in a paper's place, for heads of the paper before, and for what must be read all the same.
 * They were written before the rules that they measure; `docs/reading-pages.md` says what the rules gave on them at first.
 */
export interface MadePage {
  name: string
  address: string
  html: string
  /** `nothing`: no item, at most an identifier. Else what must be read, `null`: what must not be there. */
  want: 'nothing' | { title?: string; DOI?: string | null; PMID?: string | null; family?: string; url?: string }
  /** Identifier that is kept for the person to decide. */
  keeps?: { DOI?: string; PMID?: string; PMCID?: string }
}

const filler = [
  'This archive is kept by an invented foundation for everybody who reads. Its shelves are open day and night.',
  'Papers come from four hundred journals; each stands here with its number, and with the licence that its publisher gave it.',
  'Write to the desk if something looks wrong. Answers take two working days, in holidays three.',
  'Topics: wards, kitchens, laundries, porters, ambulances, letters, telephones, nurses, gardens, families, schools.',
]
export const long = [0, 1, 2, 3, 4, 5, 6].map((place) => `<p>${filler.join(' ')} (${place + 1})</p>`).join('')
export const page = (title: string, body: string, head = '', lang = 'en'): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`
export const metas = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('')
export const article = (title: string, body = long): string => `<main><article><h1>${title}</h1>${body}</article></main>`
