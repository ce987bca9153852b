import english from './compiled/en/access.ts'
import { inLanguage } from './messages.ts'

/** What is said about members, invitations, one's own account, connected extensions and the audit. Loaded with those pages. */
export const accessMessages = await inLanguage('access', english)
