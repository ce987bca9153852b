import type { QueryOf } from '../../../shared/api/endpoints.ts'
import { fromDateField } from '../ui/dates.ts'
import { draft } from '../data/drafts.ts'
import { Folded } from '../ui/disclosure.tsx'
import { DateField, SelectField } from '../ui/fields.tsx'
import { nothing, useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { navigate, place } from '../data/router.ts'
import { accessMessages } from '../i18n/access.ts'
import { messages } from '../i18n/bank.ts'

const day = 24 * 60 * 60 * 1000

/** What the filter says in the page's address, as the server wants it. */
export const queryOf = (query: URLSearchParams): QueryOf<'GET /v1/networks/:network/audit'> => {
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

export const Filters = () => {
  const { query } = place.value
  const members = useQuery('GET /v1/networks/:network/members', { concerns: nothing })
  const set = (name: string, value: string): void =>
    navigate(address('/audit', { ...Object.fromEntries(query), [name]: value || undefined }), 'replace')
  const dates = { since: draft('audit/since', query.get('since') ?? ''), until: draft('audit/until', query.get('until') ?? '') }
  const people = members.reply?.members.map(({ person, name }) => ({ key: person, label: name })) ?? []
  const actions = Object.entries<string>(accessMessages.audit.actions).map(([key, label]) => ({ key, label }))
  return (
    <form class="filters audit-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <Folded set={[...query.values()].filter(Boolean).length}>
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
      </Folded>
    </form>
  )
}
