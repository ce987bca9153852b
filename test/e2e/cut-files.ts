import { readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

/** What happens to the files of a folder on a disk that fails: each is cut in half. */
export const cutFiles = (folder: string): void => {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    const { size } = statSync(path)
    if (statSync(path).isFile() && size > 0) truncateSync(path, Math.floor(size / 2))
  }
}
