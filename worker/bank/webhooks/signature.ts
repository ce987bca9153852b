const marked = 'whsec_'

/** A fresh secret as Standard Webhooks writes it: 256 random bits. */
export const newHookSecret = (): string => `${marked}${crypto.getRandomValues(new Uint8Array(32)).toBase64()}`

const signatureBy = async (secret: string, text: Uint8Array): Promise<string> => {
  const key = await crypto.subtle.importKey(
    'raw',
    Uint8Array.fromBase64(secret.slice(marked.length)),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  return `v1,${new Uint8Array(await crypto.subtle.sign('HMAC', key, text)).toBase64()}`
}

/**
 * The three headers of Standard Webhooks 1.0.0: HMAC-SHA256 over id, time and body, once for each secret that counts (while one is being
 * rotated there are two).
 * @param at When it is sent, in milliseconds since 1970.
 */
export const signedHeaders = async (id: string, at: number, body: string, secrets: readonly string[]): Promise<Record<string, string>> => {
  const timestamp = String(Math.floor(at / 1000))
  const text = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const signatures = await Promise.all(secrets.map((secret) => signatureBy(secret, text)))
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
