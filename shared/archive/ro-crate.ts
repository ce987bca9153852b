import { own } from '../values/own.ts'
import { archiveFormat, crateName } from './archive-format.ts'

/** One file of an archive, as its metadata tell of it. */
export interface CrateFile {
  name: string
  /** Bytes. */
  size: number
}

const types: Readonly<Record<string, string>> = {
  jsonl: 'application/jsonl',
  json: 'application/json',
  csv: 'text/csv',
  ris: 'application/x-research-info-systems',
  bib: 'application/x-bibtex',
  txt: 'text/plain',
}

const about: Readonly<Record<string, string>> = {
  'README.txt': 'What is in this archive, and how to read it',
  'archive.json': 'Format, version of the schema, network and counts',
  'data/members.jsonl': 'Members, without ways to sign in',
  'tables/ideas.csv': 'Ideas as a table',
  'tables/members.csv': 'Members as a table',
  'references/references.ris': 'References as RIS',
  'references/references.bib': 'References as BibTeX',
  'references/references.json': 'References as CSL-JSON',
}

const folders: Readonly<Record<string, string>> = {
  framework: 'Settings of the network',
  person: 'Names of people as the bank shows them',
  idea: 'Ideas',
  evidence: 'Evidence that was clipped',
  stance: 'What sites say of ideas',
  comment: 'Comments and questions',
  series: 'Values of measures',
  later: 'Rows that changed while the archive was made',
  log: 'Everything that was asked for, in order, with what became of it',
}

const entityOf = ({ name, size }: CrateFile) => ({
  '@id': name,
  '@type': 'File',
  name: own(about, name) ?? own(folders, name.split('/')[1] ?? '') ?? name,
  contentSize: String(size),
  encodingFormat: own(types, name.split('.').at(-1) ?? '') ?? 'application/octet-stream',
})

/**
 * The metadata of an archive by RO-Crate 1.2 (https://w3id.org/ro/crate/1.2), as JSON. `made` is a time as ISO 8601.
 */
export const crateMetadata = (of: { format: string; name: string; made: string }, files: readonly CrateFile[]): string => {
  const isNetwork = of.format === archiveFormat
  const graph = [
    {
      '@id': crateName,
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: isNetwork ? `${of.name}: ideas, evidence and history` : `Gleaner: own data of ${of.name}`,
      description: isNetwork
        ? 'The whole idea bank of a learning network: ideas, evidence, stances, comments, measures, settings, members and the history of decisions.'
        : 'Everything that Gleaner keeps of one person.',
      datePublished: of.made,
      license: { '@id': '#terms' },
      hasPart: files.map(({ name }) => ({ '@id': name })),
    },
    {
      '@id': '#terms',
      '@type': 'CreativeWork',
      name: 'Not for publication',
      description: isNetwork
        ? 'The archive belongs to the network that made it and names its members. Nobody else may use it without the network’s word.'
        : 'The archive belongs to the person whom it is about.',
    },
    ...files.map(entityOf),
  ]
  return `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph }, null, 1)}\n`
}
