import { useState } from 'preact/hooks'
import type { AuditReply, MembersReply } from '../../../shared/api/access.ts'
import { call } from '../data/api.ts'
import '../ui/cards.css'
import './audit-page.css'
import { fromDateField, sayExactly } from '../ui/dates.ts'
import { draft } from '../data/drafts.ts'
import { DateField, SelectField } from '../ui/fields.tsx'
import { Page } from '../ui/page.tsx'
import { problemOf, useReply } from '../data/use-query.ts'
import { address, navigate, place } from '../data/router.ts'
import { networkPath } from '../data/session.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'
import { Waiting } from '../ui/async.tsx'

type Line = AuditReply['lines'][number]
const day = 24 * 60 * 60 * 1000

/** What the filter says in the page's address, as the server wants it. */
const queryOf = (query: URLSearchParams): Record<string, string | undefined> => {
  const until = fromDateField(query.get('until') ?? '')
  const from = fromDateField(query.get('since') ?? '')
  return {
    action: query.get('action') ?? undefined,
    person: query.get('person') ?? undefined,
    // A date field means its whole day.
    from: from === undefined ? undefined : String(from - day + 60_000),
    to: until === undefined ? undefined : String(until + 60_000),
  }
}

const Filters = () => {
  const { query } = place.value
  const members = useReply<MembersReply>(`${networkPath.value}/members`, () => false)
  const set = (name: string, value: string): void =>
    navigate(address('/audit', { ...Object.fromEntries(query), [name]: value || undefined }), 'replace')
  const dates = { since: draft('audit/since', query.get('since') ?? ''), until: draft('audit/until', query.get('until') ?? '') }
  const people = members.reply?.members.map(({ person, name }) => ({ key: person, label: name })) ?? []
  const actions = Object.entries<string>(accessMessages.audit.actions).map(([key, label]) => ({ key, label }))
  return (
    <form class="filters audit-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={accessMessages.audit.what}
        value={query.get('action') ?? ''}
        choices={actions}
        none={messages.form.any}
        onChange={(key) => set('action', key)}
      />
      <SelectField
        label={accessMessages.audit.who}
        value={query.get('person') ?? ''}
        choices={people}
        none={messages.form.any}
        onChange={(key) => set('person', key)}
      />
      {(['since', 'until'] as const).map((name) => (
        <div key={name} onChange={() => set(name, dates[name].text.value)}>
          <DateField label={accessMessages.audit[name]} draft={dates[name]} least="2020-01-01" />
        </div>
      ))}
    </form>
  )
}

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

const Lines = ({ first, path }: { first: AuditReply; path: string }) => {
  const [more, setMore] = useState<AuditReply[]>([])
  const [problem, setProblem] = useState('')
  const pages = [first, ...more]
  const next = pages.at(-1)?.next
  const fetchMore = async (): Promise<void> => {
    setProblem('')
    try {
      const page = await call<AuditReply>(`${path}${path.includes('?') ? '&' : '?'}before=${next}`)
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

/** Who did what, when, from where: for admins, filtered, and as a file. */
export const AuditPage = () => {
  const query = queryOf(place.value.query)
  const path = address(`${networkPath.value}/audit`, query)
  const replied = useReply<AuditReply>(path, () => false)
  return (
    <Page title={accessMessages.audit.title} class="wide" lead={<p>{accessMessages.audit.lead}</p>}>
      <Filters />
      <p>
        <a class="button quiet" href={address(`${networkPath.value}/audit.csv`, query)} download="audit.csv">
          {accessMessages.audit.download}
        </a>
      </p>
      <Waiting of={replied} what={accessMessages.audit.title}>
        {(first) => <Lines key={path} first={first} path={path} />}
      </Waiting>
    </Page>
  )
}
