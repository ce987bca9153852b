import { count } from '../telemetry/counts.ts'

/** The one way out for mail. */
export interface Mail {
  address: string
  subject: string
  text: string
}

export type SendMail = (mail: Mail) => Promise<void>

/** On a developer's machine mail is kept for GET /development/mailbox and printed. */
const keepMail =
  (db: D1Database): SendMail =>
  async ({ address, subject, text }) => {
    await db
      .prepare('INSERT INTO development_mail (at, address, subject, text) VALUES (?, ?, ?, ?)')
      .bind(Date.now(), address, subject, text)
      .run()
    console.error(`Mail to ${address}: ${subject}\n${text}`)
  }

/** Throws if no mail is configured: an error is better than a person who waits for a mail that is never sent. */
export const mailerOf = ({ MAIL, MAIL_FROM, DEVELOPMENT_KEY, DIRECTORY }: Env): SendMail => {
  if (MAIL && MAIL_FROM)
    return async ({ address, subject, text }) => {
      try {
        await MAIL.send({ from: MAIL_FROM, to: address, subject, text })
        count('gleaner_mails_total', { outcome: 'sent' })
      } catch (error) {
        count('gleaner_mails_total', { outcome: 'failed' })
        throw error
      }
    }
  if (DEVELOPMENT_KEY) return keepMail(DIRECTORY)
  throw new Error('This Worker has no mail binding: bind MAIL and set MAIL_FROM, or sign in another way')
}

/** Whether this Worker can send mail at all. */
export const sendsMail = ({ MAIL, MAIL_FROM, DEVELOPMENT_KEY }: Env): boolean => Boolean((MAIL && MAIL_FROM) || DEVELOPMENT_KEY)

export const mailbox = async (db: D1Database): Promise<(Mail & { at: number })[]> =>
  (await db.prepare('SELECT at, address, subject, text FROM development_mail ORDER BY number DESC LIMIT 50').all<Mail & { at: number }>())
    .results
