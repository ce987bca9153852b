import { useEffect, useState } from 'preact/hooks'
import { unsaidKinds } from '../../../shared/api/facets.ts'
import { SelectField, type Choice } from '../ui/fields.tsx'
import { Folded } from '../ui/disclosure.tsx'
import { framework } from '../data/framework.ts'
import { type FilterName, listAddress, type ListQuery, narrows } from '../data/list-query.ts'
import { useQuery } from '../data/use-query.ts'
import { navigate } from '../data/router.ts'
import { listMessages } from '../i18n/lists.ts'
import { messages } from '../i18n/bank.ts'
import { own } from '../../../shared/values/own.ts'

const pause = 250

/** The words to search for: the list follows when the typing rests. */
const Search = ({ query, onChange }: { query: string; onChange: (query: string) => void }) => {
  const [text, setText] = useState(query)
  useEffect(() => setText(query), [query])
  useEffect(() => {
    if (text.trim() === query) return undefined
    const timer = setTimeout(() => onChange(text.trim()), pause)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div class="field search">
      <label for="search">{listMessages.list.search}</label>
      <input
        id="search"
        type="search"
        value={text}
        maxLength={300}
        placeholder={listMessages.list.searchHint}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </div>
  )
}

const levels: readonly Choice[] = [
  ...[1, 2, 3, 4, 5].map((level) => ({ key: String(level), label: listMessages.list.level({ level }) })),
  { key: unsaidKinds, label: listMessages.list.unsaid },
]
const dispositions: readonly Choice[] = [
  ...(['parked', 'declined', 'abandoned', 'merged'] as const).map((key) => ({ key, label: messages.dispositions[key] })),
  { key: 'all', label: listMessages.list.everything },
]
const sorts: readonly Choice[] = (['oldest', 'due', 'moved'] as const).map((key) => ({ key, label: listMessages.list.sorts[key] }))

/** Each filter with its "no matter" word. Sites and topics are the network's own. */
const filtersOf = (): { name: FilterName; choices: readonly Choice[]; none: string }[] => {
  const { pathways = [], phases = [], topics = [], sites = [] } = framework.value ?? {}
  return [
    { name: 'pathway', choices: [...pathways, { key: 'none', label: messages.bank.toTriage }], none: messages.form.any },
    { name: 'phase', choices: phases, none: messages.form.any },
    { name: 'topic', choices: topics, none: messages.form.any },
    { name: 'site', choices: sites, none: messages.form.any },
    { name: 'level', choices: levels, none: messages.form.any },
    { name: 'disposition', choices: dispositions, none: messages.dispositions.active },
    { name: 'sort', choices: sorts, none: listMessages.list.sorts.newest },
  ]
}

/** How many ideas each choice would leave; until the server has said so, the choice stands without, and so does one of which a cut search counted none. */
const withCounts = (choices: readonly Choice[], counts: Record<string, number> | undefined, isCut: boolean): readonly Choice[] => {
  if (!counts) return choices
  return choices.map(({ key, label }) => {
    const count = own(counts, key) ?? 0
    if (key === 'all' || (isCut && count === 0)) return { key, label }
    return { key, label: isCut ? listMessages.countOrMore({ label, count }) : listMessages.count({ label, count }) }
  })
}

export const IdeaFilters = ({ query }: { query: ListQuery }) => {
  const set = (name: FilterName, value: string): void => navigate(listAddress({ ...query, [name]: value }), 'replace')
  const { sort: _, ...narrowing } = query
  const { reply } = useQuery('GET /v1/networks/:network/facets', { query: narrowing })
  return (
    <form role="search" class="filters" aria-label={listMessages.list.filters} onSubmit={(event) => event.preventDefault()}>
      <Search query={query.q ?? ''} onChange={(text) => set('q', text)} />
      <Folded set={filtersOf().filter(({ name }) => query[name]).length}>
        {filtersOf().map(({ name, choices, none }) => (
          <SelectField
            key={name}
            label={listMessages.list.names[name]}
            value={query[name] ?? ''}
            choices={
              name === 'sort' || name === 'q' ? choices : withCounts(choices, reply?.facets[name], reply?.cut.includes(name) ?? false)
            }
            none={none}
            onChange={(key) => set(name, key)}
          />
        ))}
      </Folded>
      {narrows(query) && (
        <a class="clear" href="/ideas">
          {listMessages.list.clear}
        </a>
      )}
    </form>
  )
}
