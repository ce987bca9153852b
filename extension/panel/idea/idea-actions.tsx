import { useEffect, useRef, useState } from 'preact/hooks'
import type { IdeaDetail } from '../../bank/idea-detail.ts'
import { AnswerForm } from './answer-form.tsx'
import { EditIdeaForm } from './edit-idea-form.tsx'
import { connection, reader } from '../state/panel-state.ts'
import { sayable, StanceForm } from './stance-form.tsx'
import { SureButton } from '../parts/sure-button.tsx'
import { homeMessages } from '../../i18n/home.ts'
import { translateRefusal } from '../../i18n/translate-refusal.ts'

type Open = 'edit' | 'answer' | 'stance'

const labels: Record<Open, () => string> = {
  answer: () => homeMessages.sendAnswer,
  stance: () => homeMessages.stanceOpen,
  edit: () => homeMessages.edit,
}

/** What this person may do with an idea: answer, speak for a site, change or take back what is theirs. */
export const IdeaActions = ({ detail }: { detail: IdeaDetail }) => {
  const { idea, asked, objectionTo } = detail
  const [open, show] = useState<Open | undefined>(undefined)
  const [said, tell] = useState(false)
  const back = useRef<HTMLParagraphElement>(null)
  const last = useRef<Open | undefined>(undefined)
  useEffect(() => {
    // Where the form was opened from, the focus returns to.
    if (!open && last.current) {
      const [opener, any] = [`[data-opens="${last.current}"]`, 'button'].map((which) => back.current?.querySelector<HTMLElement>(which))
      ;(opener ?? any)?.focus()
    }
    last.current = open
  }, [open])
  const close = (done = false): void => {
    show(undefined)
    tell(done)
  }
  const mine = idea.proposedBy === reader.value.person
  const says = sayable(detail)
  const may: Open[] = [
    ...(mine && asked !== null ? ['answer' as const] : []),
    ...(says.length > 0 ? ['stance' as const] : []),
    ...(objectionTo('editIdea', { idea: idea.id }) ? [] : ['edit' as const]),
  ]
  const kept = objectionTo('withdrawIdea', { idea: idea.id })
  return (
    <>
      {mine && asked !== null && <p class="notice">{homeMessages.asked}</p>}
      {open === 'answer' && <AnswerForm idea={idea.id} close={() => close(true)} />}
      {open === 'stance' && <StanceForm idea={idea.id} says={says} close={close} />}
      {open === 'edit' && <EditIdeaForm idea={idea} close={() => close()} />}
      {connection.value && (
        <p>
          <a href={`${connection.value.server}/ideas/${idea.id}`} target="_blank" rel="noreferrer">
            {homeMessages.openDashboard}
          </a>
        </p>
      )}
      {!open && (
        <p class="actions" ref={back}>
          {may.map((one) => (
            <button type="button" class="button small" key={one} data-opens={one} onClick={() => show(one)}>
              {labels[one]()}
            </button>
          ))}
          {!kept && (
            <SureButton
              label={homeMessages.withdraw}
              sure={homeMessages.withdrawSure}
              yes={homeMessages.withdrawYes}
              asked={[{ name: 'withdrawIdea', args: { idea: idea.id } }]}
            />
          )}
        </p>
      )}
      {mine && kept?.refused === 'gate' && <p class="soft">{translateRefusal(kept.reason)}</p>}
      <p class="soft empty-gone" role="status">
        {said && homeMessages.said}
      </p>
    </>
  )
}
