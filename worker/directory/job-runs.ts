/** The scheduled jobs (wrangler.toml), and after how many milliseconds without a good end one is late. */
const often = 35 * 60 * 1000
const daily = 26 * 60 * 60 * 1000
export const jobs = {
  'sweep-often': often,
  'tell-objects': often,
  'check-harmed': often,
  recoveries: often,
  sweep: daily,
  'decision-mail': daily,
} as const

export type Job = keyof typeof jobs

export interface JobRun {
  job: string
  /** Milliseconds since 1970; of a job that never ran, when its table was made. */
  ended_at: number
  /** Its last failure, if nothing ended well since. */
  failed_at: number | null
}

export const jobEnded = (db: D1Database, job: Job, now: number): D1PreparedStatement =>
  db
    .prepare('INSERT INTO job_run (job, ended_at) VALUES (?1, ?2) ON CONFLICT (job) DO UPDATE SET ended_at = ?2, failed_at = NULL')
    .bind(job, now)

export const jobFailed = (db: D1Database, job: Job, now: number): D1PreparedStatement =>
  db
    .prepare('INSERT INTO job_run (job, ended_at, failed_at) VALUES (?1, ?2, ?2) ON CONFLICT (job) DO UPDATE SET failed_at = ?2')
    .bind(job, now)

export const jobRuns = (db: D1Database): D1PreparedStatement => db.prepare('SELECT job, ended_at, failed_at FROM job_run')
