import { createKnownState } from './create-known-state.ts'
import { database, draft, drafts, fault, reader } from './panel-state.ts'

/** What the panel knows of the paper in front. */
export const { loadKnown, clips, unfinishedOfPaper, reusable, watchKnown } = createKnownState({ database, draft, drafts, fault, reader })
