import { letGo } from './databases.ts'
import type { GleanerDatabase } from './db.ts'

/**
 * Work with the database, for so long and no longer. A browser that clears its storage may leave a request without any answer, neither a
 * success nor an error (seen in Chromium 156): without a limit nothing would be sent until the service worker ends. Throws where no answer
 * came in time; whoever asks next gets a new object. An upgrade of what an older version kept takes the time that it takes: cut off, it would
 * begin anew, again and again.
 * @param limit in milliseconds.
 */
export const answered = async <Result>(database: GleanerDatabase, limit: number, work: Promise<Result>): Promise<Result> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    const wait = (): void => {
      timer = setTimeout(() => {
        if (database.isUpgrading) return wait()
        letGo(database)
        reject(new Error('The database does not answer'))
      }, limit)
    }
    wait()
  })
  return Promise.race([work, silence]).finally(() => clearTimeout(timer))
}
