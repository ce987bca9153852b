import { Zip, ZipDeflate } from 'fflate'
import { crateName, manifestName } from '../../shared/archive/archive-format.ts'
import { type CrateFile, crateMetadata, type CrateOf } from '../../shared/archive/ro-crate.ts'

/** A file of an archive, written bit by bit. */
export interface ArchiveFile {
  name: string
  pieces: AsyncIterable<string>
}

/** The same for every file, so that the same state makes the same bytes: the first day that a zip can say. */
const noTime = new Date(1980, 0, 1)

/** One text as the pieces of a file. */
export async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/**
 * A zip of these files, of what each is (RO-Crate) and of their check sums; made while it is read. `about` is asked for when all files are written.
 */
export async function* zipped(files: AsyncIterable<ArchiveFile>, about: () => CrateOf): AsyncGenerator<Uint8Array> {
  const [encoder, ready, written, sums]: [TextEncoder, Uint8Array[], CrateFile[], string[]] = [new TextEncoder(), [], [], []]
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  const taken = (): Uint8Array[] => ready.splice(0)
  async function* add({ name, pieces }: ArchiveFile): AsyncGenerator<Uint8Array> {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = noTime
    zip.add(file)
    const digest = new crypto.DigestStream('SHA-256')
    const writer = digest.getWriter()
    let size = 0
    for await (const piece of pieces) {
      const bytes = encoder.encode(piece)
      size += bytes.length
      await writer.write(bytes)
      file.push(bytes)
      yield* taken()
    }
    file.push(new Uint8Array(), true)
    await writer.close()
    written.push({ name, size })
    sums.push(`${new Uint8Array(await digest.digest).toHex()}  ${name}\n`)
    yield* taken()
  }
  for await (const file of files) yield* add(file)
  yield* add({ name: crateName, pieces: once(crateMetadata(about(), written)) })
  yield* add({ name: manifestName, pieces: once(sums.join('')) })
  zip.end()
  yield* taken()
}
