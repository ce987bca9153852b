import { useEffect, useRef } from 'preact/hooks'
import type { IdeaPage } from '../../../shared/api/bank.ts'
import { allowed } from '../data/allowed.ts'
import { ClassifyForm } from './classify-form.tsx'
import { EndForm, ReopenForm } from './end-form.tsx'
import { HoldForm, LiftForm } from './hold-form.tsx'
import './idea-actions.css'
import { IdeaMoves } from './idea-moves.tsx'
import { MergeForm } from './merge-form.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { messages } from '../i18n/bank.ts'
import { SuggestionNote } from './suggestion-note.tsx'
import { Term } from '../../../shared/web/term.tsx'

const Pathway = ({ page }: { page: IdeaPage }) => {
  const may = allowed(page)('classifyIdea')
  return (
    <section class="card" aria-labelledby="pathway">
      <h3 id="pathway">
        <Term word="pathway">{messages.classify.title}</Term>
      </h3>
      {page.idea.pathway === null && may ? (
        <ClassifyForm page={page} />
      ) : (
        <>
          <SuggestionNote suggestion={page.suggestion} />
          {may && (
            <Disclosure label={messages.classify.other}>
              {(close) => <ClassifyForm page={page} onDone={close} onCancel={close} />}
            </Disclosure>
          )}
        </>
      )}
    </section>
  )
}

const Moves = ({ page }: { page: IdeaPage }) => (
  <section class="card" aria-labelledby="moves">
    <h3 id="moves" tabIndex={-1}>
      <Term word="gate">{messages.move.title}</Term>
    </h3>
    <IdeaMoves page={page} />
  </section>
)

/** What ends an idea, joins it, or stops everything; each opens its form. */
const Endings = ({ page }: { page: IdeaPage }) => {
  const { idea } = page
  const may = allowed(page)
  const tested = may('endIdea', { as: 'abandoned' })
  return (
    <>
      {may('endIdea') && (
        <>
          <Disclosure label={messages.end.open.parked}>
            {(close) => <EndForm idea={idea.id} as="parked" onDone={close} onCancel={close} />}
          </Disclosure>
          {!tested && (
            <Disclosure label={messages.end.open.declined}>
              {(close) => <EndForm idea={idea.id} as="declined" onDone={close} onCancel={close} />}
            </Disclosure>
          )}
          {tested && (
            <Disclosure label={messages.end.open.abandoned}>
              {(close) => <EndForm idea={idea.id} as="abandoned" onDone={close} onCancel={close} />}
            </Disclosure>
          )}
        </>
      )}
      {may('mergeIdeas') && (
        <Disclosure label={messages.merge.open}>{(close) => <MergeForm page={page} onDone={close} onCancel={close} />}</Disclosure>
      )}
    </>
  )
}

const Hold = ({ page }: { page: IdeaPage }) =>
  page.idea.hold ? (
    allowed(page)('liftHold') ? (
      <Disclosure label={messages.hold.openLift}>{(close) => <LiftForm idea={page.idea.id} close={close} />}</Disclosure>
    ) : (
      <p class="soft small">{messages.hold.steeringLifts}</p>
    )
  ) : (
    <Disclosure label={messages.hold.open}>{(close) => <HoldForm idea={page.idea.id} close={close} />}</Disclosure>
  )

/** Everything that can be decided about one idea, as far as the idea's state and the person's role allow it. */
export const IdeaActions = ({ page }: { page: IdeaPage }) => {
  const { idea } = page
  const may = allowed(page)
  const active = idea.disposition === 'active'
  const free = active && !idea.hold
  const [place, before] = [`${idea.pathway} ${idea.phase} ${idea.disposition}`, useRef('')]
  useEffect(() => {
    // The form that decided is gone, and the focus with it: on to what can be decided next.
    if (before.current && before.current !== place && document.activeElement === document.body)
      document.querySelector<HTMLElement>('#moves, #decide')?.focus()
    before.current = place
  }, [place])
  return (
    <>
      {free && <Pathway page={page} />}
      {free && idea.pathway !== null && <Moves page={page} />}
      <section class="card" aria-labelledby="decide">
        <h3 id="decide" tabIndex={-1}>
          {messages.end.title}
        </h3>
        {free && <Endings page={page} />}
        {!active && !idea.hold && may('reopenIdea') && (
          <Disclosure label={messages.end.openReopen}>
            {(close) => <ReopenForm idea={idea.id} onDone={close} onCancel={close} />}
          </Disclosure>
        )}
        {active && <Hold page={page} />}
      </section>
    </>
  )
}
