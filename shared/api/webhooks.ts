import type { HookEventType, HookFormat } from '../webhooks/hook-events.ts'
import type { Language } from '../i18n/language.ts'

/** What an admin sets of a webhook. */
export interface HookSetting {
  name: string
  /** https, on the public Internet. */
  address: string
  format: HookFormat
  /** At least one. */
  events: HookEventType[]
  /** Whether its messages may have what people wrote; ids, keys and states otherwise. */
  words: boolean
  /** Of cards for Teams and Slack. */
  language: Language
}

/** One event for one webhook, and how its last try ended. Times are milliseconds since 1970. */
export interface HookDelivery {
  number: number
  /** The `webhook-id`. */
  event: string
  /** The type of the event; empty once it was deleted from the log. */
  type: string
  /** When it happened, and since when it is tried. */
  at: number
  since: number
  /** When it is tried next; `null` if it is not. */
  due: number | null
  tries: number
  state: 'waiting' | 'sent' | 'failed'
  triedAt: number | null
  /** The receiver's status, 0 where it gave none; and how many bytes it answered, of which none is kept. */
  status: number
  length: number
  /** Milliseconds. */
  took: number
  /** Empty where all is well. */
  problem: '' | 'timeout' | 'unreachable' | 'redirect' | 'address' | 'status'
}

export interface HookLine extends HookSetting {
  id: string
  state: 'on' | 'paused' | 'gone'
  at: number
  /** Failures in a row; until when nothing is sent because of them; until when the secret before signs as well. */
  failures: number
  restUntil: number | null
  oldUntil: number | null
  /** Deliveries that wait. */
  waiting: number
  last: HookDelivery | null
}

export interface HooksReply {
  hooks: HookLine[]
}

/** The secret (`whsec_…`) is shown this once. */
export interface HookSecretReply {
  hook: HookLine
  secret: string
}

/** The newest first; `next` is the number to ask for the page behind it with. */
export interface HookDeliveriesReply {
  deliveries: HookDelivery[]
  next: number | null
}
