import type { Role } from './entities.ts'

/** Who asks, in which role, and when; always from the Worker, never from the message. */
export interface Context {
  person: string
  role: Role
  /** The person's own site, empty for network staff. */
  site: string
  /** Milliseconds since 1970 by the Worker's clock. */
  at: number
  /** It goes without the person's name; worked out where it is decided (`isUnnamed`), never sent. */
  unnamed?: true
}
