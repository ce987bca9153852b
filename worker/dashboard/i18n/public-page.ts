import english from './compiled/en/publicPage.ts'
import { inLanguage } from './messages.ts'

/** What stands beside an idea of its public page. Loaded with it. */
export const publicPageMessages = await inLanguage('publicPage', english)
