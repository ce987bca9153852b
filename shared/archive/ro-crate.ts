import { own } from '../values/own.ts'
import { crateName } from './archive-format.ts'

/** What the metadata of an archive say of the whole of it. */
export interface CrateOf {
  name: string
  description: string
  /** Whose it is, and who may use it. */
  terms: string
  /** A time as ISO 8601. */
  made: string
  /** What a file is, by its name. */
  titleOf: (name: string) => string
}

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

const titleOf = (name: string): string => own(about, name) ?? own(folders, name.split('/')[1] ?? '') ?? name

/** The metadata of a network's archive. */
export const networkCrate = ({ name, made }: { name: string; made: string }): CrateOf => ({
  name: `${name}: ideas, evidence and history`,
  description:
    'The whole idea bank of a learning network: ideas, evidence, stances, comments, measures, settings, members and the history of decisions.',
  terms: 'The archive belongs to the network that made it and names its members. Nobody else may use it without the network’s word.',
  made,
  titleOf,
})

/** The metadata of an archive by RO-Crate 1.2 (https://w3id.org/ro/crate/1.2), as JSON. */
export const crateMetadata = ({ name, description, terms, made, titleOf: title }: CrateOf, files: readonly CrateFile[]): string => {
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
      name,
      description,
      datePublished: made,
      license: { '@id': '#terms' },
      hasPart: files.map((file) => ({ '@id': file.name })),
    },
    { '@id': '#terms', '@type': 'CreativeWork', name: 'Not for publication', description: terms },
    ...files.map((file) => ({
      '@id': file.name,
      '@type': 'File',
      name: title(file.name),
      contentSize: String(file.size),
      encodingFormat: own(types, file.name.split('.').at(-1) ?? '') ?? 'application/octet-stream',
    })),
  ]
  return `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph }, null, 1)}\n`
}
