import { own } from '../values/own.ts'
import type { CrateOf } from './ro-crate.ts'

const about: Readonly<Record<string, string>> = {
  'README.txt': 'What is in this archive, and how to read it',
  'LEEME.txt': 'The same in Spanish',
  'archive.json': 'Format, version of the schema and counts',
  'account/person.jsonl': 'The person',
  'account/memberships.jsonl': 'Networks, with role and site',
  'account/identities.jsonl': 'Addresses and hospitals that sign the person in',
  'account/passkeys.jsonl': 'Passkeys, without what they sign with',
  'account/sessions.jsonl': 'Where the person is signed in',
  'account/tokens.jsonl': 'Access tokens, without their secrets',
}

/** By what stands in the folder of a network, or of the account. */
const folders: Readonly<Record<string, string>> = {
  'account/audit': 'Lines of the audit log about the person',
  'data/ideas': 'Ideas that the person sent',
  'data/evidence': 'Evidence that the person clipped',
  'data/stances': 'What the person said for a site',
  'data/comments': 'Comments and questions of the person',
  'data/kept': 'What the person keeps for themselves alone',
  'data/log': 'Everything that the person asked for, in order',
  'tables/ideas.csv': 'Ideas as a table',
  'tables/evidence.csv': 'Evidence as a table',
  'references/references.ris': 'References as RIS',
  'references/references.bib': 'References as BibTeX',
  'references/references.json': 'References as CSL-JSON',
}

const folderOf = (name: string): string => /^(?:networks\/[^/]+\/)?([^/]+\/[^/]+)/.exec(name)?.[1] ?? ''
const networkOf = (name: string): string => /^networks\/([^/]+)\//.exec(name)?.[1] ?? ''

const titleOf = (name: string): string => {
  const [title, network] = [own(about, name) ?? own(folders, folderOf(name)) ?? name, networkOf(name)]
  return network ? `${title} (${network})` : title
}

/** The metadata of the archive of a person's own data. `made` is a time as ISO 8601. */
export const ownCrate = ({ name, made }: { name: string; made: string }): CrateOf => ({
  name: name ? `Gleaner: own data of ${name}` : 'Gleaner: own data',
  description: 'Everything that Gleaner keeps about one person, and what they sent, said and did in their networks.',
  terms: 'The archive belongs to the person whom it is about.',
  made,
  titleOf,
})
