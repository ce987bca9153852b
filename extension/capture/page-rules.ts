import { keepReading } from '../drafts/keep-reading.ts'
import { keepQuickDraft, quickDraft } from './quick-draft.ts'
import { readShown } from './read-shown.ts'

/** What reads a page that is no patient's, makes an item of it and keeps that in a draft. */
export const pageRules = { readShown, keepReading, quickDraft, keepQuickDraft }
