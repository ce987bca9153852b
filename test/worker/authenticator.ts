/** A passkey in software: what a phone or a security key would answer, for the Worker's tests. ES256, attestation "none". */
const base64url = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true })
const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
const utf8 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text))
const join = (...parts: (Uint8Array | number[])[]): Uint8Array<ArrayBuffer> => Uint8Array.from(parts.flatMap((part) => [...part]))
const number = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, place) => (value >>> (8 * (bytes - 1 - place))) & 0xff)

/** An integer as ASN.1 wants it: no zeros in front, and positive. */
const derInteger = (bytes: Uint8Array): number[] => {
  const digits = [...bytes]
  while (digits.length > 1 && digits[0] === 0) digits.shift()
  if ((digits[0] ?? 0) > 0x7f) digits.unshift(0)
  return [0x02, digits.length, ...digits]
}
const derSignature = (raw: Uint8Array): Uint8Array => {
  const body = [...derInteger(raw.slice(0, 32)), ...derInteger(raw.slice(32))]
  return Uint8Array.from([0x30, body.length, ...body])
}

const present = 0x01
const verified = 0x04
const attested = 0x40

export interface Ceremony {
  challenge: string
  origin?: string
  host?: string
  counter?: number
  flags?: number
}

export class SoftPasskey {
  readonly id = base64url(crypto.getRandomValues(new Uint8Array(16)))
  readonly #keys: CryptoKeyPair
  readonly #cose: Uint8Array
  userHandle = ''

  private constructor(keys: CryptoKeyPair, cose: Uint8Array) {
    this.#keys = keys
    this.#cose = cose
  }

  static async make(): Promise<SoftPasskey> {
    const keys = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])) as CryptoKeyPair
    const point = new Uint8Array((await crypto.subtle.exportKey('raw', keys.publicKey)) as ArrayBuffer)
    // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    const cose = join([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], point.slice(1, 33), [0x22, 0x58, 32], point.slice(33))
    return new SoftPasskey(keys, cose)
  }

  async #data({ host = 'localhost', counter = 0, flags = present | verified }: Ceremony, extra: Uint8Array | number[] = []) {
    return join(await sha256(utf8(host)), [flags | (extra.length > 0 ? attested : 0)], number(counter, 4), extra)
  }

  #client(type: string, { challenge, origin = 'http://localhost' }: Ceremony): Uint8Array<ArrayBuffer> {
    return utf8(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  async register(ceremony: Ceremony) {
    const id = Uint8Array.fromBase64(this.id, { alphabet: 'base64url' })
    const data = await this.#data(ceremony, join(number(0, 16), number(id.length, 2), id, this.#cose))
    const object = join(
      [0xa3, 0x63],
      utf8('fmt'),
      [0x64],
      utf8('none'),
      [0x67],
      utf8('attStmt'),
      [0xa0, 0x68],
      utf8('authData'),
      [0x58, data.length],
      data,
    )
    const response = {
      clientDataJSON: base64url(this.#client('webauthn.create', ceremony)),
      attestationObject: base64url(object),
      transports: ['internal'],
    }
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response }
  }

  async signIn(ceremony: Ceremony) {
    const [data, client] = [await this.#data(ceremony), this.#client('webauthn.get', ceremony)]
    const signed = join(data, await sha256(client))
    const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.#keys.privateKey, signed)
    const response = {
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(derSignature(new Uint8Array(raw))),
      userHandle: this.userHandle,
    }
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response }
  }
}
