import { browser } from 'wxt/browser'
import { browserWords } from './browser-words.ts'
import { databaseOf } from './databases.ts'
import { IdeaList } from './idea-list.ts'
import { type Connection, readConnection } from './settings.ts'
import { type Suggestion, suggestionFor } from './suggestion.ts'
import { noteUse } from './use.ts'

const shown = 6

interface Search {
  server: string
  list: IdeaList
}

/** One search from the keyword to its end: what it read is let go of then. */
let search: Search | undefined

/** The ideas of whoever is connected now; of nobody where Gleaner is locked, or another person's search was begun before. */
const searchFor = (connection: Connection): Search => {
  const database = databaseOf(connection)
  if (search?.list.database !== database) search = { server: connection.server, list: new IdeaList(database) }
  return search
}

/** Firefox shows markup as it is written; it alone has a side bar. */
const isMarked = (): boolean => !('sidebarAction' in browser)

const suggestionsFor = async (typed: string): Promise<Suggestion[]> => {
  const connection = await readConnection()
  if (!connection) {
    search = undefined
    return []
  }
  const { server, list } = searchFor(connection)
  const found = await list.find(typed, shown)
  return found.map(({ id, change, disposition }) =>
    suggestionFor(
      { address: `${server}/ideas/${id}`, text: change, state: disposition === 'active' ? '' : browserWords(disposition) },
      typed,
      isMarked(),
    ),
  )
}

/** Where a choice leads: an idea that was suggested, or all that the bank finds for what was typed. Nowhere but the connected server. */
const addressFor = (server: string, chosen: string): string =>
  chosen.startsWith(`${server}/ideas/`) ? chosen : `${server}/ideas?${new URLSearchParams({ q: chosen.trim() }).toString()}`

type Where = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab'

const open = async (chosen: string, where: Where): Promise<void> => {
  search = undefined
  const connection = await readConnection()
  const url = connection ? addressFor(connection.server, chosen) : '/options.html'
  await noteUse()
  if (where === 'currentTab') await browser.tabs.update({ url })
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' })
}

const begin = async (): Promise<void> => {
  search = undefined
  const connection = await readConnection()
  await browser.omnibox.setDefaultSuggestion({
    description: connection ? browserWords('searchBank', '%s') : browserWords('searchConnectFirst'),
  })
}

/** The keyword in the address bar: ideas of the own network, from what is on this computer. */
export const onOmnibox = (): void => {
  browser.omnibox.onInputStarted.addListener(() => void begin())
  browser.omnibox.onInputChanged.addListener((typed, suggest) => void suggestionsFor(typed).then(suggest, () => suggest([])))
  browser.omnibox.onInputEntered.addListener((chosen, where) => void open(chosen, where))
  browser.omnibox.onInputCancelled.addListener(() => {
    search = undefined
  })
}
