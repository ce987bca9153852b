import type { Idea } from '../../../shared/domain/entities.ts'
import { Badges } from '../ui/badges.tsx'
import { sayDayOf } from '../ui/dates.ts'
import { AgeOrDue, isOwed } from '../ui/decision-date.tsx'
import { endingLabel, framework, pathwayLabel, personName, siteLabel, topicLabel } from '../data/framework.ts'
import { senderName } from '../ui/sender-name.ts'
import './idea-head.css'
import { messages } from '../i18n/bank.ts'
import { RelativeTime } from '../ui/relative-time.tsx'

/** Where the idea stands on its way, as a row of steps. */
const PhaseTrack = ({ idea }: { idea: Idea }) => {
  const { phases = [], pathways = [] } = framework.value ?? {}
  const last = phases.findIndex((phase) => phase.key === pathways.find((pathway) => pathway.key === idea.pathway)?.lastPhase)
  const at = phases.findIndex((phase) => phase.key === idea.phase)
  return (
    <ol class={`track ${idea.disposition === 'active' ? '' : 'stopped'}`} aria-label={messages.idea.track}>
      {phases.slice(0, last + 1).map((phase, index) => (
        <li key={phase.key} class={index < at ? 'past' : index === at ? 'now' : ''} aria-current={index === at ? 'step' : undefined}>
          {phase.label}
        </li>
      ))}
    </ol>
  )
}

const Ended = ({ idea }: { idea: Idea }) =>
  idea.ending && (
    <div class="notice">
      <p>
        <b>{messages.dispositions[idea.disposition]}</b>: {endingLabel(idea.ending.reason)}. “{idea.ending.sentence}”
      </p>
      <p class="soft small">
        {personName(idea.ending.by)}, <RelativeTime at={idea.ending.at} />
        {idea.lookAgain !== null && ` · ${messages.end.lookAgainOn({ date: sayDayOf(idea.lookAgain) })}`}
        {idea.mergedInto && (
          <>
            {' '}
            · <a href={`/ideas/${idea.mergedInto}`}>{messages.merge.openSurvivor}</a>
          </>
        )}
      </p>
    </div>
  )

const Held = ({ idea }: { idea: Idea }) =>
  idea.hold && (
    <div class="notice danger" role="note">
      <p>
        <b>{messages.hold.badge}</b>: {idea.hold.why}
      </p>
      <p class="small">
        {personName(idea.hold.by)}, <RelativeTime at={idea.hold.at} /> · {messages.hold.frozen}
      </p>
    </div>
  )

/** Who sent it, from where, when, and what it is about. */
export const Origin = ({ idea }: { idea: Idea }) => (
  <p class="origin">
    {messages.idea.from({ person: senderName(idea.proposedBy, idea), site: siteLabel(idea.site) })} <RelativeTime at={idea.proposedAt} />
    {idea.nameHidden && idea.proposedBy && <span class="badge"> {messages.nameHiddenHere}</span>}
    {isOwed(idea) && (
      <>
        {' '}
        · <AgeOrDue row={idea} />
      </>
    )}
    <span class="labels">
      {idea.topic ? <span class="label">{topicLabel(idea.topic)}</span> : <span class="label missing">{messages.idea.noTopic}</span>}
      {idea.tags.map((tag) => (
        <span key={tag} class="label quiet">
          {tag}
        </span>
      ))}
    </span>
  </p>
)

export const IdeaStanding = ({ idea }: { idea: Idea }) => (
  <>
    <Held idea={idea} />
    <Ended idea={idea} />
    <p class="standing">
      <b>{pathwayLabel(idea.pathway)}</b> <Badges disposition={idea.disposition} onHold={false} />
    </p>
    {idea.pathway !== null && <PhaseTrack idea={idea} />}
  </>
)
