import { useState } from 'preact/hooks'
import type { Idea } from '../../../shared/domain/entities.ts'
import { allowed } from '../data/allowed.ts'
import { personName } from '../data/framework.ts'
import { mutate } from '../data/mutate.ts'
import { me } from '../data/session.ts'
import { messages } from '../i18n/bank.ts'
import { isOwed } from '../ui/decision-date.tsx'
import { showDone } from '../ui/undo.ts'

/** Takes an idea, or gives it back; from somebody else it is taken over. Nothing where the rules allow none of it. */
export const takeOrGive = (idea: Idea): { take: boolean; over: boolean } | undefined => {
  const [mine, others] = [idea.taken?.by === me.value?.person, idea.taken !== undefined]
  const wish = { take: !mine, over: others && !mine }
  return allowed({ idea })('takeIdea', wish) ? wish : undefined
}

/** Asks for it; answers what went wrong, or nothing. */
export const take = async (idea: Idea): Promise<string> => {
  const wish = takeOrGive(idea)
  if (!wish) return ''
  const outcome = await mutate('takeIdea', () => ({ idea: idea.id, ...wish }))
  if (!outcome.done) return outcome.problem
  showDone(wish.take ? messages.take.taken : messages.take.given, 'takeIdea', outcome.mutation)
  return ''
}

/** Who sees to it that an idea in triage is answered, and the way to take it or give it back. */
export const TakeButton = ({ idea, keyName }: { idea: Idea; keyName?: string }) => {
  const [problem, setProblem] = useState('')
  const wish = takeOrGive(idea)
  if (!isOwed(idea)) return null
  const mine = idea.taken?.by === me.value?.person
  const label = wish?.over ? messages.take.over : wish?.take ? messages.take.take : messages.take.give
  return (
    <span class="taken">
      {idea.taken && <span class="badge">{mine ? messages.take.mine : messages.take.by({ person: personName(idea.taken.by) })}</span>}{' '}
      {wish && (
        <button type="button" class="button quiet small" aria-keyshortcuts={keyName} onClick={() => void take(idea).then(setProblem)}>
          {label} {keyName && <kbd aria-hidden="true">{keyName}</kbd>}
        </button>
      )}
      <span class="problem" role="alert">
        {problem}
      </span>
    </span>
  )
}
