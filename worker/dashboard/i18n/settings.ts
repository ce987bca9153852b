import english from './compiled/en/settings.ts'
import { inLanguage } from './messages.ts'

/** What the settings say. Loaded with them. */
export const settingsMessages = await inLanguage('settings', english)
