import { useState } from 'preact/hooks'
import type { SessionLine, SessionsReply } from '../../../shared/api/access.ts'
import { announce } from '../ui/toast.tsx'
import { call } from '../data/api.ts'
import { problemOf, useReply } from '../data/use-query.ts'
import { signOut } from '../data/session.ts'
import { words } from '../i18n/strings.ts'
import { Waiting } from '../ui/async.tsx'
import { When } from '../ui/relative-time.tsx'

const Line = ({ line, onEnd }: { line: SessionLine; onEnd: () => void }) => (
  <li class="line">
    <div class="line-main">
      <b>{line.label || words.account[line.kind]}</b> {line.current && <span class="badge">{words.account.thisOne}</span>}
      <p class="soft small">
        {words.account[line.kind]}
        {line.network && ` · ${line.network}`} · {words.account.lastUsed} <When at={line.lastUsed} /> · {words.account.since}{' '}
        <When at={line.createdAt} />
      </p>
    </div>
    <button
      type="button"
      class="button quiet small"
      onClick={onEnd}
      aria-label={line.current ? undefined : words.account.endThis(line.label || words.account[line.kind])}
    >
      {line.current ? words.frame.signOut : words.account.end}
    </button>
  </li>
)

/** One's own browsers and extensions; each can be ended, and is out at once. */
export const MySessions = () => {
  const replied = useReply<SessionsReply>('/v1/sessions', () => false)
  const [problem, setProblem] = useState('')
  const end = async ({ id, label, current }: SessionLine): Promise<void> => {
    setProblem('')
    try {
      if (current) return await signOut()
      await call(`/v1/sessions/${id}`, { method: 'DELETE' })
      announce(words.account.ended(label))
      replied.refresh()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <Waiting of={replied} what={words.account.sessionsTitle}>
      {({ sessions }) => (
        <>
          <ul class="lines">
            {sessions.map((line) => (
              <Line key={line.id} line={line} onEnd={() => void end(line)} />
            ))}
          </ul>
          <p class="problem" role="alert">
            {problem}
          </p>
        </>
      )}
    </Waiting>
  )
}
