import { useState } from 'preact/hooks'
import type { Idea } from '../../../shared/domain/entities.ts'
import { isPublic } from '../../../shared/rules/public-names.ts'
import { allowed } from '../data/allowed.ts'
import { personName } from '../data/framework.ts'
import { mutate } from '../data/mutate.ts'
import { me } from '../data/session.ts'
import { publicPageMessages as messages } from '../i18n/public-page.ts'
import { sayDayOf } from '../ui/dates.ts'

const Ask = ({ label, act }: { label: string; act: () => Promise<{ done: true } | { done: false; problem: string }> }) => {
  const [problem, setProblem] = useState('')
  const ask = async (): Promise<void> => {
    const outcome = await act()
    setProblem(outcome.done ? '' : outcome.problem)
  }
  return (
    <p>
      <button type="button" class="button quiet small" onClick={() => void ask()}>
        {label}
      </button>{' '}
      <span class="problem" role="alert">
        {problem}
      </span>
    </p>
  )
}

/** Whether everybody may read the idea, since when and by whom; for whoever may change that, or may be named there. */
export const PublicPart = ({ idea }: { idea: Idea }) => {
  const may = allowed({ idea })
  const { published, id } = idea
  const agreed = idea.named?.includes(me.value?.person ?? '') ?? false
  const [publish, name] = [may('publishIdea'), may('agreeToBeNamed', { agree: !agreed })]
  if (!published && !publish && !name) return null
  return (
    <section class="card" aria-labelledby="public-page">
      <h3 id="public-page">{messages.title}</h3>
      <p class="hint">{messages.lead}</p>
      {published && <p>{messages.since({ day: sayDayOf(published.at), name: personName(published.by) })}</p>}
      {isPublic(idea) && (
        <p>
          <a href={`/p/${me.value?.network.slug ?? ''}/${id}`} target="_blank" rel="noopener">
            {messages.open}
          </a>
        </p>
      )}
      {publish && published?.sites !== false && (
        <Ask label={messages.publish} act={() => mutate('publishIdea', () => ({ idea: id, sites: false }))} />
      )}
      {publish && published?.sites !== true && (
        <Ask label={messages.publishSites} act={() => mutate('publishIdea', () => ({ idea: id, sites: true }))} />
      )}
      {published && may('unpublishIdea') && <Ask label={messages.withdraw} act={() => mutate('unpublishIdea', () => ({ idea: id }))} />}
      {name && (
        <Ask
          label={agreed ? messages.disagree : messages.agree}
          act={() => mutate('agreeToBeNamed', () => ({ idea: id, agree: !agreed }))}
        />
      )}
    </section>
  )
}
