import { letGo } from './databases.ts'
import type { GleanerDatabase } from './db.ts'

/**
 * Work with the database, for so long and no longer. A browser that clears its storage may leave a request without any answer, neither a
 * success nor an error (seen in Chromium 156): without a limit nothing would be sent until the service worker ends. Throws where no answer
 * came in time; whoever asks next gets a new object.
 * @param limit in milliseconds.
 */
export const answered = async <Result>(database: GleanerDatabase, limit: number, work: Promise<Result>): Promise<Result> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      letGo(database)
      reject(new Error('The database does not answer'))
    }, limit)
  })
  return Promise.race([work, silence]).finally(() => clearTimeout(timer))
}
