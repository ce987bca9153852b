import * as v from 'valibot'
import { browser } from 'wxt/browser'

/** What the panel and the options page ask of the background. */
const messageSchema = v.variant('ask', [
  /** Something was saved, or somebody wants it now. */
  v.object({ ask: v.literal('sync') }),
  /** Read the page of this draft again; works while `activeTab` is granted for its tab. */
  v.object({ ask: v.literal('read-again'), draft: v.string(), tab: v.number() }),
])
export type Message = v.InferOutput<typeof messageSchema>

/** The background may be asleep; a message wakes it. It answers nothing: what it does is seen in the database. */
export const askBackground = async (message: Message): Promise<void> => {
  await browser.runtime.sendMessage(message)
}

export const onMessage = (receive: (message: Message) => void): void => {
  browser.runtime.onMessage.addListener((message: unknown, _sender, answer: (nothing: null) => void) => {
    const parsed = v.safeParse(messageSchema, message)
    if (parsed.success) receive(parsed.output)
    answer(null)
  })
}
