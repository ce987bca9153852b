import { keepReading } from '../drafts/keep-reading.ts'
import { judged } from './judged.ts'
import { keepQuickDraft, quickDraft } from './quick-draft.ts'
import { readShown } from './read-shown.ts'

/** What reads a page that is no patient's, makes an item of it and keeps that in a draft. */
export const pageRules = { judged, readShown, keepReading, quickDraft, keepQuickDraft }
