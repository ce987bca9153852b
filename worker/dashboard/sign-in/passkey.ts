import type { PasskeysReply } from '../../../shared/api/access.ts'
import type { Me } from '../../../shared/api/bank.ts'
import { call } from '../data/api.ts'
import { ApiProblem } from '../data/api-problem.ts'
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

/** Throws `ApiProblem` when the person, the browser or the server says no. */
export const signInWithPasskey = async (): Promise<Me> => {
  const optionsJSON = await call('POST /v1/passkeys/challenge')
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return call('POST /v1/passkeys/sign-in', { body: { response: await ask(() => startAuthentication({ optionsJSON })) } })
}

/** Throws `ApiProblem` when the person, the browser or the server says no. */
export const makePasskey = async (label: string): Promise<PasskeysReply> => {
  const optionsJSON = await call('POST /v1/passkeys/options')
  const { startRegistration } = await import('@simplewebauthn/browser')
  return call('POST /v1/passkeys', { body: { label, response: await ask(() => startRegistration({ optionsJSON })) } })
}
