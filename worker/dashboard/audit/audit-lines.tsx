import { useState } from 'preact/hooks'
import type { AuditReply } from '../../../shared/api/access.ts'
import type { QueryOf } from '../../../shared/api/endpoints.ts'
import { call } from '../data/api.ts'
import { sayExactly } from '../ui/dates.ts'
import { problemOf } from '../data/use-query.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'

type Line = AuditReply['lines'][number]

const actionOf = (action: string): string =>
  Object.entries<string>(accessMessages.audit.actions).find(([key]) => key === action)?.[1] ?? action

/** The number of an invitation, say: enough to find it again in the list. */
const shortId = (subject: string): string => (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(subject) ? subject.slice(0, 8) : subject)

const Row = ({ line }: { line: Line }) => (
  <tr>
    <td data-label={accessMessages.audit.when}>
      <time dateTime={new Date(line.at).toISOString()}>{sayExactly(line.at)}</time>
    </td>
    <td data-label={accessMessages.audit.who}>{line.name || (line.person ? accessMessages.audit.gone : accessMessages.audit.nobody)}</td>
    <td data-label={accessMessages.audit.what}>{actionOf(line.action)}</td>
    <td data-label={accessMessages.audit.on}>
      {line.subjectName || shortId(line.subject)}
      {line.detail && <span class="soft"> {line.detail}</span>}
    </td>
    <td data-label={accessMessages.audit.source}>{line.source || '–'}</td>
  </tr>
)

/** The lines, a page at a time, the newest first. */
export const Lines = ({ first, query }: { first: AuditReply; query: QueryOf<'GET /v1/networks/:network/audit'> }) => {
  const [more, setMore] = useState<AuditReply[]>([])
  const [problem, setProblem] = useState('')
  const pages = [first, ...more]
  const next = pages.at(-1)?.next
  const fetchMore = async (): Promise<void> => {
    setProblem('')
    try {
      const page = await call('GET /v1/networks/:network/audit', { query: { ...query, before: String(next) } })
      setMore([...more, page])
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  if (first.lines.length === 0) return <p class="empty">{accessMessages.audit.none}</p>
  return (
    <>
      <table class="audit">
        <thead>
          <tr>
            {(
              [
                accessMessages.audit.when,
                accessMessages.audit.who,
                accessMessages.audit.what,
                accessMessages.audit.on,
                accessMessages.audit.source,
              ] as const
            ).map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{pages.flatMap(({ lines }) => lines.map((line) => <Row key={line.number} line={line} />))}</tbody>
      </table>
      <p class="problem" role="alert">
        {problem}
      </p>
      {next !== null && next !== undefined && (
        <p class="more">
          <button type="button" class="button quiet" onClick={() => void fetchMore()}>
            {messages.form.more}
          </button>
        </p>
      )}
    </>
  )
}
