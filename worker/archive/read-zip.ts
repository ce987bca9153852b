import { Inflate } from 'fflate'
import { archiveLimits, manifestName } from '../../shared/archive/archive-format.ts'
import { message, type Message } from '../../shared/i18n/message.ts'

/** Why an archive is not read. */
export class ArchiveProblem extends Error {
  readonly reason: Message
  constructor(reason: Message) {
    super(reason.code)
    this.reason = reason
  }
}
const broken = (): ArchiveProblem => new ArchiveProblem(message('archive-broken'))

interface Packed {
  /** Where its local header begins. */
  at: number
  packed: number
  unpacked: number
  method: number
}

/** The signatures of a zip's parts (APPNOTE 4.3). */
const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const
const endLength = 22
const longestComment = 0xffff

const endOf = (view: DataView): number => {
  for (let at = view.byteLength - endLength; at >= 0 && at >= view.byteLength - endLength - longestComment; at -= 1)
    if (view.getUint32(at, true) === signatures.end) return at
  throw broken()
}

/** Nothing is ever written under these names; one that climbs is not from us. */
const isSafe = (name: string): boolean =>
  /^[\w.-]+(?:\/[\w.-]+)*$/.test(name) && !name.split('/').some((part) => part === '.' || part === '..') && name.length <= 300

const directoryOf = (bytes: Uint8Array, view: DataView): Map<string, Packed> => {
  const end = endOf(view)
  const [count, files] = [view.getUint16(end + 10, true), new Map<string, Packed>()]
  let at = view.getUint32(end + 16, true)
  if (count > archiveLimits.files) throw new ArchiveProblem(message('archive-too-large', { most: archiveLimits.packed / 1024 / 1024 }))
  for (let number = 0; number < count; number += 1) {
    if (view.getUint32(at, true) !== signatures.central) throw broken()
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (!isSafe(name) || files.has(name)) throw new ArchiveProblem(message('archive-unsafe'))
    if ((flags & 1) === 1 || (method !== 0 && method !== 8)) throw broken()
    files.set(name, { at: view.getUint32(at + 42, true), packed, unpacked, method })
    at += 46 + nameLength + extra + comment
  }
  return files
}

const unpack = (bytes: Uint8Array, view: DataView, { at, packed, unpacked, method }: Packed): Uint8Array => {
  if (view.getUint32(at, true) !== signatures.local) throw broken()
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const data = bytes.subarray(from, from + packed)
  if (data.length !== packed) throw broken()
  if (method === 0) return data
  const whole = new Uint8Array(unpacked)
  let length = 0
  const inflate = new Inflate((piece) => {
    // What unfolds to more than it says is not unfolded further.
    if (length + piece.length > unpacked) throw broken()
    whole.set(piece, length)
    length += piece.length
  })
  const step = 16 * 1024
  for (let begun = 0; begun < data.length; begun += step) inflate.push(data.subarray(begun, begun + step), begun + step >= data.length)
  if (length !== unpacked) throw broken()
  return whole
}

/** An archive that was opened: its files by name, each read when it is asked for and compared with its check sum. */
export interface OpenArchive {
  names: string[]
  text: (name: string) => Promise<string>
}

const caught = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw error instanceof ArchiveProblem ? error : broken()
  }
}

/** Opens a zip that holds its own check sums; throws an ArchiveProblem where it is none, is damaged, or is made to do harm. */
export const openArchive = async (bytes: Uint8Array): Promise<OpenArchive> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files = caught(() => directoryOf(bytes, view))
  const total = [...files.values()].reduce((sum, { unpacked }) => sum + unpacked, 0)
  if (total > archiveLimits.unpacked) throw new ArchiveProblem(message('archive-too-large', { most: archiveLimits.packed / 1024 / 1024 }))
  const read = (name: string): Uint8Array => {
    const file = files.get(name)
    if (!file) throw new ArchiveProblem(message('archive-file-missing', { file: name }))
    if (file.unpacked > archiveLimits.file)
      throw new ArchiveProblem(message('archive-too-large', { most: archiveLimits.packed / 1024 / 1024 }))
    return caught(() => unpack(bytes, view, file))
  }
  const lines = new TextDecoder().decode(read(manifestName)).split('\n').filter(Boolean)
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
  const gone = [...sums.keys()].find((name) => !files.has(name))
  if (gone !== undefined) throw isSafe(gone) ? new ArchiveProblem(message('archive-file-missing', { file: gone })) : broken()
  return {
    names: [...files.keys()].filter((name) => name !== manifestName),
    text: async (name) => {
      const content = read(name)
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', content)).toHex()
      if (sums.get(name) !== sum) throw new ArchiveProblem(message('archive-check-sum', { file: name }))
      return new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(content)
    },
  }
}
