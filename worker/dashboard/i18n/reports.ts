import english from './compiled/en/reports.ts'
import { inLanguage } from './messages.ts'

/** What news, digest, reports and briefs say. Loaded with those pages. */
export const reportMessages = await inLanguage('reports', english)
