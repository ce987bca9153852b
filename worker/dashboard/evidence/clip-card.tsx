import { useState } from 'preact/hooks'
import type { ListedClip, SupportedIdea } from '../../../shared/api/evidence.ts'
import { directionFor, evidenceKindLabel } from '../../../shared/domain/evidence-kinds.ts'
import { levelOf } from '../../../shared/rules/weighed-evidence.ts'
import { own } from '../../../shared/values/own.ts'
import { personName, siteLabel } from '../data/framework.ts'
import { mutate } from '../data/mutate.ts'
import { Quoted } from '../idea/evidence/clip-parts.tsx'
import { clipMessages } from '../i18n/clips.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { Badges } from '../ui/badges.tsx'
import { sayDate } from '../ui/dates.ts'
import { senderName } from '../ui/sender-name.ts'
import { webAddress } from '../ui/reference.tsx'
import { showDone } from '../ui/undo.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { ClipActions } from './clip-actions.tsx'
import { DirectionForm } from './direction-form.tsx'

interface Props {
  clip: ListedClip
  ideas: Record<string, SupportedIdea>
}

const Weight = ({ clip: { item } }: { clip: ListedClip }) => {
  const level = levelOf(item)
  const said = [item.kindSaid, item.appraisal].filter((one) => one !== undefined).toSorted((one, other) => other.at - one.at)[0]
  return (
    <p class="clip-weight">
      {level !== undefined && <span class="level">{messages.evidence.level({ level })}</span>}{' '}
      <span>
        {translate(evidenceKindLabel(item.kind))}
        {item.appraisal && ` · ${messages.evidence.appraisals[item.appraisal.is]}`}
      </span>
      {said && <span class="soft"> · {messages.evidence.saidBy({ person: personName(said.by), when: sayDate(said.at) })}</span>}
      {item.kind === null && item.suggested && (
        <span class="soft"> · {messages.evidence.hint({ kind: translate(evidenceKindLabel(item.suggested)) })}</span>
      )}
    </p>
  )
}

/** An idea that the clip supports, speaks against or is context for. */
const Supported = ({ clip, id, idea, title }: { clip: ListedClip; id: string; idea: SupportedIdea | undefined; title: string }) => {
  const { item, may } = clip
  const [problem, setProblem] = useState('')
  const direction = directionFor(item, id)
  const detach = async (button: HTMLElement): Promise<void> => {
    const outcome = await mutate('detachEvidence', () => ({ evidence: item.id, idea: id }))
    if (!outcome.done) return setProblem(outcome.problem)
    // The button goes with the idea: its paper is where one was.
    button.closest('.paper')?.querySelector<HTMLElement>('.paper-title')?.focus()
    showDone(messages.evidence.takenAway({ title }), 'detachEvidence', outcome.mutation)
  }
  return (
    <li>
      <a href={`/ideas/${id}`}>{idea?.change ?? id}</a> {idea && <Badges disposition={idea.disposition} onHold={false} />}
      {direction !== 'supports' && <b class="small"> {messages.evidence.directions[direction]}</b>}
      {may.detach.includes(id) && (
        <button type="button" class="button plain small" onClick={({ currentTarget }) => void detach(currentTarget)}>
          {messages.evidence.detach} <span class="unseen">{title}</span>
        </button>
      )}
      <span class="problem" role="alert">
        {problem}
      </span>
      {item.ideas.length > 1 && may.direction.includes(id) && (
        <Disclosure label={messages.evidence.directionOpen} name={`${title}: ${idea?.change ?? ''}`}>
          {(close) => <DirectionForm item={item} idea={id} close={close} />}
        </Disclosure>
      )}
    </li>
  )
}

/** One clip: what it counts for, its sentence, what it supports, and what can be done with it. */
export const ClipCard = ({ clip, ideas }: Props) => {
  const { item } = clip
  const title = item.citation.title ?? messages.evidence.untitled
  return (
    <div class="clip">
      <Weight clip={clip} />
      {item.quote && <Quoted quote={item.quote.exact} link={webAddress(item.link)} />}
      {item.note && <p class="said">{item.note}</p>}
      {item.ideas.length > 0 ? (
        <ul class="supports">
          {item.ideas.map((id) => (
            <Supported key={id} clip={clip} id={id} idea={own<SupportedIdea>(ideas, id)} title={title} />
          ))}
        </ul>
      ) : (
        <p class="small">
          {item.dismissed ? (
            <>
              <b>{clipMessages.states.dismissed}</b>{' '}
              {clipMessages.dismissedBy({ person: personName(item.dismissed.by), when: sayDate(item.dismissed.at) })} “{item.dismissed.why}”
            </>
          ) : (
            <span class="badge">{clipMessages.states.loose}</span>
          )}
        </p>
      )}
      <p class="soft small">
        {senderName(item.clippedBy, item)} · {siteLabel(item.site)} · <RelativeTime at={item.clippedAt} />
      </p>
      <ClipActions clip={clip} title={title} />
    </div>
  )
}
