import { browser } from 'wxt/browser'
import { browserMessage } from '../browser/browser-messages.ts'
import { databaseOf } from '../store/databases.ts'
import { loadedSuggestions, loadSuggestions } from './load-bank-suggestions.ts'
import { readConnection } from '../connection/connection.ts'
import type { Suggestion } from './omnibox-suggestion.ts'
import { recordActivity } from '../browser/activity.ts'

const forget = (): void => loadedSuggestions()?.forgetSearch()

/** The ideas of whoever is connected now; of nobody where Gleaner is locked, or another person's search was begun before. */
const suggestionsFor = async (typed: string): Promise<Suggestion[]> => {
  const connection = await readConnection()
  if (connection) return (await loadSuggestions()).suggestionsFor(databaseOf(connection), connection.server, typed)
  forget()
  return []
}

/** Where a choice leads: an idea that was suggested, or all that the bank finds for what was typed. Nowhere but the connected server. */
const addressFor = (server: string, chosen: string): string =>
  chosen.startsWith(`${server}/ideas/`) ? chosen : `${server}/ideas?${new URLSearchParams({ q: chosen.trim() }).toString()}`

type Where = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab'

const open = async (chosen: string, where: Where): Promise<void> => {
  forget()
  const connection = await readConnection()
  const url = connection ? addressFor(connection.server, chosen) : '/options.html'
  await recordActivity()
  if (where === 'currentTab') await browser.tabs.update({ url })
  else await browser.tabs.create({ url, active: where === 'newForegroundTab' })
}

const begin = async (): Promise<void> => {
  forget()
  const connection = await readConnection()
  await browser.omnibox.setDefaultSuggestion({
    description: connection ? browserMessage('searchBank', '%s') : browserMessage('searchConnectFirst'),
  })
}

/** The keyword in the address bar: ideas of the own network, from what is on this computer. */
export const onOmnibox = (): void => {
  browser.omnibox.onInputStarted.addListener(() => void begin())
  browser.omnibox.onInputChanged.addListener((typed, suggest) => void suggestionsFor(typed).then(suggest, () => suggest([])))
  browser.omnibox.onInputEntered.addListener((chosen, where) => void open(chosen, where))
  browser.omnibox.onInputCancelled.addListener(forget)
}
