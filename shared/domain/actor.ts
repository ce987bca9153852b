import type { Role } from './entities.ts'

/** Who asks, in which role, and when; always from the Worker, never from the message. */
export interface Context {
  person: string
  role: Role
  /** The person's own site, empty for network staff. */
  site: string
  /** Milliseconds since 1970 by the Worker's clock. */
  at: number
  /** An admin of a network that has no coordinator, by the directory: does a coordinator's triage until there is one. */
  standsIn?: true
  /** It goes without the person's name; worked out where it is decided (`isUnnamed`), never sent. */
  unnamed?: true
  /** The network's own work, of no person; set by its object alone, never sent. */
  system?: true
}

/** What a row keeps where it was added in somebody else's name. */
export interface Entered {
  /** Who added it in the sender's name. */
  enteredBy?: string
  /** Whose it is, where that is no member: a name, as the sender wrote it. */
  guest?: string
}

/** What a clip keeps where it came to stand with ideas that were there already. */
export interface Attached {
  /** When that was, by the idea's id, in milliseconds since 1970; absent for ideas that it was clipped or proposed with. */
  attachedAt?: Record<string, number>
}
