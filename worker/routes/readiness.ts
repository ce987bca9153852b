import type { ReadyReply } from '../../shared/api/ready.ts'
import { bankVersion } from '../bank/storage/schema.ts'
import { type Job, jobRuns, type JobRun, jobs } from '../directory/job-runs.ts'
import { lastMigration } from '../directory/last-migration.ts'

/** In milliseconds: what clocks of one machine may differ by, and for how long an answer is given again, so that nobody can keep the directory busy with it. */
const slack = 60_000
const keptFor = 2_000

const jobState = ({ job, ended_at: ended, failed_at: failed }: JobRun, now: number): ReadyReply['jobs'][string] => {
  const late = now - ended > jobs[job as Job]
  return { age: Math.max(0, Math.round((now - ended) / 1000)), state: late ? 'late' : failed === null ? 'well' : 'failed' }
}

const unreached: ReadyReply = {
  ready: false,
  directory: 'unreachable',
  migration: 'unknown',
  storageVersion: bankVersion,
  clock: 'unknown',
  jobs: {},
  harmedBanks: 0,
}

const read = async (db: D1Database, now: number): Promise<ReadyReply> => {
  const [applied, runs, harmed] = await db.batch<Record<string, unknown>>([
    db.prepare('SELECT 1 FROM d1_migrations WHERE name = ?').bind(lastMigration),
    jobRuns(db),
    db.prepare('SELECT count(*) AS harmed FROM harmed_bank'),
  ])
  const known = ((runs?.results ?? []) as unknown as JobRun[]).filter(({ job }) => Object.hasOwn(jobs, job))
  const newest = Math.max(0, ...known.map(({ ended_at: ended, failed_at: failed }) => Math.max(ended, failed ?? 0)))
  const said = {
    directory: 'reached',
    migration: (applied?.results.length ?? 0) > 0 ? 'applied' : 'missing',
    storageVersion: bankVersion,
    clock: now < newest - slack ? 'behind' : 'right',
    jobs: Object.fromEntries(known.map((run) => [run.job, jobState(run, now)])),
    harmedBanks: Number(harmed?.results[0]?.['harmed'] ?? 0),
  } as const
  const well = said.migration === 'applied' && said.clock === 'right' && said.harmedBanks === 0
  return { ready: well && Object.values(said.jobs).every(({ state }) => state === 'well'), ...said }
}

let kept: { at: number; reply: Promise<ReadyReply> } | undefined

/** How everything stands that a request needs, by one question to the directory every two seconds at most. Never rejects. */
export const readiness = (db: D1Database, now: number): Promise<ReadyReply> => {
  if (kept && now >= kept.at && now - kept.at < keptFor) return kept.reply
  kept = { at: now, reply: read(db, now).catch(() => unreached) }
  return kept.reply
}
