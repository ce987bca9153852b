import type { ListedClipsReply } from '../../../shared/api/lookups.ts'
import { createWatchListReader, saidByList, watchKeys } from '../../../shared/import/tables/watch-list.ts'
import { asBrowser, type TestMember } from '../network.ts'
import { ask } from './looking-up.ts'

/** Uploads a list as the dashboard does: what it says of the network's clips, in so many of them. */
export const uploadList = async (coordinator: TestMember, text: string, day: number): Promise<number> => {
  const reply = await asBrowser(coordinator, `/v1/networks/${coordinator.slug}/lookups/clips`)
  const { clips } = await reply.json<ListedClipsReply>()
  const reader = createWatchListReader(new Set(clips.flatMap(watchKeys)))
  reader.push(text)
  const list = reader.end()
  if ('problem' in list) throw new Error(list.problem)
  let marked = 0
  for (const clip of clips) {
    const said = saidByList(list, clip)
    if (said.length === 0 && !clip.said) continue
    await ask(coordinator, 'recordWatchList', { evidence: clip.evidence, said: said.map(({ service: _, ...one }) => one), day })
    marked += 1
  }
  return marked
}
