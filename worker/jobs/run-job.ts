import { type Job, jobEnded, jobFailed } from '../directory/job-runs.ts'
import { count } from '../telemetry/counts.ts'
import { kindOf, log } from '../telemetry/log.ts'

/** Runs a scheduled job and writes down how it ended (GET /ready tells it). Rejects where it failed, after that was said. */
export const runJob = async ({ DIRECTORY }: Env, job: Job, work: Promise<unknown>): Promise<void> => {
  try {
    await work
    await jobEnded(DIRECTORY, job, Date.now()).run()
  } catch (error) {
    count('gleaner_job_failures_total', { job })
    log('error', 'job-failed', { job, error: kindOf(error) })
    await jobFailed(DIRECTORY, job, Date.now())
      .run()
      .catch(() => {})
    throw error
  }
}
