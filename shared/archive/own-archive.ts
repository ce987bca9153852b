import type { PasskeyLine, SessionLine, MemberStatus } from '../api/access.ts'
import type { TokenLine } from '../api/tokens.ts'
import type { Role } from '../domain/entities.ts'

/** What the archive of a person's own data is: a zip of these files (docs/archive.md). */
export const ownFormat = 'gleaner-person'
/** As that of a network's archive: minor where something came to it, major where a line means something else. */
export const ownSchemaVersion = { major: 1, minor: 0 } as const
export const ownReadmeSpanishName = 'LEEME.txt'

/** What a bank holds of one person: what they sent, said and did there, and what they keep for themselves alone. */
export const ownKinds = ['ideas', 'evidence', 'stances', 'comments', 'kept', 'log'] as const
export type OwnKind = (typeof ownKinds)[number]

/** The lines of `account/<name>.jsonl`: what the directory holds of a person. */
export interface AccountLines {
  person: { id: string; name: string; since: number }
  /** `slug` is the network's folder in the archive. */
  memberships: { slug: string; network: string; role: Role; site: string; label: string; status: MemberStatus; since: number }
  identities: { issuer: string; subject: string; since: number }
  passkeys: PasskeyLine
  sessions: SessionLine
  /** Access tokens; their secrets are kept nowhere. */
  tokens: TokenLine & { network: string }
}
export type AccountKind = keyof AccountLines

/** A line of `account/audit/0001.jsonl`. */
export interface OwnAuditLine {
  at: number
  network: string
  action: string
  subject: string
  detail: string
  source: string
}

/** The lines of `kept` and `log`; those of the other kinds are entities (shared/domain/entities.ts). */
export interface OwnLines {
  kept: { name: string; value: string; at: number }
  log: { seq: number; at: number; name: string; args: unknown; status: string }
}

/** `archive.json`. */
export interface OwnHead {
  format: string
  schemaVersion: { major: number; minor: number }
  /** When it was made, in milliseconds since 1970. */
  madeAt: number
  person: { id: string; name: string }
  /** Lines, by kind; of networks by their folder. */
  counts: { account: Record<string, number>; networks: Record<string, Record<string, number>> }
}

export const accountName = (kind: AccountKind): string => `account/${kind}.jsonl`
const part = (number: number): string => String(number).padStart(4, '0')
export const auditName = (number: number): string => `account/audit/${part(number)}.jsonl`
export const ownName = (slug: string, kind: OwnKind, number: number): string => `networks/${slug}/data/${kind}/${part(number)}.jsonl`
export const ownTableName = (slug: string, table: 'ideas' | 'evidence'): string => `networks/${slug}/tables/${table}.csv`
export const ownReferencesName = (slug: string, extension: string): string => `networks/${slug}/references/references.${extension}`
