import { createServer } from 'node:http'
import { freePort } from '../../worker/local/ports.ts'

/** A stand-in for challenges.cloudflare.com on this machine: its script puts a token into the form, and siteverify knows each token once. */
export interface Turnstile {
  secrets: Record<string, string>
  end: () => Promise<void>
}

export const startTurnstile = async (): Promise<Turnstile> => {
  const [port, given] = [await freePort(), new Map<string, string>()]
  const script = (token: string): string => `
    const widget = document.querySelector('.cf-turnstile')
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'cf-turnstile-response', value: '${token}' })
    widget.append(field, Object.assign(document.createElement('p'), { textContent: 'You are a person' }))`
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      if (request.url === '/turnstile/v0/api.js') {
        const token = crypto.randomUUID()
        given.set(token, 'localhost')
        // As Cloudflare's: pages of other origins may run it, ours too, whose resource policy is strict.
        response.writeHead(200, { 'content-type': 'text/javascript', 'cross-origin-resource-policy': 'cross-origin' }).end(script(token))
        return
      }
      const asked = JSON.parse(body) as { secret: string; response: string }
      const hostname = asked.secret === 'secret of the check' ? given.get(asked.response) : undefined
      given.delete(asked.response)
      const verdict = hostname
        ? { success: true, hostname, action: 'sign-in' }
        : { success: false, 'error-codes': ['invalid-input-response'] }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(verdict))
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    secrets: {
      TURNSTILE_SITE_KEY: 'site-key',
      TURNSTILE_SECRET: 'secret of the check',
      TURNSTILE_ADDRESS: `http://127.0.0.1:${port}`,
      ADDRESS_HEADER: 'x-client-address',
    },
    end: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
