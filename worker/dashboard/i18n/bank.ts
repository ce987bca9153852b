import english from './compiled/en/bank.ts'
import { inLanguage } from './messages.ts'

/** What every page of the bank says, those that come with the first load. */
export const messages = await inLanguage('bank', english)
