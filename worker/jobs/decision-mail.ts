import type { Role } from '../../shared/domain/entities.ts'
import { bankAt } from '../bank/bank-stub.ts'
import { byMail } from '../auth/email-codes.ts'
import { mailerOf, type SendMail, sendsMail } from '../mail/mail.ts'
import { languageFor } from '../../shared/i18n/language.ts'
import { message } from '../../shared/i18n/message.ts'
import { undoWithin } from '../../shared/domain/undo.ts'
import { isMailed, type MailedItem, mailText } from '../mail/decision-text.ts'
import { mailFormat } from '../mail/mail-format.ts'
import { log } from '../telemetry/log.ts'

interface Addressed {
  person: string
  role: Role
  address: string
}

/** Decisions in one mail. */
const mostLines = 40

/** One person’s mail; the mark moves only after it was sent, so a mail that fails comes with the next batch. */
const mailOne = async (
  env: Env,
  send: SendMail,
  network: { name: string; object: string },
  { person, role, address }: Addressed,
  { earliest, until }: { earliest: number; until: number },
): Promise<void> => {
  const bank = bankAt(env, network.object)
  const kept = new Map((await bank.personal(person)).map(({ name, value }) => [name, value]))
  if (kept.get('mail') === 'off') return
  const format = mailFormat(languageFor(kept.get('language') ?? null, []))
  const items = (
    await bank.news(
      { person, role: 'contributor', steers: role === 'steering', coordinates: role === 'coordinator' },
      Number(kept.get('mailed')) || earliest,
    )
  ).filter((item): item is MailedItem => isMailed(item) && item.at <= until)
  const newest = items[0]
  if (!newest) return
  const { name } = network
  const subject = format(message('mail-answers-subject', { network: name, count: items.length }))
  await send({ address, subject, text: mailText(format, name, items.slice(0, mostLines)) })
  await bank.keepPersonal(person, 'mailed', String(newest.at))
}

/** Somebody who never had such a mail is notified of so long at most, in milliseconds. */
const firstReach = 2 * 24 * 60 * 60 * 1000

/**
 * Sends what was decided since the last time and cannot be taken back any more, one mail a person and network, to those whose address the directory knows. Does
 * nothing where this Worker has no mail. A mail that cannot be sent keeps nobody else from theirs; how many failed is answered.
 */
export const mailDecisions = async (env: Env, now: number): Promise<number> => {
  if (!sendsMail(env)) return 0
  const send = mailerOf(env)
  const { results: networks } = await env.DIRECTORY.prepare('SELECT slug, name, object FROM network').all<{
    slug: string
    name: string
    object: string
  }>()
  let failed = 0
  for (const network of networks) {
    const { results: people } = await env.DIRECTORY.prepare(
      `SELECT m.person, m.role, min(i.subject) AS address FROM membership m JOIN identity i ON i.person = m.person AND i.issuer = ?
       WHERE m.network = ? AND m.status = 'active' GROUP BY m.person`,
    )
      .bind(byMail, network.slug)
      .all<Addressed>()
    for (const person of people)
      await mailOne(env, send, network, person, { earliest: now - firstReach, until: now - undoWithin }).catch(() => {
        failed += 1
      })
  }
  if (failed > 0) log('error', 'mails-failed', { count: failed })
  return failed
}
