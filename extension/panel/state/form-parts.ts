import type { createKnownState } from './create-known-state.ts'
import type { loadRules } from './load-rules.ts'
import type * as page from './page-memory.ts'
import type * as panel from './panel-state.ts'

type FromPanel =
  | 'connection'
  | 'database'
  | 'draft'
  | 'drafts'
  | 'fault'
  | 'framework'
  | 'justSaved'
  | 'reader'
  | 'rememberedSite'
  | 'undoable'

/** What the form reads of the rest of the panel, and the time. */
export interface FormParts
  extends
    Pick<typeof panel, FromPanel>,
    Pick<ReturnType<typeof createKnownState>, 'clips' | 'loadKnown' | 'reusable'>,
    Pick<typeof page, 'lookAgain' | 'memory'> {
  loadRules: typeof loadRules
  /** Milliseconds since 1970. */
  now: () => number
  /** Resolves after so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>
}
