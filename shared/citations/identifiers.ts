/** Marks that only order or hide text; they come along when identifiers are copied from typeset pages. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const dashes = /[\u2010-\u2015\u2212]/g
const tidy = (text: string): string => {
  const start = text.slice(0, 2000)
  return (/^[ -~]*$/.test(start) ? start : start.replace(invisible, '').replace(dashes, '-')).trim()
}

const decoded = (text: string): string => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A closing bracket belongs to a DOI only if the DOI opened it: "(doi:10.1000/a)" but "10.1016/S0735-1097(99)00387-3". */
const withoutTail = (doi: string): string => {
  for (let text = doi; ; text = text.slice(0, -1)) {
    const last = text.at(-1) ?? ''
    const opens = { ')': '(', ']': '[', '>': '<' }[last]
    const unopened = opens !== undefined && text.split(opens).length < text.split(last).length
    if (!last || (!unopened && !`.,;:'"“”’*`.includes(last))) return text
  }
}

/**
 * The first DOI in a text ("doi:10.1000/x.", "https://doi.org/10.1000%2Fx?a=b", a sentence) without prefix, closing
 * punctuation or the query of an address; letters stay as they are printed. `undefined` where there is none.
 */
export const normaliseDoi = (text: string): string | undefined => {
  const plain = tidy(text)
  const whole = plain.toLowerCase().startsWith('http') ? decoded(plain.replace(/[?#].*$/s, '')) : decoded(plain)
  const found = /(?:^|[^\d.])(10\.\d{4,9}(?:\.\d+)*\/[^\s"“”{}|\\^`]{1,180})/.exec(whole)?.[1]
  const doi = found && withoutTail(found)
  return doi && doi.indexOf('/') < doi.length - 1 ? doi : undefined
}

/** The first of these values that is a DOI and nothing else, as an address or by itself. */
export const firstDoi = (values: readonly (string | undefined)[]): string | undefined =>
  values
    .map((value = '') =>
      /^(?:https?:\/\/(?:www\.|dx[.-])?doi(?:\.org|-org\.[\w.-]{1,100})\/|(?:info:)?doi[:/])?\s*10\.\d{4,9}\//i.test(value)
        ? normaliseDoi(value)
        : undefined,
    )
    .find(Boolean)

/** "PMID: 123", "info:pmid/123" or an address of PubMed → "123". Nothing where other text stands around it. */
export const normalisePmid = (text: string): string | undefined =>
  /^(?:info:)?(?:(?:pmid|pubmed)[:/\s]*|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?0*([1-9]\d{0,8})\/?$/i.exec(
    tidy(text),
  )?.[1]

/** "PMC 123", "pmcid:PMC123" or an address of PubMed Central (old ones have digits alone) → "PMC123". */
export const normalisePmcid = (text: string): string | undefined => {
  const digits = /(?:^|[^a-z])pmc(?:\s?|\/articles\/(?:pmc)?)0*([1-9]\d{0,9})(?:\.\d+)?(?!\w)/i.exec(tidy(text))?.[1]
  return digits && `PMC${digits}`
}

/** "arXiv:2101.00001v2" → "2101.00001": versions are one paper. */
export const normaliseArxiv = (text: string): string | undefined =>
  /arxiv(?:\.org\/(?:abs|pdf|html)\/|[:./\s]*)((?:\d{4}\.\d{4,5})|(?:[a-z-]+(?:\.[a-z]{2})?\/\d{7}))(?:v\d+)?(?!\d)/i
    .exec(tidy(text))?.[1]
    ?.toLowerCase()

/** A number of ClinicalTrials.gov: "NCT01234567". */
export const normaliseNct = (text: string): string | undefined => /(?:^|[^a-z0-9])(NCT\d{8})(?!\d)/i.exec(tidy(text))?.[1]?.toUpperCase()

/**
 * Registries of trials and reviews by the form of their numbers (ICTRP's primary registries; PROSPERO). Each is a kind of its
 * own: one trial may stand in several.
 */
const registries: Readonly<Record<string, RegExp>> = {
  nct: /(?:^|[^a-z0-9])(NCT\d{8})(?!\d)/i,
  isrctn: /\b(ISRCTN\s?\d{6,9})(?!\d)/i,
  actrn: /\b(ACTRN\s?\d{14}p?)(?!\d)/i,
  chictr: /\b(ChiCTR[-\w]*\d{6,})(?!\d)/i,
  drks: /\b(DRKS\d{8})(?!\d)/i,
  jrct: /\b(jRCTs?\d{9,10})(?!\d)/i,
  umin: /\b(UMIN\d{9})(?!\d)/i,
  ctri: /\b(CTRI\/\d{4}\/\d{2,3}\/\d{6})(?!\d)/i,
  irct: /\b(IRCT\d{8,}N?\d*)(?!\d)/i,
  kct: /\b(KCT\d{7})(?!\d)/i,
  pactr: /\b(PACTR\d{12,})(?!\d)/i,
  rbr: /\b(RBR-\w{6,9})\b/i,
  tctr: /\b(TCTR\d{8,})(?!\d)/i,
  eudract: /\b(\d{4}-[05]\d{5}-\d{2})(?!\d)/,
  prospero: /\b(CRD\s?\d{9,12})(?!\d)/i,
}

/** The first number of a registry in a text: which registry, and the number in capitals without spaces. */
export const normaliseRegistry = (text: string): { registry: string; number: string } | undefined => {
  const plain = tidy(text)
  for (const [registry, form] of Object.entries(registries)) {
    const number = form.exec(plain)?.[1]
    if (number) return { registry, number: number.replace(/\s/g, '').toUpperCase() }
  }
  return undefined
}
