import { signal } from '@preact/signals'
import type { ListedClip, ListedClipsReply } from '../../../shared/api/lookups.ts'
import { listedSaid } from '../../../shared/domain/looked-up.ts'
import type { Said } from '../../../shared/lookups/assertion.ts'
import {
  createWatchListReader,
  saidByList,
  type WatchList,
  type WatchListProblem,
  watchKeys,
} from '../../../shared/import/tables/watch-list.ts'
import { newId } from '../../../shared/web/new-id.ts'
import { call } from '../data/api.ts'
import { dayFromField, toDateField } from '../ui/dates.ts'
import type { Wanted } from './run-import.ts'

/** One clip that the list names, or named before. */
export interface Mark {
  clip: ListedClip
  said: Said[]
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
  const now = listedSaid(
    before,
    said.map((one) => ({ ...one, asked: Number.MAX_SAFE_INTEGER })),
  )
  return [{ clip, said, known: JSON.stringify(now) === JSON.stringify(before) }]
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
    }
    return undefined
  } finally {
    readShare.value = undefined
  }
}

/** What is sent: one mutation a clip of which the list says something new. */
export const wantedOf = ({ marks, day: text }: DryList): Wanted[] => {
  const day = dayFromField(text) ?? 0
  return marks.flatMap(({ clip: { evidence }, said, known }) =>
    known ? [] : [{ id: newId(), name: 'recordWatchList', args: { evidence, said: said.map(({ service: _, ...one }) => one), day } }],
  )
}
