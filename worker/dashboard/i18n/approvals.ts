import english from './compiled/en/approvals.ts'
import { inLanguage } from './messages.ts'

/** What requests for steering's approval say. Loaded where one stands. */
export const approvalMessages = await inLanguage('approvals', english)
