import type { EvidenceKind } from '../../../shared/domain/evidence-kinds.ts'
import { panelMessages } from '../../i18n/panel.ts'

/** A kind as it is shown; shorter than the bank's own labels, which show when one rests on them: eight of these are read at a glance. */
export const nameOfKind = (kind: EvidenceKind | null): string => (kind === null ? panelMessages.kindUnsaid : panelMessages.kinds[kind])

/** What the page's words suggest, and why, where that is known. */
export const suggestedKind = (suggested: EvidenceKind, reason: string): string => {
  const kind = panelMessages.kinds[suggested]
  return reason ? panelMessages.kindSuggestedBecause({ kind, reason }) : panelMessages.kindSuggested({ kind })
}
