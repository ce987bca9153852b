import hookMessages from '../../../shared/i18n/compiled/hooks.ts'
import labelMessages from '../../../shared/i18n/compiled/labels.ts'
import { type Language, localeOf } from '../../../shared/i18n/language.ts'
import { type FormatMessage, messageFormat } from '../../../shared/i18n/message-format.ts'
import { cardText } from '../../../shared/webhooks/card-text.ts'
import { slackPayload, teamsPayload } from '../../../shared/webhooks/channel-payloads.ts'
import type { HookEvent, HookIdea, HookWords, ToldEvent } from '../../../shared/webhooks/hook-events.ts'
import { standardPayload } from '../../../shared/webhooks/standard-payload.ts'
import type { NetworkStore } from '../storage/store.ts'
import type { HookRow } from './hook-rows.ts'

const cardFormat = (language: Language): FormatMessage => messageFormat(localeOf(language), hookMessages[language], labelMessages[language])

const ideaOf = (store: NetworkStore, id: string): HookIdea | undefined => {
  const idea = store.network.idea(id)
  if (!idea) return undefined
  const { pathway, phase, disposition, hold, topic, site } = idea
  return { id, pathway, phase, disposition, onHold: hold !== null, topic, site }
}

const saysOf = (store: NetworkStore, { type, idea = '', comment, state, site }: HookEvent): string | undefined => {
  if (comment !== undefined) return store.network.comment(comment)?.text
  if (type === 'idea.result') return store.network.stancesOf(idea).find((stance) => stance.site === site)?.note
  const { ending, hold, disposition } = store.network.idea(idea) ?? {}
  if (type === 'idea.held') return state === 'held' ? hold?.why : undefined
  return state === disposition ? ending?.sentence : undefined
}

/** The words of now: what was edited or deleted since is not told any more. */
const wordsOf = (store: NetworkStore, event: HookEvent): HookWords => {
  const change = event.idea === undefined ? undefined : store.network.idea(event.idea)?.change
  const title = event.evidence === undefined ? undefined : store.network.evidence(event.evidence)?.citation.title
  const says = saysOf(store, event)
  return { ...(change ? { idea: change } : {}), ...(says ? { says } : {}), ...(title ? { title } : {}) }
}

const pageOf = ({ origin }: HookRow, { idea, evidence }: HookEvent): string =>
  `${origin}${idea === undefined ? (evidence === undefined ? '/' : '/evidence') : `/ideas/${encodeURIComponent(idea)}`}`

/** The body of a message about this event, as this webhook has it, made of the bank as it stands now. */
export const bodyOf = (store: NetworkStore, hook: HookRow, event: HookEvent): string => {
  store.begin()
  const idea = event.idea === undefined ? undefined : ideaOf(store, event.idea)
  const words = hook.words === 1 ? wordsOf(store, event) : undefined
  const link = pageOf(hook, event)
  const told: ToldEvent = {
    event,
    time: new Date(event.at).toISOString(),
    network: hook.network,
    link,
    ...(idea ? { idea } : {}),
    ...(words ? { words } : {}),
  }
  if (hook.format === 'standard') return JSON.stringify(standardPayload(told))
  const text = cardText(told, store.network.framework(), cardFormat(hook.language))
  return JSON.stringify(hook.format === 'teams' ? teamsPayload(text, link) : slackPayload(text, link))
}
