/** The challenge of a verifier as RFC 7636, section 4.2, has it (S256), worked out without what the Worker uses. */
export const challengeOf = async (verifier: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  return new Uint8Array(digest).toBase64({ alphabet: 'base64url', omitPadding: true })
}
