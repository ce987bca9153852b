import { useState } from 'preact/hooks'
import { labelOf } from '../../../shared/framework.ts'
import { ideaDetail, type IdeaDetail, readIdea } from '../../idea-detail.ts'
import { mayEdit, mayWithdraw } from '../../my-items.ts'
import { words } from '../../strings-home.ts'
import { EditIdeaForm } from './edit-idea-form.tsx'
import { ask } from './guarded-form.tsx'
import { IdeaParts } from './idea-parts.tsx'
import { framework, reader } from './panel-state.ts'
import { dateOf, standing } from './recent-list.tsx'
import { SureButton } from './sure-button.tsx'
import { useQuery } from './use-query.ts'

const Answer = ({ detail: { idea, into, nameOf } }: { detail: IdeaDetail }) => {
  const { ending, hold, step } = idea
  const said = hold
    ? { by: hold.by, says: hold.why }
    : ending
      ? { by: ending.by, says: ending.sentence }
      : step && { by: step.by, says: step.why }
  return (
    <>
      <p class="standing">{standing(idea)}</p>
      {said?.says && (
        <blockquote class="said">
          {said.says} <span class="soft">{nameOf(said.by)}</span>
        </blockquote>
      )}
      {into && <p>{words.joinedTo(into.change)}</p>}
    </>
  )
}

const Own = ({ detail: { idea } }: { detail: IdeaDetail }) => {
  const [editing, edit] = useState(false)
  if (editing) return <EditIdeaForm idea={idea} close={() => edit(false)} />
  return (
    <p class="actions">
      {mayEdit(idea, reader.value) && (
        <button type="button" class="button small" onClick={() => edit(true)}>
          {words.edit}
        </button>
      )}
      {mayWithdraw(idea, reader.value) && (
        <SureButton
          label={words.withdraw}
          sure={words.withdrawSure}
          yes={words.withdrawYes}
          act={() => ask([{ name: 'withdrawIdea', args: { idea: idea.id } }])}
        />
      )}
    </p>
  )
}

/** An idea to be read, and what this person may say of it. */
export const IdeaView = ({ id }: { id: string }) => {
  const source = useQuery((database) => readIdea(database, id), id)
  if (!source) return null
  const detail = ideaDetail(source, reader.value)
  if (!detail) return <p class="soft">{words.gone}</p>
  const { idea, nameOf } = detail
  const topic = labelOf(framework.value?.topics ?? [], idea.topic)
  return (
    <div class="idea">
      <Answer detail={detail} />
      {idea.problem && <p>{idea.problem}</p>}
      {idea.details && <p class="long">{idea.details}</p>}
      <p class="soft">{[topic, words.proposedBy(nameOf(idea.proposedBy), dateOf(idea.proposedAt))].filter(Boolean).join(' · ')}</p>
      <Own detail={detail} />
      <IdeaParts detail={detail} />
    </div>
  )
}
