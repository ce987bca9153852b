import type { ListedIdea } from '../bank/idea-list.ts'
import type { QuickOutcome } from '../capture/quick-clip.ts'

type BrowserWord =
  | 'clipPage'
  | 'clipSelection'
  | 'clipLink'
  | 'quickClip'
  | 'notSent'
  | 'needsAttention'
  | 'lost'
  | 'searchBank'
  | 'searchConnectFirst'
  | Exclude<ListedIdea['disposition'], 'active'>
  | QuickOutcome
  | 'quickUndo'
  | 'quickUndone'
  | 'quickUndoOver'

/**
 * What the browser shows by itself (menus, the button's title): its own catalogue, public/_locales, and its own language.
 * The service worker reads no other.
 */
export const browserWords = (name: BrowserWord, ...values: string[]): string => chrome.i18n.getMessage(name, values)
