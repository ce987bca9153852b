/** Records of PubMed's XML and of MEDLINE's text, in the form in which esummary tells of the same items (`db=pubmed&retmode=json`). */
export interface Summary {
  uid: string
  [part: string]: unknown
}

const decoded = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()

const inner = (text: string, name: string): string => new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(text)?.[1] ?? ''
const all = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, 'g'))].map(([, content = '']) => content)
const read = (text: string, name: string): string => decoded(inner(text, name))

/** "ExpressionOfConcernIn" → "Expression of concern in". */
const linkName = (type: string): string => type.replace(/(?!^)[A-Z]/g, (sign) => ` ${sign.toLowerCase()}`)

const printedDate = (date: string): string =>
  read(date, 'MedlineDate') ||
  [read(date, 'Year'), read(date, 'Month') || read(date, 'Season'), read(date, 'Day')].filter(Boolean).join(' ')

const authorOf = (author: string): object => {
  const group = read(author, 'CollectiveName')
  const name = [read(author, 'LastName'), read(author, 'Initials'), read(author, 'Suffix')].filter(Boolean).join(' ')
  return { name: group || name, authtype: group ? 'CollectiveName' : 'Author', clusterid: '' }
}

const ofXml = (record: string): Summary => {
  const links = [...record.matchAll(/<CommentsCorrections RefType="(\w+)">([\s\S]*?)<\/CommentsCorrections>/g)]
  const own = inner(record.slice(Math.max(0, record.indexOf('<PubmedData>'))), 'ArticleIdList')
  return {
    uid: read(record, 'PMID'),
    pubdate: printedDate(inner(record, 'PubDate')),
    epubdate: printedDate(inner(record, 'ArticleDate')),
    source: read(record, 'MedlineTA'),
    authors: all(inner(record, 'AuthorList'), 'Author').map(authorOf),
    title: read(record, 'ArticleTitle'),
    volume: read(record, 'Volume'),
    issue: read(record, 'Issue'),
    pages: read(record, 'MedlinePgn'),
    issn: read(record, 'ISSNLinking') || read(record, 'ISSN'),
    essn: read(record, 'ISSN'),
    pubtype: all(record, 'PublicationType').map(decoded),
    articleids: [...own.matchAll(/<ArticleId IdType="(\w+)">([^<]*)</g)].map(([, idtype, value = '']) => ({
      idtype,
      value: decoded(value),
    })),
    references: links.map(([, type = '', link = '']) => ({
      refsource: read(link, 'RefSource'),
      reftype: linkName(type),
      pmid: Number(read(link, 'PMID')) || '',
      note: '',
    })),
    fulljournalname: read(inner(record, 'Journal'), 'Title'),
    vernaculartitle: read(record, 'VernacularTitle'),
  }
}

const medlineLinks: Readonly<Record<string, string>> = {
  ECI: 'Expression of concern in',
  ECF: 'Expression of concern for',
  RIN: 'Retraction in',
  ROF: 'Retraction of',
  CIN: 'Comment in',
  EIN: 'Erratum in',
}

const ofMedline = (text: string): Summary => {
  const lines = [...text.replace(/\r?\n {6}/g, ' ').matchAll(/^([A-Z]+) *- (.*)$/gm)].map(
    ([, tag = '', value = '']) => [tag, decoded(value)] as const,
  )
  const values = (tag: string): string[] => lines.filter(([name]) => name === tag).map(([, value]) => value)
  const first = (tag: string): string => values(tag)[0] ?? ''
  return {
    uid: first('PMID'),
    pubdate: first('DP'),
    source: first('TA'),
    authors: [
      ...values('AU').map((name) => ({ name, authtype: 'Author' })),
      ...values('CN').map((name) => ({ name, authtype: 'CollectiveName' })),
    ],
    title: first('TI'),
    volume: first('VI'),
    issue: first('IP'),
    pages: first('PG'),
    issn:
      values('IS')
        .find((one) => one.includes('Linking'))
        ?.slice(0, 9) ?? '',
    essn:
      values('IS')
        .find((one) => one.includes('Electronic'))
        ?.slice(0, 9) ?? '',
    pubtype: values('PT'),
    articleids: values('AID').flatMap((id) => {
      const [, value, idtype] = /^(.*) \[(\w+)\]$/.exec(id) ?? []
      return value ? [{ idtype, value }] : []
    }),
    references: lines.flatMap(([tag, value]) => {
      const reftype = medlineLinks[tag]
      const [, refsource = value, pmid = ''] = /^(.*?)(?: PMID: *(\d+))?$/.exec(value) ?? []
      return reftype ? [{ refsource, reftype, pmid: Number(pmid) || '', note: '' }] : []
    }),
    fulljournalname: first('JT'),
  }
}

/** Every record of a file, by the ending of its name. */
export const summariesOf = (name: string, text: string): Summary[] =>
  name.endsWith('.xml')
    ? text
        .split(/<PubmedArticle\b/)
        .slice(1)
        .map(ofXml)
    : [ofMedline(text)]
