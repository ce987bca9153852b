import type { AskedService, Assertion } from '../lookups/assertion.ts'

/** How the look-ups of a network do. */
export interface LookupsReply {
  /** Whether the operator says who asks: without it nobody is ever asked, whatever the network's setting. */
  allowed: boolean
  /** Items that are watched, and how many of them are due. */
  items: number
  due: number
  services: {
    service: string
    usedToday: number
    /** In a row. */
    failures: number
    /** Until when it is not asked, in milliseconds since 1970; 0: it may be asked. */
    rests: number
  }[]
}

/** Who was asked about the item of a clip. */
export interface AskedReply {
  /** When it is asked about next. */
  next: number
  services: {
    service: AskedService
    /** In milliseconds since 1970. */
    at: number
    /** Whether it has the item. */
    knows: boolean
  }[]
  /** Services that are asked about the item and have not answered, or not within the days after which it is asked about again. */
  silent: AskedService[]
}

/** A clip that a list may name. */
export interface ListedClip {
  evidence: string
  doi?: string
  pmid?: string
  /** What an uploaded list said of it so far, and the day of that list (shared/values/calendar-day.ts). */
  said?: Assertion[]
  day?: number
}

/** GET /v1/networks/:network/lookups/clips: query `after` (from `next`); `null`: these were the last. */
export interface ListedClipsReply {
  clips: ListedClip[]
  next: number | null
}
