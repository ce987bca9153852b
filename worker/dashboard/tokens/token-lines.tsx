import { useRef, useState } from 'preact/hooks'
import type { TokenLine } from '../../../shared/api/tokens.ts'
import { call } from '../data/api.ts'
import { problemOf } from '../data/use-query.ts'
import { accessMessages } from '../i18n/access.ts'
import { CopyField } from '../ui/copy-field.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { showToast } from '../ui/toast.tsx'
import { serverNow } from '../data/clock.ts'

const texts = accessMessages.tokens

/** The secret of a new token, the only time that it is shown. */
export const NewSecret = ({ secret }: { secret: string }) =>
  secret ? (
    <div role="status">
      <p>{texts.once}</p>
      <CopyField label={texts.token} text={secret} />
    </div>
  ) : null

const endOf = ({ revoked, expiresAt }: TokenLine): string | undefined =>
  revoked ? texts.revoked : expiresAt < serverNow() ? texts.ended : undefined

const Line = ({ token, onRevoke }: { token: TokenLine; onRevoke: (line: HTMLElement | null) => void }) => {
  const line = useRef<HTMLLIElement>(null)
  const ended = endOf(token)
  return (
    <li class="line" ref={line} tabIndex={-1}>
      <div class="line-main">
        <b>{token.label}</b> <code class="soft small">{token.scopes.join(' ')}</code> {ended && <span class="badge">{ended}</span>}
        <p class="soft small">
          {token.lastUsed === null ? (
            texts.neverUsed
          ) : (
            <>
              {texts.used} <RelativeTime at={token.lastUsed} />
            </>
          )}
          {!ended && (
            <>
              {' '}
              · {texts.ends} <RelativeTime at={token.expiresAt} />
            </>
          )}
        </p>
      </div>
      {!ended && (
        <button
          type="button"
          class="button quiet small"
          onClick={() => onRevoke(line.current)}
          aria-label={texts.revokeThis({ label: token.label })}
        >
          {texts.revoke}
        </button>
      )}
    </li>
  )
}

/** Tokens with their last use; each can be taken back, and opens nothing from then on. */
export const TokenLines = ({ tokens, refresh }: { tokens: readonly TokenLine[]; refresh: () => void }) => {
  const [problem, setProblem] = useState('')
  const revoke = async ({ id, label }: TokenLine, line: HTMLElement | null): Promise<void> => {
    setProblem('')
    try {
      await call('DELETE /v1/networks/:network/tokens/:id', { id })
      showToast(texts.revokedNow({ label }))
      // Its button goes, and would take the focus along.
      line?.focus()
      refresh()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <>
      {tokens.length === 0 && <p class="soft">{texts.none}</p>}
      <ul class="lines">
        {tokens.map((token) => (
          <Line key={token.id} token={token} onRevoke={(line) => void revoke(token, line)} />
        ))}
      </ul>
      <p class="problem" role="alert">
        {problem}
      </p>
    </>
  )
}
