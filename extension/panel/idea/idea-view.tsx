import { ideaField, type PanelTextName, panelTexts } from '../../../shared/domain/idea-fields.ts'
import { question } from '../parts/field-question.ts'
import { publishedFor } from '../../../shared/rules/weighed-evidence.ts'
import { labelOf } from '../../../shared/domain/framework.ts'
import { ideaDetail, type IdeaDetail, readIdea } from '../../bank/idea-detail.ts'
import { IdeaActions } from './idea-actions.tsx'
import { IdeaParts } from './idea-parts.tsx'
import { framework, reader } from '../state/panel-state.ts'
import { Rests } from './rests.tsx'
import { standing } from './idea-standing.tsx'
import { useQuery } from '../state/use-query.ts'
import { homeMessages } from '../../i18n/home.ts'
import { shortDay } from '../../i18n/formats.ts'

/** The network's last word on it: where it stands, and why, in the words of whoever decided. */
const Answer = ({ detail: { idea, into, nameOf }, stands }: { detail: IdeaDetail; stands: boolean }) => {
  const { ending, hold, step } = idea
  const [by, says] = [hold?.by ?? ending?.by ?? step?.by ?? '', hold?.why ?? ending?.sentence ?? step?.why]
  return (
    <>
      {stands && <p class="standing">{standing({ ...idea, ending: null })}</p>}
      {says && (
        <blockquote class="said">
          {says} <span class="soft">{nameOf(by)}</span>
        </blockquote>
      )}
      {into && <p>{homeMessages.joinedTo({ change: into.change })}</p>}
    </>
  )
}

/** A text of the idea; one that came later says what it is. */
const TextOf = ({ name, text }: { name: PanelTextName; text: string }) => {
  const { control, later } = ideaField(name)
  return (
    <p class={control === 'text' ? 'long' : ''}>
      {later && <b>{question(name)} </b>}
      {text}
    </p>
  )
}

/** An idea to be read, and what this person may say of it; where it `stands` unless that was said before. */
export const IdeaView = ({ id, stands }: { id: string; stands: boolean }) => {
  const source = useQuery((database) => readIdea(database, id), id)
  if (!source) return null
  const detail = ideaDetail(source, reader.value)
  if (!detail) return <p class="soft">{homeMessages.gone}</p>
  const { idea, nameOf } = detail
  const topic = labelOf(framework.value?.topics ?? [], idea.topic)
  const sender = [nameOf(idea.proposedBy), shortDay(idea.proposedAt)].filter(Boolean).join(', ')
  return (
    <div class="idea">
      <Rests is={publishedFor(id, detail.evidence).worst} />
      <Answer detail={detail} stands={stands} />
      {panelTexts.map((name) => name !== 'change' && idea[name] && <TextOf key={name} name={name} text={idea[name]} />)}
      <p class="soft">{[topic, sender].filter(Boolean).join(' · ')}</p>
      <IdeaActions detail={detail} />
      <IdeaParts detail={detail} />
    </div>
  )
}
