import { connect } from 'cloudflare:sockets'
import { WorkerEntrypoint } from 'cloudflare:workers'

/** Sends mail from one's own workerd, as `send_email` does at Cloudflare: by an SMTP relay, or by a provider that takes JSON. */
interface MailEnv {
  /** `smtp://relay:25`, `smtps://name:password@relay:465` (TLS from the first byte), or `https://…` of a provider. */
  MAIL_SERVER: string | null
  /** Bearer token of that provider. */
  MAIL_TOKEN: string | null
}

interface Mail {
  from: string
  to: string
  subject: string
  text: string
}

/** An address that is one line and one address: anything else would be read as a command or a header. */
const address = (said: string): string => {
  if (!/^[^\s<>\p{Cc}]+@[^\s<>\p{Cc}]+$/u.test(said)) throw new Error('This is no mail address')
  return said
}

const base64 = (text: string): string => new TextEncoder().encode(text).toBase64()

/** A header's words, however long: each of its encoded parts has at most 75 characters, and cuts no character. */
const encodedWords = (text: string): string => (text.match(/.{1,10}/gsu) ?? ['']).map((part) => `=?UTF-8?B?${base64(part)}?=`).join('\r\n ')

const written = ({ from, to, subject, text }: Mail, now: Date): string =>
  [
    `From: <${address(from)}>`,
    `To: <${address(to)}>`,
    `Subject: ${encodedWords(subject)}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${crypto.randomUUID()}@${from.split('@').at(-1)}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(base64(text).match(/.{1,76}/g) ?? []),
    '.',
  ].join('\r\n')

const bySmtp = async (server: URL, mail: Mail): Promise<void> => {
  const isSecure = server.protocol === 'smtps:'
  const socket = connect(
    { hostname: server.hostname, port: Number(server.port) || (isSecure ? 465 : 25) },
    { secureTransport: isSecure ? 'on' : 'off', allowHalfOpen: false },
  )
  const [writer, reader] = [socket.writable.getWriter(), socket.readable.pipeThrough(new TextDecoderStream()).getReader()]
  let heard = ''
  /** Sends a line, if any, and waits for the last line of the answer. */
  const say = async (line: string | undefined, wanted: string): Promise<void> => {
    if (line !== undefined) await writer.write(new TextEncoder().encode(`${line}\r\n`))
    while (!/^\d{3}(?: .*)?\r\n$/m.test(heard.slice(heard.lastIndexOf('\n', heard.length - 2) + 1))) {
      const { value, done } = await reader.read()
      if (done) throw new Error('The mail relay ended the connection')
      heard += value
    }
    const code = heard.slice(0, 3)
    heard = ''
    if (!code.startsWith(wanted)) throw new Error(`The mail relay answered ${code}`)
  }
  try {
    await say(undefined, '220')
    await say(`EHLO ${mail.from.split('@').at(-1)}`, '250')
    const [name, password] = [decodeURIComponent(server.username), decodeURIComponent(server.password)]
    if (name !== '') await say(`AUTH PLAIN ${base64(`\0${name}\0${password}`)}`, '235')
    await say(`MAIL FROM:<${address(mail.from)}>`, '250')
    await say(`RCPT TO:<${address(mail.to)}>`, '25')
    await say('DATA', '354')
    await say(written(mail, new Date()), '250')
    await writer.write(new TextEncoder().encode('QUIT\r\n'))
  } finally {
    await socket.close().catch(() => {})
  }
}

/** In the form that Resend takes and others copy. */
const byProvider = async (server: URL, token: string, mail: Mail): Promise<void> => {
  const { from, to, subject, text } = mail
  const answer = await fetch(server, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ from: address(from), to: [address(to)], subject, text }),
  })
  if (!answer.ok) throw new Error(`The mail provider answered ${answer.status}`)
}

export default class extends WorkerEntrypoint<MailEnv> {
  /** Throws where the mail was not taken over: whoever sends it tries again, or tells the person. */
  async send(mail: Mail): Promise<void> {
    if (!this.env.MAIL_SERVER) throw new Error('MAIL_FROM is set, and MAIL_SERVER is not')
    const server = new URL(this.env.MAIL_SERVER)
    await (server.protocol === 'https:' ? byProvider(server, this.env.MAIL_TOKEN ?? '', mail) : bySmtp(server, mail))
  }
}
