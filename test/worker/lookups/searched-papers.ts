/**
 * Papers that a test publishes at the local services: PubMed and Europe PMC find them by a word of the search and by the day on
 * which they were added, and answer in the form of the recorded answers.
 */
export interface PublishedPaper {
  pmid?: string
  doi?: string
  title: string
  types?: string[]
  /** "2026-11-30": when it was added. */
  added: string
  at: ('pubmed' | 'europepmc')[]
}

const byWord = new Map<string, PublishedPaper[]>()

export const publish = (word: string, papers: PublishedPaper[]): void => {
  byWord.set(word, [...(byWord.get(word) ?? []), ...papers])
}

const found = (text: string, since: string | undefined, service: PublishedPaper['at'][number]): PublishedPaper[] =>
  [...byWord]
    .filter(([word]) => text.includes(word))
    .flatMap(([, papers]) => papers)
    .filter(({ at, added }) => at.includes(service) && added >= (since?.replaceAll('/', '-') ?? ''))

/** ESearch: numbers as text, counts as text; an error inside 200 for the word “unsearchable”. `undefined` for a search of none of these words. */
export const searchedPubmed = (query: URLSearchParams): object | undefined => {
  const term = query.get('term') ?? ''
  if (term.includes('unsearchable')) return { esearchresult: { ERROR: 'Search Backend failed: Query is too complex' } }
  if (![...byWord.keys()].some((word) => term.includes(word))) return undefined
  const [, since] = /"(\d{4}\/\d\d\/\d\d)"\[crdt\]/.exec(term) ?? []
  const all = found(term, since, 'pubmed')
  const idlist = all.map(({ pmid }) => pmid).slice(0, Number(query.get('retmax') ?? 20))
  return {
    header: { type: 'esearch', version: '0.3' },
    esearchresult: {
      count: String(all.length),
      retmax: String(idlist.length),
      retstart: '0',
      idlist,
      translationset: [],
      querytranslation: `${term}[All Fields]`,
      ...(term.includes('zzqqxy') && { errorlist: { phrasesnotfound: ['zzqqxy'], fieldsnotfound: [] } }),
    },
  }
}

/** A record of ESummary, or `undefined` where no test published it. */
export const summaryOf = (uid: string): object | undefined => {
  const paper = [...byWord.values()].flat().find(({ pmid }) => pmid === uid)
  if (!paper) return undefined
  const { doi, title, types = ['Journal Article'], added } = paper
  return {
    uid,
    pubdate: `${added.slice(0, 4)} Nov 3`,
    source: 'Ann Made Up Wards',
    authors: [{ name: 'Brindle A', authtype: 'Author', clusterid: '' }],
    title: `${title}.`,
    pubtype: types,
    articleids: [{ idtype: 'pubmed', idtypen: 1, value: uid }, ...(doi ? [{ idtype: 'doi', idtypen: 3, value: doi }] : [])],
    fulljournalname: 'Annals of Made Up Wards',
    references: [],
  }
}

/** A page of Europe PMC's short answers; the cursor is the number of results before it. */
export const searchedEuropePmc = (query: URLSearchParams): object | undefined => {
  const text = query.get('query') ?? ''
  if (![...byWord.keys()].some((word) => text.includes(word))) return undefined
  const [, since] = /FIRST_IDATE:\[(\S+) TO/.exec(text) ?? []
  const all = found(text, since, 'europepmc')
  const [from, size] = [Number(query.get('cursorMark')) || 0, Number(query.get('pageSize') ?? 25)]
  const result = all.slice(from, from + size).map(({ pmid, doi, title, types = ['Journal Article'], added }, index) => ({
    id: pmid ?? `PPR${from + index}`,
    source: pmid ? 'MED' : 'PPR',
    ...(pmid && { pmid }),
    ...(doi && { doi }),
    title: `${title}.`,
    authorString: 'Brindle A.',
    journalTitle: 'Ann Made Up Wards',
    pubYear: added.slice(0, 4),
    pubType: types.join('; ').toLowerCase(),
    firstIndexDate: added,
    firstPublicationDate: added,
  }))
  return {
    version: '6.9',
    hitCount: all.length,
    nextCursorMark: String(from + result.length),
    request: {
      queryString: text,
      resultType: 'lite',
      cursorMark: query.get('cursorMark') ?? '*',
      pageSize: size,
      sort: '',
      synonym: false,
    },
    resultList: { result },
  }
}
