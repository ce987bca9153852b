import { useState } from 'preact/hooks'
import type { ListedClip } from '../../../shared/api/evidence.ts'
import { AddIdeaForm } from '../adding/add-idea-form.tsx'
import { draft } from '../data/drafts.ts'
import { mutate } from '../data/mutate.ts'
import { may } from '../data/session.ts'
import { AssessForm } from '../idea/evidence/assess-form.tsx'
import { clipMessages } from '../i18n/clips.ts'
import { messages } from '../i18n/bank.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextField } from '../ui/fields.tsx'
import { IdeaPicker } from '../ui/idea-picker.tsx'
import { MutationForm } from '../ui/mutation-form.tsx'
import { showDone } from '../ui/undo.ts'

interface Props {
  clip: ListedClip
  title: string
}

interface FormProps {
  clip: ListedClip
  close: () => void
}

const AttachForm = ({ clip: { item }, close }: FormProps) => {
  const form = `${item.id}/attach/`
  const [idea, choose] = useState('')
  return (
    <MutationForm
      name="attachEvidence"
      drafts={form}
      submit={clipMessages.attach}
      done={clipMessages.attached}
      onDone={close}
      onCancel={close}
      args={() => (idea ? { evidence: item.id, idea } : clipMessages.chooseIdea)}
    >
      <IdeaPicker
        search={draft(`${form}search`)}
        legend={clipMessages.toWhich}
        noneYet=""
        without={(id) => item.ideas.includes(id)}
        chosen={idea}
        choose={choose}
      />
    </MutationForm>
  )
}

const DismissForm = ({ clip: { item }, close }: FormProps) => {
  const form = `${item.id}/dismiss/`
  const why = draft(`${form}why`)
  return (
    <MutationForm
      name="dismissEvidence"
      drafts={form}
      submit={clipMessages.dismiss}
      done={clipMessages.dismissed}
      onDone={close}
      onCancel={close}
      args={() => ({ evidence: item.id, dismiss: true, why: why.text.value })}
    >
      <p class="soft small">{clipMessages.dismissMeans}</p>
      <TextField label={clipMessages.why} hint={clipMessages.whyHint} draft={why} required />
    </MutationForm>
  )
}

const Undismiss = ({ clip: { item }, title }: Props) => {
  const [problem, setProblem] = useState('')
  const undo = async (): Promise<void> => {
    const outcome = await mutate('dismissEvidence', () => ({ evidence: item.id, dismiss: false, why: '' }))
    setProblem(outcome.done ? '' : outcome.problem)
    if (outcome.done) showDone(clipMessages.undismissed, 'dismissEvidence', outcome.mutation)
  }
  return (
    <>
      <button type="button" class="button plain small" onClick={() => void undo()}>
        {clipMessages.undismiss} <span class="unseen">{title}</span>
      </button>
      <span class="problem" role="alert">
        {problem}
      </span>
    </>
  )
}

/** What this reader may do with a clip. */
export const ClipActions = ({ clip, title }: Props) => {
  const { item } = clip
  const [only, another] = item.ideas
  return (
    <div class="clip-actions">
      <Disclosure label={clipMessages.attachOpen} name={title}>
        {(close) => <AttachForm clip={clip} close={close} />}
      </Disclosure>
      {may('proposeIdea') && (
        <Disclosure label={clipMessages.makeIdea} name={title}>
          {(close) => <AddIdeaForm evidence={item.id} done={close} cancel={close} />}
        </Disclosure>
      )}
      {clip.may.assess && (
        <Disclosure label={clipMessages.assess} name={messages.evidence.assessOf({ title })}>
          {(close) => <AssessForm item={item} idea={another === undefined ? only : undefined} close={close} />}
        </Disclosure>
      )}
      {clip.may.dismiss &&
        (item.dismissed ? (
          <Undismiss clip={clip} title={title} />
        ) : (
          <Disclosure label={clipMessages.dismissOpen} name={title}>
            {(close) => <DismissForm clip={clip} close={close} />}
          </Disclosure>
        ))}
    </div>
  )
}
