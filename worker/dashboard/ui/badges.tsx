import type { IdeaRow } from '../../../shared/api/bank.ts'
import type { Disposition } from '../../../shared/domain/entities.ts'
import type { Shaken } from '../../../shared/rules/evidence-standing.ts'
import { pathwayLabel, phaseLabel } from '../data/framework.ts'
import { messages } from '../i18n/bank.ts'

/** What a reader must not miss: a hold, that an idea has ended, and that a paper it rests on does not stand. */
export const Badges = ({ disposition, onHold, shaken }: { disposition: Disposition; onHold: boolean; shaken?: Shaken | undefined }) => (
  <>
    {shaken && <span class="badge danger">{messages.rests[shaken]}</span>}
    {onHold && <span class="badge danger">{messages.hold.badge}</span>}
    {disposition !== 'active' && <span class={`badge ${disposition}`}>{messages.dispositions[disposition]}</span>}
  </>
)

/** Pathway and phase of a row; one that ended before it had a pathway is told by its badge alone. */
export const stageOf = ({ pathway, phase, disposition }: Pick<IdeaRow, 'pathway' | 'phase' | 'disposition'>): string => {
  if (pathway) return `${pathwayLabel(pathway)} · ${phaseLabel(phase)}`
  return disposition === 'active' ? messages.bank.toTriage : ''
}
