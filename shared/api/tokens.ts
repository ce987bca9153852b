import type { Role } from '../domain/entities.ts'
import type { MemberStatus } from './access.ts'

/** What the Worker says of access tokens, which programs show to /api/v1. Times are milliseconds since 1970. */

/** What a token is for. Its right is this and what its member's role allows: the smaller of both. */
export const tokenScopes = ['read', 'propose', 'decide', 'export', 'admin'] as const
export type TokenScope = (typeof tokenScopes)[number]

/** Days. */
export const longestToken = 365
/** Tokens that one member may have at a time. */
export const mostTokens = 20

export interface TokenLine {
  id: string
  label: string
  scopes: TokenScope[]
  createdAt: number
  expiresAt: number
  /** `null`: never. */
  lastUsed: number | null
  revoked: boolean
}

/** GET /v1/networks/:network/tokens: one's own, those that ended within 90 days included. */
export interface TokensReply {
  tokens: TokenLine[]
}

/** A new token; `secret` is said once and kept nowhere. */
export interface NewTokenReply {
  secret: string
  token: TokenLine
}

/** What is asked for. */
export interface NewToken {
  label: string
  scopes: TokenScope[]
  /** How long it lives. */
  days: number
}

/** A program that acts as a member of the network. */
export interface ServiceLine {
  person: string
  name: string
  role: Role
  site: string
  status: MemberStatus
  tokens: TokenLine[]
}

/** GET /v1/networks/:network/services */
export interface ServicesReply {
  services: ServiceLine[]
}

/** What stands behind the name of every service member, wherever it is shown. The same in all languages. */
export const serviceMark = '(API)'
