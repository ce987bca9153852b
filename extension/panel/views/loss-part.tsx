import { useEffect, useState } from 'preact/hooks'
import { LossNotice } from '../../ui/loss-notice.tsx'
import { type Loss, onLossChange, readLoss } from '../../backup/unsent-tally.ts'
import { database } from '../state/panel-state.ts'

/** What a damaged database lost, until it was read. */
export const LossPart = () => {
  const [held, hold] = useState<{ of: string; loss: Loss | undefined } | undefined>(undefined)
  const present = database.value?.name ?? ''
  useEffect(() => {
    const look = (): void => void readLoss(present).then((loss) => hold({ of: present, loss }))
    look()
    return onLossChange(look)
  }, [present])
  return held?.of === present && held.loss ? <LossNotice database={present} loss={held.loss} /> : null
}
