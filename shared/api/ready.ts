/** What `GET /health` answers: that the Worker runs. */
export interface HealthyReply {
  state: 'well'
}

/** What `GET /ready` answers: 200 where `ready`, else 503. It names no network and nobody. */
export interface ReadyReply {
  /** All of the following is as it should be. */
  ready: boolean
  directory: 'reached' | 'unreachable'
  /** Whether the directory has the newest tables that this build needs. */
  migration: 'applied' | 'missing' | 'unknown'
  /** The version of a bank’s tables that this build writes. */
  storageVersion: number
  /** `behind`: the server’s clock stands before the last end of a job. */
  clock: 'right' | 'behind' | 'unknown'
  /** Each scheduled job: seconds since it last ended well, and whether that is too long ago or its last run failed. */
  jobs: Readonly<Record<string, { age: number; state: 'well' | 'late' | 'failed' }>>
  /** How many banks are known to be harmed. */
  harmedBanks: number
}
