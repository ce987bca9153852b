import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import type { PasskeysReply } from '../../../shared/api/access.ts'
import type { Me } from '../../../shared/api/bank.ts'
import { ApiProblem, call } from '../data/api.ts'
import { messages } from '../i18n/bank.ts'

export const passkeysWork = (): boolean => 'PublicKeyCredential' in globalThis

/** What the browser or the person said no to, in words. */
const ask = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work()
  } catch (error) {
    const known = error instanceof Error && error.name === 'InvalidStateError'
    throw new ApiProblem(0, 'passkey', known ? messages.ways.passkeyKnown : messages.ways.passkeyStopped)
  }
}

const post = <Reply>(path: string, body: unknown = {}): Promise<Reply> => call<Reply>(path, { method: 'POST', body })

/** Throws `ApiProblem` when the person, the browser or the server says no. */
export const signInWithPasskey = async (): Promise<Me> => {
  const optionsJSON = await post<PublicKeyCredentialRequestOptionsJSON>('/v1/passkeys/challenge')
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return post('/v1/passkeys/sign-in', { response: await ask(() => startAuthentication({ optionsJSON })) })
}

/** Throws `ApiProblem` when the person, the browser or the server says no. */
export const makePasskey = async (label: string): Promise<PasskeysReply> => {
  const optionsJSON = await post<PublicKeyCredentialCreationOptionsJSON>('/v1/passkeys/options')
  const { startRegistration } = await import('@simplewebauthn/browser')
  return post('/v1/passkeys', { label, response: await ask(() => startRegistration({ optionsJSON })) })
}
