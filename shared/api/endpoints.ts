import type {
  AuditReply,
  ConnectionReply,
  DeviceCodeReply,
  DeviceTokenReply,
  GroupRolesReply,
  IdentitiesReply,
  InvitationReply,
  InvitationsReply,
  InvitedTo,
  MemberLine,
  MembersReply,
  MemberStatus,
  MyNetworksReply,
  PasskeysReply,
  PendingWork,
  ProviderReply,
  ProvidersReply,
  RemovalReply,
  SessionsReply,
  SetupReply,
  StartReply,
} from './access.ts'
import type { AllowanceReply, DigestReply, NewsReply, PersonalReply } from './answers.ts'
import type {
  DeadLettersReply,
  DeviceReply,
  FrameworkReply,
  FurtherPart,
  FurtherParts,
  HealthReply,
  IdeaPage,
  IdeasReply,
  Matrix,
  Me,
  PairingReply,
  SettingsHistoryReply,
} from './bank.ts'
import type { ArchiveReply } from './archive.ts'
import type { BoardReply, CountsReply, DecisionsReply } from './board.ts'
import type { EvidenceMapReply, EvidenceReply } from './evidence.ts'
import type { FacetsReply } from './facets.ts'
import type { ImportedReply, ImportsReply, KnownClipsReply, KnownReply } from './imports.ts'
import type { PasskeyCreation, PasskeyRequest } from './passkeys.ts'
import type { HealthyReply, ReadyReply } from './ready.ts'
import type { LessonReply, ReportsReply } from './reports.ts'
import type { NewToken, NewTokenReply, ServicesReply, TokensReply } from './tokens.ts'
import type { AskedReply, ListedClipsReply, LookupsReply } from './lookups.ts'
import type { NewEvidenceReply, TriedReply, WaitingEvidenceReply } from './new-evidence.ts'
import type { HookDeliveriesReply, HookDelivery, HookLine, HookSecretReply, HookSetting, HooksReply } from './webhooks.ts'
import type { Role } from '../domain/entities.ts'
import type { QueuedMutation, MutateReply, SyncReply } from '../sync/protocol.ts'

/** It was done, and there is nothing to say. */
export type Nothing = Record<string, never>

/** A list's filters, as `IdeasReply` (bank.ts) explains them. */
type IdeasQuery = Partial<
  Record<
    'pathway' | 'phase' | 'disposition' | 'topic' | 'site' | 'asked' | 'taken' | 'level' | 'q' | 'sort' | 'after' | 'limit',
    string | undefined
  >
>
/** The filters of the list of evidence, as `EvidenceReply` (evidence.ts) explains them. */
type EvidenceQuery = Partial<Record<'topic' | 'kind' | 'level' | 'state' | 'q' | 'after' | 'limit', string | undefined>>
/** Times are milliseconds since 1970, in digits. */
interface Period {
  from?: string | undefined
  to?: string | undefined
}
type AuditQuery = Period & Partial<Record<'before' | 'action' | 'person', string | undefined>>

/**
 * Every address under /v1, and those for whoever watches the server: what is sent there and what comes back. The Worker's routes and the dashboard's calls take their types
 * from here, and the test of who gets what has a row for each. `reply` is JSON; where there is none, a page, a file, a redirect or
 * a socket is answered. Every endpoint may also answer `ErrorReply` with a 4xx or 5xx; who may ask is told where its route is.
 */
export interface Endpoints {
  'GET /health': { reply: HealthyReply }
  'GET /ready': { reply: ReadyReply }
  'GET /metrics': { query: Nothing }

  'POST /v1/session': { body: { code: string; name?: string }; reply: Me }
  'DELETE /v1/session': { reply: Nothing }
  'POST /v1/session/network': { body: { network: string }; reply: Me }
  'GET /v1/sessions': { reply: SessionsReply }
  'DELETE /v1/sessions': { reply: { ended: number } }
  'DELETE /v1/sessions/:id': { reply: Nothing }
  'GET /v1/me': { reply: Me }
  'GET /v1/my-networks': { reply: MyNetworksReply }
  'GET /v1/my-data': { query: Nothing }
  'DELETE /v1/my-data': { reply: Nothing }
  'GET /v1/identities': { reply: IdentitiesReply }
  'DELETE /v1/identities/:id': { reply: IdentitiesReply }
  'POST /v1/devices': { body: { code: string; name?: string }; reply: DeviceReply }
  'POST /v1/pairings': { body: { person?: string }; reply: PairingReply }
  'POST /v1/join': { body: { code: string; name?: string }; reply: Me }
  'POST /v1/join/look': { body: { code: string }; reply: InvitedTo }
  'POST /v1/email-codes': { body: { address: string }; reply: Nothing }
  'POST /v1/email-codes/redeem': { body: { code: string }; reply: Me }
  'POST /v1/passkeys/challenge': { reply: PasskeyRequest }
  'POST /v1/passkeys/sign-in': { body: { response: unknown }; reply: Me }
  'GET /v1/passkeys': { reply: PasskeysReply }
  'POST /v1/passkeys/options': { reply: PasskeyCreation }
  'POST /v1/passkeys': { body: { label: string; response: unknown }; reply: PasskeysReply }
  'DELETE /v1/passkeys/:id': { reply: PasskeysReply }
  'POST /v1/connections/token': { body: { code: string; verifier: string }; reply: DeviceReply }
  'POST /v1/device-codes': { body: { label?: string }; reply: DeviceCodeReply }
  'POST /v1/device-codes/look': { body: { userCode: string }; reply: { label: string } }
  'POST /v1/device-codes/token': { body: { deviceCode: string }; reply: DeviceTokenReply }
  'GET /v1/providers/:provider': { reply: ProviderReply }
  'GET /v1/providers/:provider/start': { query: Nothing }
  'GET /v1/providers/:provider/callback': { query: { code?: string; state?: string } }
  'POST /v1/providers/:provider/link': { reply: { address: string } }
  'GET /v1/human': { query: { back?: string } }
  'POST /v1/human': { query: Nothing }

  'POST /v1/networks/:network/sync': { reply: SyncReply }
  'POST /v1/networks/:network/mutations': { body: { mutations: Pick<QueuedMutation, 'id' | 'name' | 'args'>[] }; reply: MutateReply }
  'GET /v1/networks/:network/framework': { reply: FrameworkReply }
  'GET /v1/networks/:network/framework/history': { reply: SettingsHistoryReply }
  'GET /v1/networks/:network/matrix': { reply: Matrix }
  'GET /v1/networks/:network/board': { query: { pathway: string }; reply: BoardReply }
  'GET /v1/networks/:network/counts': { reply: CountsReply }
  'GET /v1/networks/:network/decisions': { reply: DecisionsReply }
  'GET /v1/networks/:network/ideas': { query: IdeasQuery; reply: IdeasReply }
  'GET /v1/networks/:network/facets': { query: IdeasQuery; reply: FacetsReply }
  'GET /v1/networks/:network/evidence': { query: EvidenceQuery; reply: EvidenceReply }
  'GET /v1/networks/:network/evidence/map': { reply: EvidenceMapReply }
  'GET /v1/networks/:network/imports': { reply: ImportsReply }
  'GET /v1/networks/:network/imports/:run': { reply: ImportedReply }
  'POST /v1/networks/:network/imports/known': { body: { ideas: string[] }; reply: KnownReply }
  'POST /v1/networks/:network/imports/known-clips': { body: { evidence: string[]; keys: string[] }; reply: KnownClipsReply }
  'GET /v1/networks/:network/ideas/:id': { reply: IdeaPage }
  'GET /v1/networks/:network/ideas/:id/further': { query: { of: FurtherPart; after: string }; reply: FurtherParts }
  'GET /v1/networks/:network/export/ideas/:format': { query: IdeasQuery }
  'GET /v1/networks/:network/export/references/:format': { query: IdeasQuery & { idea?: string; of?: 'list' | 'network' } }
  'GET /v1/networks/:network/archive': { query: Nothing }
  'POST /v1/networks/:network/archive': { reply: ArchiveReply }
  'GET /v1/networks/:network/news': { reply: NewsReply }
  'GET /v1/networks/:network/allowance': { reply: AllowanceReply }
  'GET /v1/networks/:network/digest': { query: Period; reply: DigestReply }
  'GET /v1/networks/:network/reports': { query: Partial<Record<'from' | 'to', string | undefined>>; reply: ReportsReply }
  'GET /v1/networks/:network/lesson': { reply: LessonReply }
  'GET /v1/networks/:network/personal': { reply: PersonalReply }
  'POST /v1/networks/:network/personal': { body: { name: string; value: string }; reply: Nothing }
  'GET /v1/networks/:network/health': { reply: HealthReply }
  'GET /v1/networks/:network/dead-letters': { reply: DeadLettersReply }
  'GET /v1/networks/:network/start': { reply: StartReply }
  'GET /v1/networks/:network/setup': { reply: SetupReply }
  'GET /v1/networks/:network/watch': { query: Nothing }
  'POST /v1/networks/:network/connections': { body: { challenge: string; state: string; label?: string }; reply: ConnectionReply }
  'POST /v1/networks/:network/device-codes': { body: { userCode: string }; reply: Nothing }
  'GET /v1/networks/:network/members': { reply: MembersReply }
  'GET /v1/networks/:network/members/:person/pending': { reply: PendingWork }
  'POST /v1/networks/:network/members/:person': {
    body: { role?: Role; site?: string; label?: string; status?: Exclude<MemberStatus, 'removed'> }
    reply: MemberLine
  }
  'DELETE /v1/networks/:network/members/:person': { query: { name?: 'keep' | 'drop' }; reply: RemovalReply }
  'GET /v1/networks/:network/invitations': { reply: InvitationsReply }
  'POST /v1/networks/:network/invitations': {
    body: { role: Role; site?: string; label?: string; uses?: number; days?: number }
    reply: InvitationReply
  }
  'DELETE /v1/networks/:network/invitations/:id': { reply: Nothing }
  'GET /v1/networks/:network/providers': { reply: ProvidersReply }
  'GET /v1/networks/:network/providers/:provider/groups': { reply: GroupRolesReply }
  'POST /v1/networks/:network/providers/:provider/groups': { body: GroupRolesReply; reply: GroupRolesReply }
  'POST /v1/networks/:network/providers/:provider/trial': { reply: { address: string } }
  'GET /v1/networks/:network/tokens': { reply: TokensReply }
  'POST /v1/networks/:network/tokens': { body: NewToken; reply: NewTokenReply }
  'DELETE /v1/networks/:network/tokens/:id': { reply: Nothing }
  'GET /v1/networks/:network/services': { reply: ServicesReply }
  'POST /v1/networks/:network/services': { body: NewToken & { name: string; role: Role; site: string }; reply: NewTokenReply }
  'POST /v1/networks/:network/services/:person/tokens': { body: NewToken; reply: NewTokenReply }
  'GET /v1/networks/:network/lookups': { reply: LookupsReply }
  'GET /v1/networks/:network/lookups/clips': { query: { after?: string }; reply: ListedClipsReply }
  'GET /v1/networks/:network/evidence/:id/lookups': { reply: AskedReply | Nothing }
  'GET /v1/networks/:network/ideas/:id/new-evidence': { query: { since?: string | undefined }; reply: NewEvidenceReply }
  'GET /v1/networks/:network/new-evidence': { query: { since?: string | undefined }; reply: WaitingEvidenceReply }
  'POST /v1/networks/:network/searches': { body: { search: string }; reply: TriedReply }
  'GET /v1/networks/:network/hooks': { reply: HooksReply }
  'POST /v1/networks/:network/hooks': { body: HookSetting; reply: HookSecretReply }
  'POST /v1/networks/:network/hooks/:id': { body: Partial<HookSetting & { state: 'on' | 'paused' }>; reply: HookLine }
  'DELETE /v1/networks/:network/hooks/:id': { reply: Nothing }
  'POST /v1/networks/:network/hooks/:id/secret': { reply: HookSecretReply }
  'POST /v1/networks/:network/hooks/:id/test': { reply: HookDelivery }
  'GET /v1/networks/:network/hooks/:id/deliveries': { query: { before?: string | undefined }; reply: HookDeliveriesReply }
  'POST /v1/networks/:network/hooks/:id/deliveries/:number': { reply: HookDelivery }
  'GET /v1/networks/:network/audit': { query: AuditQuery; reply: AuditReply }
  'GET /v1/networks/:network/audit.csv': { query: AuditQuery }
}

/** A method and the pattern of an address, such as `GET /v1/me`. */
export type Endpoint = keyof Endpoints

type Replies = { [E in Endpoint]: Endpoints[E] extends { reply: infer Reply } ? Reply : never }
type Bodies = { [E in Endpoint]: Endpoints[E] extends { body: infer Body } ? Body : undefined }
type Queries = { [E in Endpoint]: Endpoints[E] extends { query: infer Query } ? Query : Nothing }

/** What an endpoint answers as JSON; `never` where that is a page, a file, a redirect or a socket. */
export type ReplyOf<E extends Endpoint> = Replies[E]
export type BodyOf<E extends Endpoint> = Bodies[E]
export type QueryOf<E extends Endpoint> = Queries[E]

/** The pattern alone. */
export type PathOf<E extends Endpoint> = E extends `${string} ${infer Path}` ? Path : never

/** The names of a pattern's variable parts: `id` of `/v1/sessions/:id`. */
export type PartsOf<Path extends string> = Path extends `${infer First}/${infer Rest}`
  ? PartsOf<First> | PartsOf<Rest>
  : Path extends `:${infer Name}`
    ? Name
    : never
