import { browser } from 'wxt/browser'
import { browserMessage } from '../browser/browser-messages.ts'
import type { GleanerDatabase } from '../store/db.ts'
import { IdeaList } from '../bank/idea-list.ts'
import { type Suggestion, suggestionFor } from './omnibox-suggestion.ts'

/** Suggestions in the address bar. */
const shown = 6

/** One search from the keyword to its end: what it read is let go of then. */
let list: IdeaList | undefined

export const forgetSearch = (): void => {
  list = undefined
}

/** Firefox shows markup as it is written; it alone has a side bar. */
const isMarked = (): boolean => !('sidebarAction' in browser)

/** Ideas of that database for what was typed, as the address bar shows them. Another database begins another search. */
export const suggestionsFor = async (database: GleanerDatabase, server: string, typed: string): Promise<Suggestion[]> => {
  if (list?.database !== database) list = new IdeaList(database)
  const found = await list.find(typed, shown)
  return found.map(({ id, change, disposition }) =>
    suggestionFor(
      { address: `${server}/ideas/${id}`, text: change, state: disposition === 'active' ? '' : browserMessage(disposition) },
      typed,
      isMarked(),
    ),
  )
}
