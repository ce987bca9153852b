/** Made-up items (10.5555/…) of whom the DOI says what became ("10.5555/retracted.1"), as services would answer about them. */
const update = (doi: string, type: string, source: string): object => ({
  DOI: doi,
  type,
  source,
  updated: { 'date-parts': [[2026, 5, 4]] },
  ...(source === 'retraction-watch' && { 'record-id': '990001' }),
})

/** A made-up work: its DOI says what it is ("10.5555/retracted.1"). */
export const madeUpWork = (doi: string): object | undefined => {
  const [, kind = ''] = /^10\.5555\/([a-z-]+)/.exec(doi) ?? []
  if (kind === '' || kind === 'unknown') return undefined
  const notice = `${doi}.notice`
  return {
    DOI: doi,
    type: 'journal-article',
    title: [`On ${doi}`],
    'container-title': ['Annals of Made Up Wards'],
    volume: '7',
    page: '1-9',
    issued: { 'date-parts': [[2021, 3]] },
    author: [{ given: 'Ana', family: 'Brindle' }],
    ...(kind === 'retracted' && {
      'updated-by': [update(notice, 'retraction', 'publisher'), update(notice, 'retraction', 'retraction-watch')],
    }),
    // Of it PubMed knows nothing.
    ...(kind === 'disputed' && { 'updated-by': [update(notice, 'retraction', 'publisher')] }),
    ...(kind === 'doubted' && { 'updated-by': [update(notice, 'expression_of_concern', 'publisher')] }),
    ...(kind === 'notice' && { 'update-to': [update('10.5555/retracted.1', 'retraction', 'publisher')] }),
  }
}

const pmidOf = (doi: string): string =>
  `3${Array.from(doi, (sign) => sign.charCodeAt(0)).reduce((sum, code) => (sum * 31 + code) % 10_000_000, 7)}`
/** Made-up DOIs by the PMID that was told of them. */
export const known = new Map<string, string>()

export const medlineTypes = (doi: string): string[] =>
  doi.includes('/retracted') ? ['Journal Article', 'Retracted Publication'] : ['Journal Article', 'Randomized Controlled Trial']

export const europePmcResult = (doi: string): object | undefined => {
  if (!madeUpWork(doi)) return undefined
  known.set(pmidOf(doi), doi)
  return {
    id: pmidOf(doi),
    source: 'MED',
    pmid: pmidOf(doi),
    doi,
    title: `On ${doi}.`,
    pubTypeList: { pubType: medlineTypes(doi) },
    fullTextUrlList: { fullTextUrl: [{ availabilityCode: 'OA', url: `https://open.example/${pmidOf(doi)}` }] },
  }
}

/** PubMed's search for a DOI. */
export const foundByDoi = (doi: string): object => {
  if (!madeUpWork(doi)) return { count: '0', idlist: [] }
  known.set(pmidOf(doi), doi)
  return { count: '1', idlist: [pmidOf(doi)] }
}

export const openAlexWork = (doi: string): object => ({
  id: 'https://openalex.org/W1',
  ids: { doi: `https://doi.org/${doi}` },
  is_retracted: doi.includes('retracted'),
})
