/** Texts packed before they leave. */

type Zlib = {
  gzipSync: (text: string, options: { level: number }) => Uint8Array<ArrayBuffer>
  brotliCompressSync: (text: string, options: { params: Record<number, number> }) => Uint8Array<ArrayBuffer>
  constants: { BROTLI_PARAM_QUALITY: number }
}

/** The runtime's own zlib, which knows levels as `CompressionStream` does not; not every runtime has it. */
const zlib = (globalThis as { process?: { getBuiltinModule?: (name: 'zlib') => Zlib | undefined } }).process?.getBuiltinModule?.('zlib')

/** Texts from this size on are packed, in characters. */
const worthPacking = 1024

const named = (encoding: string): RegExp => new RegExp(String.raw`(?:^|,)\s*${encoding}\s*(?:,|$|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))`, 'i')
const encodings = { br: named('br'), gzip: named('gzip') }

const accepts = (accepted: string | undefined, encoding: keyof typeof encodings): boolean => encodings[encoding].test(accepted ?? '')

/** `accepted` is the `Accept-Encoding` of whoever asked. */
interface Packing {
  status?: number
  headers: Record<string, string>
  accepted: string | undefined
}

/**
 * A response with that text, packed as its asker accepts it (RFC 9110, section 12.5.3): quickly, for on two cores the default level of gzip took
 * longer than all that a page of the feed costs otherwise. Brotli at quality 1 is quicker still and smaller; browsers accept it over HTTPS.
 */
export const packed = (text: string, { status = 200, headers, accepted }: Packing): Response => {
  const plain = { status, headers: { ...headers, vary: 'accept-encoding' } }
  if (text.length <= worthPacking) return new Response(text, plain)
  const as = (encoding: string) => ({ status, headers: { ...plain.headers, 'content-encoding': encoding } })
  if (zlib && accepts(accepted, 'br')) {
    const bytes = zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })
    return new Response(bytes, { ...as('br'), encodeBody: 'manual' })
  }
  if (!accepts(accepted, 'gzip')) return new Response(text, plain)
  // Without zlib the runtime packs a body whose header says so.
  if (!zlib) return new Response(text, as('gzip'))
  return new Response(zlib.gzipSync(text, { level: 1 }), { ...as('gzip'), encodeBody: 'manual' })
}
