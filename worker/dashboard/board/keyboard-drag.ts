import type { IdeaRow } from '../../../shared/api/bank.ts'
import { phaseLabel } from '../data/framework.ts'
import { boardMessages } from '../i18n/board.ts'
import { own } from '../../../shared/values/own.ts'

/** A card that was dropped on a phase: its gate is to be opened. */
export interface RequestedMove {
  row: IdeaRow
  to: string
}

/** A card that is held with the keys, over the phase `to`. */
export type DraggedCard = RequestedMove

type Act = { does: 'hold'; carried: DraggedCard; says: string } | { does: 'leave'; says: string } | { does: 'put'; carried: DraggedCard }

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** What a key on a card's handle means: pick up, another phase, put down, leave it; `undefined` for any other key. */
export const dragKey = (key: string, carried: DraggedCard | undefined, row: IdeaRow, phases: readonly string[]): Act | undefined => {
  const holds = carried?.row.id === row.id ? carried : undefined
  if (key === 'Enter' || key === ' ') {
    if (holds) return { does: 'put', carried: holds }
    return {
      does: 'hold',
      carried: { row, to: row.phase },
      says: boardMessages.pickedUp({ change: row.change, phase: phaseLabel(row.phase) }),
    }
  }
  if (!holds) return undefined
  if (key === 'Escape') return { does: 'leave', says: boardMessages.putBack({ phase: phaseLabel(row.phase) }) }
  const step = own(steps, key)
  if (step === undefined) return undefined
  const at = Math.min(phases.length - 1, Math.max(0, phases.indexOf(holds.to) + step))
  const to = phases[at] ?? row.phase
  return { does: 'hold', carried: { row, to }, says: boardMessages.over({ phase: phaseLabel(to), at: at + 1, of: phases.length }) }
}
