import { calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi'
import { browser } from 'wxt/browser'
import { type ConnectEnd, keepConnection, problemOf } from './connect.ts'
import { type PendingTab, readPending, removePending, writePending } from './pending-connection.ts'
import { exchange } from '../connection/transport.ts'

/** A connection that was begun earlier is refused; milliseconds. */
const life = 15 * 60 * 1000

/** Opens the server's own page in a tab (PKCE, RFC 7636), where the person signs in and agrees. What is needed to take its answer is kept until then. */
export const openConnectTab = async (server: string, label: string): Promise<void> => {
  const pending: PendingTab = {
    way: 'tab',
    server,
    state: generateRandomState(),
    verifier: generateRandomCodeVerifier(),
    until: Date.now() + life,
  }
  await writePending(pending)
  const query = new URLSearchParams({ challenge: await calculatePKCECodeChallenge(pending.verifier), state: pending.state, label })
  await browser.tabs.create({ url: `${server}/connect?${query.toString()}` })
}

const failed = (why: Extract<ConnectEnd, { is: 'failed' }>['why']): ConnectEnd => ({ is: 'failed', why })

/**
 * Takes the answer that stands in the address of the server's page. Believed only from that server's own page, for the
 * question that this browser asked; the code in it is worth nothing without the verifier.
 */
export const takeAnswer = async (address: string): Promise<ConnectEnd> => {
  const pending = await readPending()
  if (pending?.way !== 'tab') return failed('over')
  const url = new URL(address)
  const answer = new URLSearchParams(url.hash.slice(1))
  if (url.origin !== pending.server || answer.get('iss') !== pending.server || answer.get('state') !== pending.state)
    return failed('not-ours')
  const code = answer.get('code')
  if (!code) {
    await removePending()
    return failed('denied')
  }
  const reply = await exchange(`${pending.server}/v1/connections/token`, { code, verifier: pending.verifier })
  // A lost connection may come back within the code's life; everything else is final.
  if (reply.is === 'offline') return failed('offline')
  await removePending()
  return reply.is === 'reply' ? keepConnection(pending.server, reply.body) : failed(problemOf(reply))
}
