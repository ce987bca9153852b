import type { Kind } from '../domain/entities.ts'
import type { MemberStatus } from '../api/access.ts'
import type { Role } from '../domain/entities.ts'

/** What a network's archive is: a zip of these files (docs/archive.md). */
export const archiveFormat = 'gleaner-network'

/** Major: whoever reads an older one has to change its lines (upgrades.ts). Minor: something came to it. */
export const schemaVersion = { major: 1, minor: 0 } as const

export const headName = 'archive.json'
export const manifestName = 'manifest-sha256.txt'
export const crateName = 'ro-crate-metadata.json'
export const readmeName = 'README.txt'
export const membersName = 'data/members.jsonl'

/** The kinds in the order in which they are written. */
export const archivedKinds = ['framework', 'person', 'idea', 'evidence', 'stance', 'comment', 'series'] as const satisfies readonly Kind[]

/** Folders of data that come in parts: `data/idea/0001.jsonl`. `later`: rows that changed while the archive was made. */
export const partFolders = [...archivedKinds, 'later', 'log'] as const
export type PartFolder = (typeof partFolders)[number]
export const partName = (folder: string, number: number): string => `data/${folder}/${String(number).padStart(4, '0')}.jsonl`
const partPattern = /^data\/([a-z]+)\/(\d{4,6})\.jsonl$/
/** The folder of a part, if it is a file of data that comes in parts. */
export const folderOf = (name: string): PartFolder | undefined => partFolders.find((folder) => folder === partPattern.exec(name)?.[1])

/** `archive.json`. */
export interface ArchiveHead {
  format: string
  schemaVersion: { major: number; minor: number }
  /** When it was made, in milliseconds since 1970: the only thing in which two archives of one state differ. */
  madeAt: number
  network: { slug: string; name: string; createdAt: number }
  /** Lines of data. */
  counts: { rows: number; log: number; members: number }
}

/** A line of `data/members.jsonl`: whom the directory knows as a member, without ways to sign in. */
export interface ArchivedMember {
  person: string
  name: string
  role: Role
  site: string
  label: string
  status: MemberStatus
  since: number
  /** A program of the network, which nobody signs in as. */
  service: boolean
}

/** A line of an entity: as it now is, or `null` where it is gone. */
export interface ArchivedRow {
  kind: Kind
  id: string
  /** The number in the log that wrote it. */
  seq: number
  value: Record<string, unknown> | null
}

/** A line of `data/log`: what was asked for, by whom and when, what became of it, and which ideas it concerned. */
export interface ArchivedEntry {
  seq: number
  id: string
  person: string
  role: string
  site: string
  at: number
  name: string
  args: unknown
  status: string
  code: string | null
  reason: unknown
  message: string | null
  overwrote: unknown
  hidden: boolean
  takenBack: number | null
  ideas: string[]
}

/** Bytes: of the whole file, of one of its files unpacked, of all of them together; and how many files. */
export const archiveLimits = { packed: 64 * 1024 * 1024, file: 16 * 1024 * 1024, unpacked: 1024 * 1024 * 1024, files: 4000 } as const
