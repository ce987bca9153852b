import * as v from 'valibot'
import type { Happening } from '../notifications/digest.ts'
import type { NewsItem } from '../notifications/notifications.ts'
import type { FormCode } from '../values/issue-message.ts'

/** What the Worker answers to a person about themselves, and about a stretch of time. Times are milliseconds since 1970. */

/** GET /v1/networks/:network/allowance: how much of the person's share of the storage is used, from 0 to 1. */
export interface AllowanceReply {
  share: number
}

/** GET /v1/networks/:network/news: the newest 200 items, and what the person has seen of them. */
export interface NewsReply {
  items: NewsItem[]
  seen: number
  /** Whether this Worker can send mail at all, and whether this person wants decisions by mail. */
  mail: 'none' | 'on' | 'off'
}

/** What a person keeps in a network for themselves alone: never synced, never shown to others. */
export interface Personal {
  name: string
  value: string
  at: number
}

/** GET /v1/networks/:network/personal */
export interface PersonalReply {
  kept: Personal[]
}

/** POST /v1/networks/:network/personal: an empty value takes it away. 200 things a person, 4,000 characters each. */
export const personalSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9:-]{0,79}$/, 'form-not-a-name' satisfies FormCode)),
  value: v.pipe(v.string(), v.maxLength(4000)),
})

/** GET /v1/networks/:network/digest?from=&to= : what happened in between, oldest first; `cut` where there was more than 2,000 or than goes into a page of about 1 MB. */
export interface DigestReply {
  from: number
  to: number
  happenings: Happening[]
  cut: boolean
}
