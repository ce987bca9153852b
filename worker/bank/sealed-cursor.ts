import { seesHiddenNames } from '../../shared/rules/visibility.ts'
import type { Role } from '../../shared/domain/entities.ts'
import { caps, readCursor, type SyncReply, type SyncRequest, writeCursor } from '../../shared/sync/protocol.ts'

const nonceBytes = 12
/** No cursor of before there were sealed ones begins like this, nor is it a number to a client that still reads one out of it. */
const mark = 's'
/** What no cursor is: the engine answers that it is of another history. */
const unreadable = 'unreadable'

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))

/** The network's own key, made once: 32 bytes to seal with and 32 for the nonces. */
const keyIn = (sql: SqlStorage): Uint8Array<ArrayBuffer> => {
  const kept = sql.exec<{ key: string }>('SELECT key FROM cursor_key').toArray()[0]
  if (kept) return new Uint8Array(Uint8Array.fromHex(kept.key))
  const made = crypto.getRandomValues(new Uint8Array(64))
  sql.exec('INSERT INTO cursor_key (key) VALUES (?)', made.toHex())
  return made
}

/**
 * Seals cursors, which tell numbers of the log: with them, whoever reads row by row would see what came next to what.
 * AES-256-GCM; the nonce is a keyed hash of the text (as in RFC 8452, so that the same cursor is the same token, and a device
 * sees that nothing moved).
 */
export class SealedCursors {
  readonly #sql: SqlStorage
  #keys: Promise<{ seal: CryptoKey; nonce: CryptoKey }> | undefined

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  #ready(): Promise<{ seal: CryptoKey; nonce: CryptoKey }> {
    const imported = async () => {
      const key = keyIn(this.#sql)
      const [seal, nonce] = await Promise.all([
        crypto.subtle.importKey('raw', key.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']),
        crypto.subtle.importKey('raw', key.slice(32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
      ])
      return { seal, nonce }
    }
    return (this.#keys ??= imported())
  }

  async #seal(text: string): Promise<string> {
    const { seal, nonce } = await this.#ready()
    const iv = new Uint8Array(await crypto.subtle.sign('HMAC', nonce, bytesOf(text))).slice(0, nonceBytes)
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, seal, bytesOf(text))
    return mark + new Uint8Array([...iv, ...new Uint8Array(sealed)]).toBase64({ alphabet: 'base64url', omitPadding: true })
  }

  /** `undefined` for what this network did not seal. */
  async #open(token: string): Promise<string | undefined> {
    const { seal } = await this.#ready()
    try {
      const bytes = Uint8Array.fromBase64(token.slice(mark.length), { alphabet: 'base64url' })
      const [iv, sealed] = [bytes.slice(0, nonceBytes), bytes.slice(nonceBytes)]
      return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, seal, sealed))
    } catch {
      return undefined
    }
  }

  /**
   * A device's cursor as the engine reads it. One from before they were sealed is taken where it stands at the head that it names,
   * whose witness nobody guesses; from the middle of a page on, a device begins again: it could read from any number that it likes.
   */
  async ofDevice(token: string | null): Promise<string | null> {
    if (token === null) return null
    if (token.startsWith(mark)) return (await this.#open(token)) ?? unreadable
    const plain = readCursor(token)
    if (!plain || plain.head === 0) return unreadable
    return plain.seq === plain.head && !plain.row ? token : writeCursor({ ...plain, view: 'not sealed' })
  }

  /** What a device asks as the engine reads it; how long a page is, too, would tell a peer what came next to what, if they chose it. */
  async inRequest(request: SyncRequest, role: Role): Promise<SyncRequest> {
    const limit = seesHiddenNames(role) ? request.limit : caps.page
    return { ...request, limit, cursor: await this.ofDevice(request.cursor) }
  }

  /** The reply as it leaves: its own cursor sealed, and the one that it extends as the device said it. */
  async inReply<Row>(reply: SyncReply<Row>, base: string | null): Promise<SyncReply<Row>> {
    return 'cursor' in reply ? { ...reply, base, cursor: await this.#seal(reply.cursor) } : reply
  }
}
