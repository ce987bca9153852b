import { browser } from 'wxt/browser'
import { showBadge } from './badge.ts'
import { countClips } from '../outbox/count-clips.ts'
import { readOpenQuestions } from '../bank/open-questions.ts'
import { answered } from '../store/answered.ts'
import { databaseOf } from '../store/databases.ts'
import { type GleanerDatabase, isDiskFull, syncStatusOf } from '../store/db.ts'
import { keepCopies } from '../backup/keep-copies.ts'
import { type Connection, readSender } from '../connection/connection.ts'
import { keepFailure, sync, type SyncEnd, type SyncParts } from '../sync/sync.ts'
import { postTo } from '../connection/transport.ts'
import { onLossChange, readLoss } from '../backup/unsent-tally.ts'

const alarm = 'sync'
/** The heartbeat of a running sync, in milliseconds: it keeps the service worker alive. */
const beat = 20_000
const shortWait = 20_000
/** How long a look at what waits may take, in milliseconds. */
const longestLook = 20_000

/** An extension's API call is the only thing that keeps its service worker alive; made only while a sync has work, or an upgrade of the database. */
const whileAwake = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), beat)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

const partsFor = (connection: Connection, database: GleanerDatabase): SyncParts => ({
  database,
  post: postTo({ server: connection.server, network: connection.me.network.slug, token: connection.token }),
  now: Date.now,
  dice: Math.random,
  locks: navigator.locks,
})

const attempt = async (parts: SyncParts, asked: boolean): Promise<SyncEnd> => {
  try {
    return await whileAwake(() => sync(parts, asked))
  } catch (error) {
    // A fault of ours or of the disk: said to the person, tried again later, and still thrown for whoever debugs.
    await keepFailure(parts, isDiskFull(error) ? 'disk-full' : 'fault', 0)
    throw error
  }
}

const look = async (database: GleanerDatabase, sender: Connection | undefined): Promise<void> => {
  await keepCopies(database)
  const [{ unsent, refused }, loss, asked] = await Promise.all([countClips(database), readLoss(database.name), readOpenQuestions(database)])
  // Whoever stands at a locked workstation need not be the person who is asked.
  await showBadge({ unsent, refused, lost: loss?.lost.length ?? 0, questions: sender?.locked ? 0 : asked.length })
  const periodInMinutes = unsent > 0 ? 1 : 5
  const present = await browser.alarms.get(alarm)
  if (present?.periodInMinutes !== periodInMinutes) await browser.alarms.create(alarm, { periodInMinutes })
}

/** What the button says of what is not yet sent and what is asked; and when to wake up next. Alarms may be lost at a restart of the browser. */
export const refresh = async (): Promise<void> => {
  const sender = await readSender()
  const database = databaseOf(sender)
  await whileAwake(() => answered(database, longestLook, look(database, sender)))
}

const retrySoon = async (database: GleanerDatabase, retry: () => void): Promise<void> => {
  const { nextAttemptAt } = await syncStatusOf(database)
  const wait = nextAttemptAt - Date.now()
  // Best effort while the worker lives; the alarm is what counts.
  if (wait > 0 && wait <= shortWait) setTimeout(retry, wait + 100)
}

/** One sync at a time; asked while one runs, it goes once more afterwards, so that nothing saved meanwhile waits for the alarm. */
export class SyncRunner {
  running: Promise<void> | undefined
  again = false

  request(asked: boolean): Promise<void> {
    if (this.running) {
      this.again ||= asked
      return this.running
    }
    this.again = false
    this.running = this.run(asked).finally(() => {
      this.running = undefined
      if (this.again) void this.request(true)
    })
    return this.running
  }

  async run(asked: boolean): Promise<void> {
    try {
      await this.once(asked)
    } finally {
      await refresh()
    }
  }

  async once(asked: boolean): Promise<void> {
    await refresh()
    const connection = await readSender()
    if (!connection) return
    const database = databaseOf(connection)
    await attempt(partsFor(connection, database), asked)
    await answered(
      database,
      longestLook,
      retrySoon(database, () => void this.request(false)),
    )
  }
}

/** Once the person has read what was lost, the button says it no more. */
export const onLossRead = (): unknown => onLossChange(() => void refresh())

export const onSyncAlarm = (due: () => void): void => {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) due()
  })
}
