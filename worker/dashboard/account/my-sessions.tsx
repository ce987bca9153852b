import { useState } from 'preact/hooks'
import type { SessionLine } from '../../../shared/api/access.ts'
import { showToast } from '../ui/toast.tsx'
import { call } from '../data/api.ts'
import { nothing, problemOf, useQuery } from '../data/use-query.ts'
import { signOut } from '../data/session-calls.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'
import { Async } from '../ui/async.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'

const Line = ({ line, onEnd }: { line: SessionLine; onEnd: () => void }) => (
  <li class="line">
    <div class="line-main">
      <b>{line.label || accessMessages.account[line.kind]}</b> {line.current && <span class="badge">{accessMessages.account.thisOne}</span>}
      <p class="soft small">
        {accessMessages.account[line.kind]}
        {line.network && ` · ${line.network}`} · {accessMessages.account.lastUsed} <RelativeTime at={line.lastUsed} /> ·{' '}
        {accessMessages.account.since} <RelativeTime at={line.createdAt} />
      </p>
    </div>
    <button
      type="button"
      class="button quiet small"
      onClick={onEnd}
      aria-label={line.current ? undefined : accessMessages.account.endThis({ label: line.label || accessMessages.account[line.kind] })}
    >
      {line.current ? messages.frame.signOut : accessMessages.account.end}
    </button>
  </li>
)

/** One's own browsers and extensions; each can be ended, and is out at once. */
export const MySessions = () => {
  const replied = useQuery('GET /v1/sessions', { concerns: nothing })
  const [problem, setProblem] = useState('')
  const end = async ({ id, label, current }: SessionLine): Promise<void> => {
    setProblem('')
    try {
      if (current) return await signOut()
      await call('DELETE /v1/sessions/:id', { id })
      showToast(label ? accessMessages.account.ended({ label }) : accessMessages.account.endedUnnamed)
      replied.refresh()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <Async of={replied} what={accessMessages.account.sessionsTitle}>
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
    </Async>
  )
}
