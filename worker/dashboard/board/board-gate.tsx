import { useEffect, useRef } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { allowed } from '../data/allowed.ts'
import type { RequestedMove } from './keyboard-drag.ts'
import { framework, pathwayLabel, phaseLabel } from '../data/framework.ts'
import '../idea/idea-actions.css'
import { Back, OneMove } from '../idea/idea-moves.tsx'
import { useQuery } from '../data/use-query.ts'
import { boardMessages } from '../i18n/board.ts'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'

interface Props {
  asked: RequestedMove
  close: () => void
}

/** What stands between the idea and that phase, from the idea as it is now. */
const Gate = ({ page, to, close }: { page: IdeaPage; to: string; close: () => void }) => {
  const { idea, moves } = page
  const phases = (framework.value?.phases ?? []).map(({ key }) => key)
  const move = moves.find((one) => one.to === to)
  if (idea.hold) return <p class="notice danger">{boardMessages.held}</p>
  if (idea.disposition !== 'active' || idea.phase === to) return <p>{boardMessages.notFrom}</p>
  if (move) return <OneMove idea={idea} move={move} close={close} />
  if (phases.indexOf(to) > phases.indexOf(idea.phase))
    return <p>{boardMessages.notReachable({ to: phaseLabel(to), first: phaseLabel(moves[0]?.to ?? '') })}</p>
  return allowed(page)('moveIdea', { to }) ? <Back idea={idea} into={to} close={close} /> : <p>{boardMessages.backOnly}</p>
}

/** What the gate requires is shown before anything moves: requirements met or missing, and who may go through or past it. */
export const BoardGate = ({ asked: { row, to }, close }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const replied = useQuery('GET /v1/networks/:network/ideas/:id', { id: row.id })
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    // The way on, once it is known: Enter goes through the gate, or opens the form that says why not.
    dialog.current?.querySelector<HTMLElement>('.gate-body button, .gate-body select')?.focus()
  }, [replied.reply !== undefined])
  return (
    <dialog ref={dialog} class="gate" aria-labelledby="gate" onClose={close}>
      <p class="soft small">
        {pathwayLabel(row.pathway)} · {boardMessages.gate({ from: phaseLabel(row.phase), to: phaseLabel(to) })}
      </p>
      <h2 id="gate">{row.change}</h2>
      <div class="gate-body">
        <Async of={replied} what={messages.idea.what}>
          {(page) => <Gate page={page} to={to} close={() => dialog.current?.close()} />}
        </Async>
      </div>
      <form method="dialog" class="form-end">
        <button type="submit" class="button plain">
          {boardMessages.close}
        </button>
      </form>
    </dialog>
  )
}
