import { isOversized } from './argument-size.ts'
import type { Role } from '../domain/entities.ts'
import { bytesOf } from '../values/page-bytes.ts'
import type { QueuedMutation } from './protocol.ts'
import { message, type Message } from '../i18n/message.ts'

/**
 * The rate limits of one member in a network, as token buckets: a bucket holds `most`, refills by `perHour`, and each mutation takes from it.
 * The numbers are several times what a busy person does, and a small part of what would hurt the others.
 */
export interface Bucket {
  most: number
  perHour: number
}

export type BucketName = 'mutations' | 'bytes' | 'share' | 'holds' | 'mentions' | 'invitations' | 'exports' | 'imports'

/** Bytes. */
const megabyte = 1024 * 1024
/** Hours. */
const year = 365 * 24

const ofMembers: Readonly<Record<BucketName, Bucket>> = {
  // A week offline is 300 clips of three mutations; a file of 1,000 unsent clips goes at once.
  mutations: { most: 3000, perHour: 1000 },
  // 300 clips weigh 5 MB, a file of 1,000 some 15.
  bytes: { most: 24 * megabyte, perHour: 8 * megabyte },
  // A fiftieth of an object's 10 GB, and as much again each year: forty times what ten clips a day come to.
  share: { most: 200 * megabyte, perHour: (200 * megabyte) / year },
  // Harm that somebody hears of: rarely one a day.
  holds: { most: 20, perHour: 1 },
  // Ten comments that each speak to everybody whom a comment may.
  mentions: { most: 200, perHour: 10 },
  invitations: { most: 100, perHour: 5 },
  exports: { most: 30, perHour: 30 },
  // Refused by role.
  imports: { most: 500, perHour: 100 },
}

const ofStaff: Readonly<Record<BucketName, Bucket>> = {
  ...ofMembers,
  // Bulk actions over 500 ideas, each undone, six times in an hour.
  mutations: { most: 6000, perHour: 6000 },
  bytes: { most: 48 * megabyte, perHour: 24 * megabyte },
  share: { most: 400 * megabyte, perHour: (400 * megabyte) / year },
  holds: { most: 200, perHour: 10 },
  mentions: { most: 600, perHour: 30 },
  // A list of 5,000 rows, taken out again, corrected and brought in once more.
  imports: { most: 20_000, perHour: 10_000 },
}

export const bucketsOf = (role: Role): Readonly<Record<BucketName, Bucket>> =>
  role === 'contributor' || role === 'site-lead' ? ofMembers : ofStaff

/** What is left in one person's buckets, and at what time (milliseconds since 1970); a bucket that nothing was taken from is full. */
export type Levels = Partial<Record<BucketName, { left: number; at: number }>>

export type Costs = Partial<Record<BucketName, number>>

const mentionsIn = (args: unknown): number => {
  const mentions = typeof args === 'object' && args !== null && 'mentions' in args ? args.mentions : undefined
  return Array.isArray(mentions) ? Math.min(mentions.length, 100) : 0
}

/** What SQLite keeps of a mutation beside its words (log row, index rows), and how often its words are kept: row, log, and what is searched. Measured on banks of 10,000. */
const [around, times] = [2048, 3]

/** The bytes that a mutation's arguments come to in the bank: of what was unfolded, so that nothing is gained by what gzip makes of it. What is oversized is not kept. */
export const weightOf = (args: unknown): number => around + (isOversized(args) ? 0 : times * bytesOf(JSON.stringify(args ?? null)))

const ofImports: ReadonlySet<string> = new Set(['importIdea', 'removeImported', 'importEvidence', 'removeImportedEvidence'])

export const costsOf = ({ name, args }: Pick<QueuedMutation, 'name' | 'args'>): Costs => {
  const [weight, mentions] = [weightOf(args), mentionsIn(args)]
  // Rows of a list are counted apart: a large one leaves enough for everything else.
  if (ofImports.has(name)) return { imports: 1, share: weight }
  return { mutations: 1, bytes: weight, share: weight, ...(name === 'holdIdea' ? { holds: 1 } : {}), ...(mentions ? { mentions } : {}) }
}

/** Milliseconds. */
const hour = 60 * 60 * 1000
/** For so long (milliseconds) after a deferred mutation, its device may still send the ones behind it. */
export const behindMayFollow = 2 * 60 * 1000

/** The least `Retry-After`, in milliseconds: what the bucket refills in a minute then runs at once, instead of one by one. */
export const soonest = 60 * 1000

const leftOf = (levels: Levels, name: BucketName, { most, perHour }: Bucket, now: number): number => {
  const level = levels[name]
  // A clock that was set back fills nothing.
  return level ? Math.min(most, level.left + (Math.max(0, now - level.at) * perHour) / hour) : most
}

/** Not now, but in so many milliseconds, when the bucket that is short has filled up so far. */
export interface Later {
  later: number
  short: BucketName
}

export type Spent = { levels: Levels } | Later

/**
 * Takes the costs out of the buckets, all or none. `factor` widens all of them
 * for a network whose operator wants that. A cost above what a bucket ever holds takes all of it.
 */
export const spend = (levels: Levels, role: Role, costs: Costs, now: number, factor = 1): Spent => {
  const [next, buckets] = [{ ...levels }, bucketsOf(role)]
  for (const [name, cost] of Object.entries(costs) as [BucketName, number][]) {
    const { most, perHour } = buckets[name]
    const bucket = { most: most * factor, perHour: perHour * factor }
    const [left, wanted] = [leftOf(levels, name, bucket, now), Math.min(cost, bucket.most)]
    if (left < wanted) return { later: Math.max(soonest, Math.ceil(((wanted - left) * hour) / bucket.perHour)), short: name }
    next[name] = { left: left - wanted, at: now }
  }
  return { levels: next }
}

/** How much of the share is used, from 0 to 1. */
export const usedShare = (levels: Levels, role: Role, now: number, factor = 1): number => {
  const { most, perHour } = bucketsOf(role).share
  return 1 - leftOf(levels, 'share', { most: most * factor, perHour: perHour * factor }, now) / (most * factor)
}

/** The used part of a share, between 0 and 1, from which people are warned. */
export const nearlyUsed = 0.8

const minutesOf = (later: number): number => Math.ceil(later / 60_000)

/** The message for a person whose mutation was not run because of the rate limit. */
export const laterMessage = ({ later, short }: Later): Message =>
  message(short === 'share' ? 'problem-later-share' : 'problem-later', { minutes: minutesOf(later) })
