import type { CitationFormatKey } from '../../../shared/citations/citation-formats.ts'
import { type Item, nameText } from './kept-item.ts'
import { run, type Tool } from './tool.ts'
import { all, decoded, first, marked } from './xml.ts'

const modsName = (name: string): string => {
  const given = marked(name, 'namePart', 'type="given"').join(' ')
  const [family] = marked(name, 'namePart', 'type="family"')
  const [suffix = ''] = marked(name, 'namePart', 'type="suffix"')
  return nameText(family === undefined ? { literal: first(name, 'namePart') ?? '' } : { family, given, suffix })
}

const modsTitle = (xml: string): string | undefined => [first(xml, 'title'), first(xml, 'subTitle')].filter(Boolean).join(': ') || undefined

/** MODS, the Library of Congress's schema, as bibutils fills it. */
const fromMods = (mods: string): Item => {
  const [host = ''] = all(mods, 'relatedItem')
  const own = mods.replace(host, '')
  const [start, end] = [first(mods, 'start'), first(mods, 'end')]
  const number = (kind: string): string | undefined => marked(mods, 'detail', `type="${kind}"`)[0]?.replace(/<\/?number>/g, '')
  const names = all(own, 'name').filter((name) => !name.includes('degree grantor'))
  return {
    title: modsTitle(own),
    author: names.length > 0 ? names.map(modsName).join('; ') : undefined,
    container: modsTitle(host),
    volume: number('volume'),
    issue: number('issue') ?? number('number'),
    page: [start, end].filter(Boolean).join('-') || first(mods, 'list') || number('page'),
    date: (first(mods, 'dateIssued') ?? first(mods, 'date'))?.replace(/-0/g, '-'),
    DOI: marked(mods, 'identifier', 'type="doi"')[0],
    PMID: marked(mods, 'identifier', 'type="pubmed"')[0],
    ISSN: marked(mods, 'identifier', 'type="issn"')[0],
    publisher:
      first(mods, 'publisher') ??
      all(own, 'name')
        .filter((name) => name.includes('degree grantor'))
        .map(modsName)[0],
    URL: marked(mods, 'url', '')[0],
    number: marked(mods, 'identifier', 'type="arXiv"')[0] ?? number('number'),
    note: all(mods, 'note').map(decoded).join('; '),
  }
}

/** Several of these programs tell their version where errors are told. */
const versionSaid = (program: string): string => run('sh', ['-c', `${program} --version 2>&1; true`]) ?? ''

const bibutilsReaders = { ris: 'ris2xml', bibtex: 'bib2xml' } as const

export const bibutils = (format: CitationFormatKey): Tool | undefined => {
  const program = format === 'csl-json' ? undefined : bibutilsReaders[format]
  const version = program && /version (\S+)/.exec(versionSaid(program))?.[1]
  if (!program || !version) return undefined
  return { name: 'bibutils', version, read: (file) => all(run(program, [], file) ?? '', 'mods').map(fromMods) }
}
