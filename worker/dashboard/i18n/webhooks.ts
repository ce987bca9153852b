import english from './compiled/en/webhooks.ts'
import { inLanguage } from './messages.ts'

/** What the page of webhooks says. Loaded with it. */
export const webhookMessages = await inLanguage('webhooks', english)
