/**
 * What the browser is asked for a passkey, as JSON: the members that we use of PublicKeyCredentialRequestOptionsJSON and
 * PublicKeyCredentialCreationOptionsJSON (https://www.w3.org/TR/webauthn-3/, sections 5.1.9 and 5.1.10). Bytes are base64url.
 */

type Verification = 'discouraged' | 'preferred' | 'required'

interface KnownPasskey {
  id: string
  /** `public-key`, the only kind there is. */
  type: string
  transports?: string[]
}

/** POST /v1/passkeys/challenge */
export interface PasskeyRequest {
  challenge: string
  /** Milliseconds. */
  timeout?: number
  rpId?: string
  allowCredentials?: KnownPasskey[]
  userVerification?: Verification
}

/** POST /v1/passkeys/options */
export interface PasskeyCreation {
  rp: { name: string; id?: string }
  user: { id: string; name: string; displayName: string }
  challenge: string
  pubKeyCredParams: { alg: number; type: 'public-key' }[]
  /** Milliseconds. */
  timeout?: number
  excludeCredentials?: KnownPasskey[]
  authenticatorSelection?: { residentKey?: Verification; requireResidentKey?: boolean; userVerification?: Verification }
}
