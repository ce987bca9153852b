import type { Reply } from '../../shared/lookups/answer.ts'

/** Milliseconds until a service is taken not to answer. */
const patience = 10_000
/** Bytes of an answer: a list of forty works is well below one million. */
const mostBytes = 3_000_000
const longestWait = 24 * 3600

/** Seconds that `Retry-After` asks for (RFC 9110, 10.2.3: a number or a date), a day at most. */
export const secondsToWait = (header: string | null, now: number): number | undefined => {
  if (!header) return undefined
  const seconds = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000)
  return Number.isFinite(seconds) ? Math.min(longestWait, Math.max(1, seconds)) : undefined
}

/** As much of the body as an answer may have; nothing of a larger one. */
const textOf = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.length
    if (bytes > mostBytes) {
      await reader.cancel()
      return ''
    }
    text += decoder.decode(value, { stream: true })
  }
}

/**
 * One GET. Redirects are not followed: another address would be another host. Never rejects: no answer in time is a status of
 * 599. What an answer to “too fast” says is not read, since it holds the caller's address.
 */
export const ask = async (address: string, contact: string, now: number, within = patience): Promise<Reply> => {
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { accept: 'application/json', 'user-agent': `Gleaner (mailto:${contact})` },
      signal: AbortSignal.timeout(within),
    })
    const { status } = response
    const wait = secondsToWait(response.headers.get('retry-after'), now)
    const isRead = status >= 200 && status < 300
    if (!isRead) await response.body?.cancel()
    return { status, body: isRead ? await textOf(response) : '', ...(wait !== undefined && { waitSeconds: wait }) }
  } catch {
    return { status: 599, body: '' }
  }
}
