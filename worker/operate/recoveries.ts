/** Point-in-time recovery of a bank, as its operator asks for it; the Worker does it (worker/bank/recoveries.ts). */
export interface AskedRecovery {
  number: number
  asked_at: number
  moment: number | null
  bookmark: string | null
  state: 'asked' | 'set' | 'done' | 'refused'
  undo: string | null
  said: string
}

const keptFor = 30 * 24 * 60 * 60 * 1000

/**
 * What `--to` says: a moment with its time zone (ISO 8601, of the last thirty days) or a bookmark, as `bookmark` and `recoveries` print them. Throws
 * with what is wrong with it.
 */
export const recoveryTarget = (to: string, now: number): { moment: number | null; bookmark: string | null } => {
  if (/^[\da-f]{8}(?:-[\da-f]{8}){2}-[\da-f]{32}$/.test(to)) return { moment: null, bookmark: to }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(to))
    throw new Error('--to is a moment with its time zone, as 2026-11-30T14:05:00Z, or a bookmark.')
  const moment = Date.parse(to)
  if (!(moment < now)) throw new Error('This moment is not in the past.')
  if (moment < now - keptFor) throw new Error('Cloudflare keeps thirty days.')
  return { moment, bookmark: null }
}

/** The statement that asks for it; without a target, for the bookmark of now. The network’s texts come quoted. */
export const askRecovery = (network: string, target: { moment: number | null; bookmark: string | null }, now: number): string =>
  `INSERT INTO recovery (network, moment, bookmark, asked_at) VALUES ((SELECT slug FROM network WHERE slug = ${network}), ${target.moment ?? 'NULL'}, ${target.bookmark ? `'${target.bookmark}'` : 'NULL'}, ${now})`

const time = (at: number): string => new Date(at).toISOString()
const states = { asked: 'waits for the Worker', set: 'set, and waits for the bank to start', done: 'done', refused: 'refused' }

/** A line for each, the newest last. */
export const recoveryLines = (all: readonly AskedRecovery[]): string[] =>
  all.map(({ number, asked_at: at, moment, bookmark, state, undo, said }) => {
    const what = moment !== null ? `back to ${time(moment)}` : bookmark !== null ? `back to ${bookmark}` : 'bookmark'
    const found = undo === null ? '' : moment === null && bookmark === null ? `; now: ${undo}` : `; to undo it: --to ${undo}`
    return `${number}  ${time(at)}  ${what}: ${states[state]}${said ? ` (${said})` : ''}${found}`
  })
