import { signal } from '@preact/signals'
import type { ListedClip, ListedClipsReply } from '../../../shared/api/lookups.ts'
import { listedSaid } from '../../../shared/domain/looked-up.ts'
import type { Assertion, Said } from '../../../shared/lookups/assertion.ts'
import {
  createWatchListReader,
  lostFrom,
  saidByList,
  type WatchList,
  type WatchListProblem,
  watchKeys,
  withLost,
} from '../../../shared/import/tables/watch-list.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { call } from '../data/api.ts'
import { dayFromField, toDateField } from '../ui/dates.ts'
import type { Wanted } from './run-import.ts'

/** One clip that the list names, or named before. */
export interface Mark {
  clip: ListedClip
  said: Said[]
  /** What an earlier list said and this one does not. */
  lost: Assertion[]
  /** Whether the bank has all of it already. */
  known: boolean
}

/** What a list would do, before anything is sent. */
export interface DryList {
  file: string
  day: string
  list: WatchList
  clips: number
  marks: Mark[]
  /** Whether what only an earlier list said is taken away; a person says so. */
  takeAway: boolean
}

export const dryList = signal<DryList | undefined>(undefined)
/** How far a file is read, 0 to 1. */
export const readShare = signal<number | undefined>(undefined)

/** Identifiers of the network's clips; they are compared here, and the list stays in this browser. */
const clipsOfNetwork = async (): Promise<ListedClip[]> => {
  const clips: ListedClip[] = []
  for (let after: number | null = 0; after !== null;) {
    const reply: ListedClipsReply = await call('GET /v1/networks/:network/lookups/clips', { query: { after: String(after) } })
    clips.push(...reply.clips)
    after = reply.next
  }
  return clips
}

const markOf = (list: WatchList, clip: ListedClip): Mark[] => {
  const said = saidByList(list, clip)
  const before = clip.said ?? []
  if (said.length === 0 && before.length === 0) return []
  const lost = lostFrom(before, said)
  const now = listedSaid(
    before,
    withLost(said, lost).map((one) => ({ ...one, asked: Number.MAX_SAFE_INTEGER })),
  )
  return [{ clip, said, lost, known: JSON.stringify(now) === JSON.stringify(before) }]
}

/** Reads a file bit by bit, and finds what it says of the network's papers. */
export const readWatchList = async (file: File): Promise<WatchListProblem | undefined> => {
  dryList.value = undefined
  readShare.value = 0
  try {
    const clips = await clipsOfNetwork()
    const reader = createWatchListReader(new Set(clips.flatMap(watchKeys)))
    const [decoder, parts] = [new TextDecoder(), file.stream().getReader()]
    for (let read = 0; ;) {
      const { done, value } = await parts.read()
      if (done) break
      read += value.length
      reader.push(decoder.decode(value, { stream: true }))
      if (reader.hasFailed()) {
        await parts.cancel()
        break
      }
      readShare.value = file.size > 0 ? read / file.size : 1
    }
    reader.push(decoder.decode())
    const list = reader.end()
    if ('problem' in list) return list.problem
    dryList.value = {
      file: file.name,
      day: toDateField(file.lastModified),
      list,
      clips: clips.length,
      marks: clips.flatMap((clip) => markOf(list, clip)),
      takeAway: false,
    }
    return undefined
  } finally {
    readShare.value = undefined
  }
}

/** Clips of which an earlier list said what this one does not. */
export const losing = ({ marks }: DryList): number => marks.filter(({ lost }) => lost.length > 0).length

/** Of what is kept, what is newer than this file: the day of the last list, and the day of the newest notice; nothing where it is no older. */
export const newerKept = ({ marks, list, day }: DryList): { day?: number; notice?: string } => {
  const last = Math.max(0, ...marks.map(({ clip }) => clip.day ?? 0))
  const notice = marks
    .flatMap(({ clip: { said = [] } }) => said.map(({ date = '' }) => date))
    .reduce((newest, date) => (date > newest ? date : newest), '')
  return { ...(last > (dayFromField(day) ?? 0) && { day: last }), ...(notice > list.newest && { notice }) }
}

/** What is sent: one mutation a clip of which the list says something new. */
export const wantedOf = ({ marks, day: text, takeAway }: DryList): Wanted[] => {
  const day = dayFromField(text) ?? 0
  return marks.flatMap(({ clip: { evidence }, said: listed, lost, known }) => {
    if (known && (lost.length === 0 || !takeAway)) return []
    const said = (takeAway ? listed : withLost(listed, lost)).map(({ service: _, ...one }) => one)
    return [{ id: newId(), name: 'recordWatchList', args: { evidence, said, day } }]
  })
}
