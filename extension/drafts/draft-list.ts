import { type Draft, isUnfinished } from '../store/draft.ts'

/** The windows of all open tabs, by the number of the tab. */
export type OpenTabs = ReadonlyMap<number, number>

/** A draft that is not in front; `place`: where its tab is, if it is open. */
export interface OtherDraft {
  draft: Draft
  place: { tab: number; window: number } | undefined
}

/** The draft of the tab in front. A number of an earlier run of the browser is not that tab. */
export const draftInFront = (drafts: readonly Draft[], tab: number | null, run: string): Draft | undefined =>
  drafts.find((one) => one.tab !== null && one.tab === tab && one.run === run)

const placeOf = ({ tab, run: begun }: Draft, run: string, open: OpenTabs): OtherDraft['place'] => {
  const window = tab === null || begun !== run ? undefined : open.get(tab)
  return tab === null || window === undefined ? undefined : { tab, window }
}

/** What is unfinished and not in front, the newest first. */
export const otherDrafts = (drafts: readonly Draft[], front: Draft | undefined, run: string, open: OpenTabs): OtherDraft[] =>
  drafts
    .filter((draft) => draft !== front && isUnfinished(draft))
    .toSorted((one, other) => other.changedAt - one.changedAt)
    .map((draft) => ({ draft, place: placeOf(draft, run, open) }))
