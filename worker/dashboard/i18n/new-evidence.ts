import english from './compiled/en/newEvidence.ts'
import { inLanguage } from './messages.ts'

/** What stands where ideas ask the literature. Loaded with it. */
export const newEvidenceMessages = await inLanguage('newEvidence', english)
