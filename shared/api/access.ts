import type { Me } from './bank.ts'
import type { Role } from '../domain/entities.ts'

/** What the Worker says of people, sessions and invitations. Times are milliseconds since 1970. */

/** A signed-in browser or a connected extension, as its owner sees it. */
export interface SessionLine {
  id: string
  kind: 'web' | 'device'
  label: string
  network: string
  createdAt: number
  lastUsed: number
  /** The one that asks. */
  current: boolean
}

/** GET /v1/sessions */
export interface SessionsReply {
  sessions: SessionLine[]
}

/** GET /v1/my-networks */
export interface MyNetworksReply {
  networks: { slug: string; name: string; role: Role }[]
}

export type MemberStatus = 'active' | 'suspended' | 'removed'

export interface MemberLine {
  person: string
  name: string
  role: Role
  site: string
  /** Such as "family partner". */
  label: string
  status: MemberStatus
  since: number
  /** The name reads like that of a coordinator, an admin or of steering; only where it does, and only in lists. */
  alike?: true
  /** A program of the network, which nobody signs in as (`tokens.ts`). */
  service?: true
}

/** GET /v1/networks/:network/members */
export interface MembersReply {
  members: MemberLine[]
}

/** What a member leaves behind: all of it stays, and somebody has to look after it. */
export interface PendingWork {
  /** Active ideas that they sent. */
  proposed: number
  /** Active ideas that they lead. */
  leading: number
  /** Active ideas that nobody else leads. */
  onlyLead: string[]
}

/** DELETE /v1/networks/:network/members/:person */
export interface RemovalReply {
  pending: PendingWork
}

/** POST /v1/networks/:network/invitations: `code` is said once and kept nowhere. */
export interface InvitationReply {
  id: string
  code: string
  expiresAt: number
}

/** POST /v1/join/look: what an open invitation is to. */
export interface InvitedTo {
  network: string
  role: Role
  site: string
  siteLabel: string
  /** Such as "family partner". */
  label: string
}

export interface InvitationLine {
  id: string
  role: Role
  site: string
  label: string
  uses: number
  used: number
  madeBy: string
  /** Their name; a network's first admin may not be among the people of its bank yet. */
  madeByName: string
  createdAt: number
  expiresAt: number
  revoked: boolean
}

/** GET /v1/networks/:network/invitations */
export interface InvitationsReply {
  invitations: InvitationLine[]
}

/** GET /v1/networks/:network/start: what somebody who has just joined goes on with. */
export interface StartReply {
  /** Where the operator says that the extension is to be had; `file`: a page or a file beside the stores. https addresses. */
  stores: Partial<Record<'chrome' | 'edge' | 'firefox' | 'file', string>>
  /** The asker's own that are connected to this network, the latest first, 20 at most. */
  extensions: { label: string; since: number; lastUsed: number }[]
}

/** GET /v1/networks/:network/setup: how far a network is that begins. Counts of active members, open invitations and connected extensions. */
export interface SetupReply {
  coordinators: number
  steering: number
  coordinatorsInvited: number
  steeringInvited: number
  extensions: number
}

/** GET /v1/networks/:network/audit?before=&action=&person=&from=&to= */
export interface AuditReply {
  lines: {
    number: number
    at: number
    person: string
    name: string
    action: string
    subject: string
    /** The name of the person that the subject is, if it is one. */
    subjectName: string
    detail: string
    source: string
  }[]
  next: number | null
}

/** POST /v1/networks/:network/connections: what the page at /connected shows the extension. */
export interface ConnectionReply {
  code: string
  state: string
  iss: string
}

/** POST /v1/device-codes */
export interface DeviceCodeReply {
  deviceCode: string
  userCode: string
  /** Where the person types the code. */
  address: string
  /** Milliseconds between two questions. */
  interval: number
  expiresAt: number
}

/** POST /v1/device-codes/token: not yet, or the token. */
export type DeviceTokenReply = { is: 'waiting' } | { is: 'connected'; token: string; me: Me }

/** GET /v1/providers/:provider */
export interface ProviderReply {
  label: string
}

/** A key that a person's device or password manager holds. */
export interface PasskeyLine {
  id: string
  label: string
  createdAt: number
  lastUsed: number
}

/** GET and POST /v1/passkeys, DELETE /v1/passkeys/:id */
export interface PasskeysReply {
  passkeys: PasskeyLine[]
}

/** GET /v1/networks/:network/providers */
export interface ProvidersReply {
  providers: { id: string; label: string }[]
}

/** What members of a group or role, as the hospital names it, come in as; site `''`: the provider's own. */
export interface GroupRole {
  group: string
  role: Role
  site: string
}

/** GET and POST /v1/networks/:network/providers/:provider/groups. Without a claim no groups are read; the first that fits counts. */
export interface GroupRolesReply {
  claim: string
  groups: GroupRole[]
}

/** What a trial sign-in came to, behind the `#` of /hospital-trial as URL-encoded JSON; kept nowhere. */
export interface ProviderTrial {
  label: string
  /** Why nobody may come in so, as the audit would say it; empty where they may. */
  refused: string
  claims: { name: string; value: string }[]
  /** What a new member would come in as. */
  gives?: { role: Role; site: string }
}

/** An address, or a hospital's word, that signs its person in. */
export interface IdentityLine {
  id: string
  kind: 'mail' | 'hospital'
  label: string
  createdAt: number
}

/** GET /v1/identities, DELETE /v1/identities/:id */
export interface IdentitiesReply {
  identities: IdentityLine[]
}
