import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { browserMessage } from '../browser/browser-messages.ts'
import { databaseOf } from '../store/databases.ts'
import { addToOutbox } from '../outbox/enqueue.ts'
import { takingBack } from '../store/queued.ts'
import { newId } from '../../shared/web/new-id.ts'
import { readSender } from '../connection/connection.ts'
import { recordActivity } from '../browser/activity.ts'

/** How long a quick clip can be undone, in milliseconds. */
const life = 5 * 60 * 1000
const longest = 80
const schema = v.object({ title: v.string(), evidence: v.string(), database: v.string(), until: v.number() })

/** Which paper the last quick clip kept, or found kept; `evidence` is empty where nothing new was. For a while, in this browser's memory only. */
export type LastQuick = v.InferOutput<typeof schema>

/** Short enough for a tooltip and a menu. */
const shortened = (title: string): string => {
  const plain = title.replaceAll(/\s+/g, ' ').trim()
  return plain.length > longest ? `${plain.slice(0, longest - 1).trimEnd()}…` : plain
}

export const noteQuick = async (title: string, evidence: string, database: string): Promise<void> => {
  // Pressed twice, it is still the clip that was kept the first time.
  if (evidence === '' && (await readQuick())?.title === shortened(title)) return
  const last: LastQuick = { title: shortened(title), evidence, database, until: Date.now() + life }
  await browser.storage.session.set({ quick: last })
}

export const readQuick = async (): Promise<LastQuick | undefined> => {
  const { quick } = await browser.storage.session.get('quick')
  const read = v.safeParse(schema, quick)
  return read.success && read.output.until > Date.now() ? read.output : undefined
}

/** Id of the entry in the button's own menu that is shown while a quick clip can be undone. */
export const undoMenu = 'quick-undo'
const alarm = undoMenu

/** Removing what is not there is an error that nobody has to hear of. */
const removeMenu = (): Promise<void> => Promise.resolve(browser.contextMenus.remove(undoMenu)).catch(() => undefined)

export const offerUndo = async (): Promise<void> => {
  await removeMenu()
  const last = await readQuick()
  if (!last?.evidence) return
  // A single ampersand would be read as the mark of a key.
  const title = browserMessage('quickUndo', last.title.replaceAll('&', '&&'))
  browser.contextMenus.create({ id: undoMenu, title, contexts: ['action'] })
  await browser.alarms.create(alarm, { when: last.until })
}

const undoOnce = async (): Promise<'quickUndone' | 'quickUndoOver'> => {
  const [last, sender] = [await readQuick(), await readSender()]
  const database = databaseOf(sender)
  const isOver = !last?.evidence || sender?.locked || database.name !== last.database
  // Forgotten once it is kept: a full disk may take it the next time.
  if (!isOver) await addToOutbox(database, takingBack(last.evidence, { id: newId(), at: Date.now() }))
  await Promise.all([browser.storage.session.remove('quick'), removeMenu(), recordActivity()])
  return isOver ? 'quickUndoOver' : 'quickUndone'
}

let undoing: Promise<unknown> = Promise.resolve()

/** Withdraws the last quick clip, as its clipper may while it supports no idea [M23]; the withdrawal is queued like any mutation. Once, however often it is pressed, and in the name of the person who made it. */
export const undoQuick = (): ReturnType<typeof undoOnce> => {
  const mine = undoing.then(undoOnce)
  undoing = mine.catch(() => undefined)
  return mine
}

export const onUndoAlarm = (): void =>
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void removeMenu()
  })
