import { useState } from 'preact/hooks'
import type { IdeaPage, Move } from '../../../shared/api/bank.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { allowed } from '../data/allowed.ts'
import { draft } from '../data/drafts.ts'
import { SelectField, TextField } from '../ui/fields.tsx'
import { framework, phaseLabel } from '../data/framework.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { currentApproval } from '../../../shared/domain/approval.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Requirements } from './requirements.tsx'
import { list } from '../i18n/locale.ts'
import { messages } from '../i18n/bank.ts'
import { own } from '../../../shared/values/own.ts'

const MoveApproval = lazyPart(() => import('./approval/move-approval.tsx').then((part) => part.MoveApproval))

const PastApproval = lazyPart(() => import('./approval/move-approval.tsx').then((part) => part.PastApproval))

const nameOfRole = (role: string): string => own<string>(messages.who, role) ?? role

interface FormProps {
  idea: Idea
  move: Move
  close?: (() => void) | undefined
}

/** Through the gate as the framework wants it. */
const Forward = ({ idea, move, close }: FormProps) => (
  <MutationForm
    name="moveIdea"
    drafts={`${idea.id}/move/${move.to}/`}
    submit={messages.move.to({ phase: phaseLabel(move.to) })}
    done={messages.move.done({ phase: phaseLabel(move.to) })}
    onDone={close}
    args={() => ({ idea: idea.id, to: move.to, reason: '', override: false })}
  />
)

/** Past the gate: allowed to a coordinator, with a reason that stays in the history. */
const Override = ({ idea, move, close }: FormProps) => {
  const form = `${idea.id}/override/${move.to}/`
  const reason = draft(`${form}reason`)
  return (
    <MutationForm
      name="moveIdea"
      drafts={form}
      tone="danger"
      submit={messages.move.anyway({ phase: phaseLabel(move.to) })}
      done={messages.move.done({ phase: phaseLabel(move.to) })}
      onDone={close}
      onCancel={close}
      args={() => ({ idea: idea.id, to: move.to, reason: reason.text.value, override: true })}
    >
      <TextField label={messages.move.reason} hint={messages.move.reasonHint} draft={reason} required />
    </MutationForm>
  )
}

/** A move with what its gate asks for, met or missing, and the way through or past it. */
export const OneMove = ({ idea, move, close: done }: FormProps) => {
  const open = move.findings.every((finding) => finding.met)
  const approves = currentApproval(idea)?.to === move.to || allowed({ idea })('requestApproval', { to: move.to })
  return (
    <section class="move" aria-label={messages.move.to({ phase: phaseLabel(move.to) })}>
      <p class="move-title">{messages.move.to({ phase: phaseLabel(move.to) })}</p>
      <Requirements findings={move.findings} />
      {approves && <MoveApproval idea={idea} to={move.to} />}
      {!move.allowed && <p class="soft small">{messages.move.who({ roles: list.format(move.who.map((who) => nameOfRole(who))) })}</p>}
      {open && move.allowed && <Forward idea={idea} move={move} {...(done ? { close: done } : {})} />}
      {!(open && move.allowed) && allowed({ idea })('moveIdea', { to: move.to, override: true }) && (
        <Disclosure label={messages.move.override}>{(close) => <Override idea={idea} move={move} close={done ?? close} />}</Disclosure>
      )}
    </section>
  )
}

/** Back to an earlier phase is a coordinator's, and needs a reason. */
export const Back = ({ idea, into, close }: { idea: Idea; into?: string; close: () => void }) => {
  const phases = framework.value?.phases ?? []
  const earlier = phases.slice(
    0,
    phases.findIndex((phase) => phase.key === idea.phase),
  )
  const [to, setTo] = useState(into ?? earlier.at(-1)?.key ?? '')
  const form = `${idea.id}/back/`
  const reason = draft(`${form}reason`)
  return (
    <MutationForm
      name="moveIdea"
      drafts={form}
      submit={messages.move.backSubmit}
      done={messages.move.done({ phase: phaseLabel(to) })}
      onDone={close}
      onCancel={close}
      args={() => ({ idea: idea.id, to, reason: reason.text.value, override: false })}
    >
      <SelectField label={messages.move.backTo} value={to} choices={earlier} onChange={setTo} />
      <TextField label={messages.move.reason} draft={reason} required />
    </MutationForm>
  )
}

/** The next phase with its gate, later ones folded away, and the way back. */
export const IdeaMoves = ({ page }: { page: IdeaPage }) => {
  const [next, ...later] = page.moves
  const first = framework.value?.phases[0]?.key ?? page.idea.phase
  const returns = page.idea.phase !== first && allowed(page)('moveIdea', { to: first })
  return (
    <>
      {page.idea.approval?.decided && !currentApproval(page.idea) && <PastApproval idea={page.idea} />}
      {next ? <OneMove key={next.to} idea={page.idea} move={next} /> : <p class="soft small">{messages.move.last}</p>}
      {later.length > 0 && (
        <details class="older">
          <summary>{messages.move.later}</summary>
          {later.map((move) => (
            <OneMove key={move.to} idea={page.idea} move={move} />
          ))}
        </details>
      )}
      {returns && <Disclosure label={messages.move.back}>{(close) => <Back idea={page.idea} close={close} />}</Disclosure>}
    </>
  )
}
