import type { Idea } from '../../../shared/domain/entities.ts'
import type { Shaken } from '../../../shared/rules/evidence-standing.ts'
import type { BankLine } from '../../bank/kept-ideas.ts'
import type { SiteToo } from '../../bank/site-too.ts'
import { readRows } from '../../store/rows.ts'
import { useBank } from '../state/bank-state.ts'
import { SiteTooButton, useSiteToo } from '../idea/site-too.tsx'
import { Rests, useShaken } from '../idea/rests.tsx'
import { Standing } from '../idea/idea-standing.tsx'
import { edit, fields, form, topic } from '../state/form-state.ts'
import { IdeaLine } from '../idea/idea-line.tsx'
import { useQuery } from '../state/use-query.ts'
import { homeMessages } from '../../i18n/home.ts'
import '../parts/views.css'

const most = 3

/** The clip goes to that idea instead; what was typed stays in the draft, should the person think again. */
const attachTo = (id: string): void => {
  edit({ withIdea: false, supports: [...new Set([...(form.value.supports ?? []), id])] })
  document.querySelector<HTMLElement>('.save .main')?.focus()
}

const Similar = ({ line, siteToo, shaken }: { line: BankLine; siteToo: SiteToo | undefined; shaken: Shaken | undefined }) => {
  const hasItem = Boolean(fields.value?.title.trim() || fields.value?.address.trim())
  return (
    <>
      <IdeaLine id={line.id} title={line.change} beside={<SiteTooButton idea={line.id} change={line.change} all={siteToo} />}>
        <Standing line={line} />
        <Rests is={shaken} />
      </IdeaLine>
      {hasItem && (
        <li class="similar-attach">
          <button
            type="button"
            class="link-button"
            aria-label={homeMessages.similarAttachTo({ change: line.change })}
            onClick={() => attachTo(line.id)}
          >
            {homeMessages.similarAttach}
          </button>
        </li>
      )}
    </>
  )
}

const Alike = () => {
  const { change, problem } = form.value
  const wording = { change, problem, topic: topic.value }
  const { found } = useBank((index, pause) => index.similar(wording, most, pause), Object.values(wording).join('\n'))
  const siteToo = useSiteToo((found ?? []).map(({ id }) => id))
  const shaken = useShaken((found ?? []).map(({ id }) => id))
  if (!found || found.length === 0) return null
  return (
    <section class="known similar" aria-labelledby="similar">
      <h2 id="similar" class="small-title">
        <span role="status">{homeMessages.similarTitle}</span>
      </h2>
      <ul>
        {found.map((line) => (
          <Similar key={line.id} line={line} siteToo={siteToo} shaken={shaken?.get(line.id)} />
        ))}
      </ul>
    </section>
  )
}

/** Which ideas the clip is added to, where it brings none of its own. */
const AddedTo = ({ ids }: { ids: readonly string[] }) => {
  const rows = useQuery(
    (database) =>
      readRows(
        database,
        ids.map((id) => ['idea', id]),
      ),
    ids.join(' '),
  )
  const ideas = (rows ?? []).map(({ value }) => value as Idea)
  if (ideas.length === 0) return null
  return (
    <section class="notice good">
      <p>{homeMessages.addedTo}</p>
      <ul>
        {ideas.map(({ id, change }) => (
          <li key={id}>
            <b>{change}</b>{' '}
            <button
              type="button"
              class="link-button"
              aria-label={homeMessages.notAddedTo({ change })}
              onClick={() => {
                const supports = ids.filter((other) => other !== id)
                edit({ supports, withIdea: supports.length === 0 && form.value.change.trim() !== '' })
              }}
            >
              {homeMessages.notAdded}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Beside the sentence of a new idea: what the network has of this kind, the tried and stopped ones too. */
export const SimilarPart = () => (form.value.withIdea ? <Alike /> : <AddedTo ids={form.value.supports ?? []} />)
