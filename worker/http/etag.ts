/** The mark of a representation: 132 bits of its SHA-256. */
export const etagOf = async (text: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `"${new Uint8Array(digest).toBase64({ alphabet: 'base64url', omitPadding: true }).slice(0, 22)}"`
}

/**
 * Whether the field If-None-Match or If-Match (RFC 9110, 13.1), a list of marks or `*`, names this one. Weak marks count too: a proxy that
 * compresses what it passes on makes ours weak (nginx with gzip).
 */
export const namesETag = (field: string | null | undefined, etag: string): boolean =>
  field?.trim() === '*' || (field ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
