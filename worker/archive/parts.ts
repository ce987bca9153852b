import { bytesOf } from '../../shared/values/page-bytes.ts'
import { type ArchiveFile, once } from './write-zip.ts'

/** Bytes after which a part ends, so that whoever reads it needs no more memory for a bank of any size. */
const partBytes = 4 * 1024 * 1024

/** Lines in parts, an empty folder without any. `counted` is told of the lines. */
export async function* parts(
  folder: (number: number) => string,
  pages: AsyncIterable<readonly string[]>,
  counted: (lines: number) => void = () => undefined,
): AsyncGenerator<ArchiveFile> {
  let [number, waiting, size]: [number, string[], number] = [0, [], 0]
  const part = (): ArchiveFile => {
    const text = waiting.join('')
    number += 1
    waiting = []
    size = 0
    return { name: folder(number), pieces: once(text) }
  }
  for await (const rows of pages) {
    counted(rows.length)
    for (const row of rows) {
      waiting.push(`${row}\n`)
      size += bytesOf(row) + 1
      if (size >= partBytes) yield part()
    }
  }
  if (waiting.length > 0) yield part()
}
