import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { Comments } from '../idea/idea-comments.tsx'
import { IdeaEvidence } from '../idea/evidence/idea-evidence.tsx'
import { Shaken } from '../idea/evidence/shaken.tsx'
import { Origin, IdeaStanding } from '../idea/idea-head.tsx'
import { TakeButton } from '../idea/take-button.tsx'
import { triageKeys } from './triage-keys.ts'
import { Requirements } from '../idea/requirements.tsx'
import { messages } from '../i18n/bank.ts'

const Section = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section aria-labelledby={id}>
    <h3 id={id}>{title}</h3>
    {children}
  </section>
)

/** The idea to decide on, with all that a decision needs on one screen. */
export const TriageIdea = ({ page, moved }: { page: IdeaPage; moved: boolean }) => {
  const { idea } = page
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // After a decision the eyes and the screen reader go to the next idea, not to where the form was.
    if (moved) heading.current?.focus()
  }, [idea.id])
  const decided = idea.disposition !== 'active' || idea.pathway !== null
  return (
    <article class="triage-idea" aria-labelledby="triage-idea">
      {decided && <p class="notice">{messages.triage.decidedElsewhere}</p>}
      <h2 id="triage-idea" ref={heading} tabIndex={-1}>
        <a href={`/ideas/${idea.id}`}>{idea.change}</a>
      </h2>
      <Origin idea={idea} />
      <Shaken idea={idea.id} evidence={page.evidence} />
      <TakeButton idea={idea} keyName={triageKeys.take} />
      {(decided || idea.hold) && <IdeaStanding idea={idea} />}
      <p class={idea.problem ? 'problem-said' : 'problem-said soft'}>{idea.problem || messages.triage.noProblem}</p>
      {idea.details && <p class="said">{idea.details}</p>}
      {page.triage.some((finding) => !finding.met) && (
        <Section id="triage-needs" title={messages.triage.needs}>
          <Requirements findings={page.triage} />
        </Section>
      )}
      <Section id="triage-evidence" title={messages.evidence.title}>
        <IdeaEvidence key={idea.id} page={page} brief />
      </Section>
      {page.comments.length > 0 && (
        <Section id="triage-comments" title={messages.comment.title}>
          <Comments comments={page.comments} />
        </Section>
      )}
    </article>
  )
}
