import { browser } from 'wxt/browser'
import { databaseOf } from '../store/databases.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { keepCopies } from '../backup/keep-copies.ts'
import { idleMinutesOf, readPolicy } from '../browser/managed-policy.ts'
import { readSender, writeConnection } from '../connection/connection.ts'
import { signOut } from './sign-out.ts'
import { readLoss } from '../backup/unsent-tally.ts'

const alarm = 'idle'
/** Milliseconds. */
const minute = 60 * 1000

const holdsNothing = async ({ outbox, attention, drafts }: GleanerDatabase): Promise<boolean> =>
  (await Promise.all([outbox.count(), attention.count(), drafts.count()])).every((count) => count === 0)

/**
 * Locks: nothing of the person shows from now on, and what waits is still sent. Where nothing would be lost they are signed
 * out instead, and nothing of theirs stays. Closing the browser has locked already: `readSender` says so.
 */
export const lockIfIdle = async (): Promise<void> => {
  const policy = await readPolicy()
  if (!policy.sharedWorkstation) {
    await browser.alarms.clear(alarm)
    return
  }
  if (!(await browser.alarms.get(alarm))) await browser.alarms.create(alarm, { periodInMinutes: 1 })
  const sender = await readSender()
  if (!sender) return
  const { usedAt } = await browser.storage.session.get('usedAt')
  const isIdle = typeof usedAt === 'number' && Date.now() - usedAt >= idleMinutesOf(policy) * minute
  if (!isIdle && !sender.locked) return
  const database = databaseOf(sender)
  // A database that was damaged looks as if everything were sent.
  await keepCopies(database)
  if ((await holdsNothing(database)) && !(await readLoss(database.name))) await signOut(sender)
  else if (!sender.locked) await writeConnection({ ...sender, locked: true })
}

export const onIdleAlarm = (): void =>
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void lockIfIdle()
  })
