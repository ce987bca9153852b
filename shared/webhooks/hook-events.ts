/** What a webhook can be told of, in the order in which it is offered. A name keeps its meaning for ever. */
export const hookEventTypes = [
  'idea.proposed',
  'idea.question',
  'idea.answer',
  'idea.moved',
  'idea.decided',
  'idea.held',
  'idea.result',
  'evidence.standing',
] as const
export type HookEventType = (typeof hookEventTypes)[number]

/** What an admin sends by hand to see whether it arrives. */
export const hookTest = 'hook.test'

/** In what form a receiver is told: Standard Webhooks, or the only form that a Teams or Slack channel takes. */
export const hookFormats = ['standard', 'teams', 'slack'] as const
export type HookFormat = (typeof hookFormats)[number]

/**
 * One thing that happened, as it is kept until it is delivered: ids, keys and states. No text that somebody typed and nobody's id is
 * ever in it; with a hook that may have words they are read when it is sent, as they stand then.
 */
export interface HookEvent {
  /** The `webhook-id`: the same at every try, at every receiver and when it is sent again. */
  id: string
  type: HookEventType | typeof hookTest
  /** When it happened, in milliseconds since 1970. */
  at: number
  /** Absent where it is about a clip or a test. */
  idea?: string
  /** What became of it in one word, such as `parked`, `approved`, `lifted`. */
  state?: string
  /** The key of the pathway or phase that it went to. */
  to?: string
  /** The key of the reason of an ending. */
  reason?: string
  /** The idea that lives on after a merge. */
  into?: string
  /** The key of the site that said something, and the result of its test. */
  site?: string
  result?: string
  comment?: string
  /** The clip whose item's standing is known now, and how it stands (shared/citations/citation.ts). */
  evidence?: string
  standing?: string
}

/** An idea as every member of the network sees it, for a receiver: what it is about and where it stands. */
export interface HookIdea {
  id: string
  pathway: string | null
  phase: string
  disposition: string
  onHold: boolean
  topic: string
  site: string
}

/** What people wrote; only for a hook whose admin said so. */
export interface HookWords {
  /** The idea's sentence. */
  idea?: string
  /** What was said: a question, an answer, the sentence of an ending, a site's note. */
  says?: string
  /** The title of a clip's item. */
  title?: string
}

/** What is told of an event: a payload is made of it in each format. */
export interface ToldEvent {
  event: HookEvent
  /** When it happened, as ISO 8601 in UTC. */
  time: string
  idea?: HookIdea
  words?: HookWords
  /** The network's key, and the address of the dashboard's page of it. */
  network: string
  link: string
}
