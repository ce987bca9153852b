import { useEffect, useState } from 'preact/hooks'
import { evidenceKindLabel, evidenceKinds } from '../../../shared/domain/evidence-kinds.ts'
import { framework } from '../data/framework.ts'
import { navigate } from '../data/router.ts'
import { clipMessages } from '../i18n/clips.ts'
import { messages } from '../i18n/bank.ts'
import { translate } from '../i18n/translate.ts'
import { type Choice, SelectField } from '../ui/fields.tsx'
import { Folded } from '../ui/disclosure.tsx'
import { clipsAddress, type ClipsQuery, filterNames, type FilterName } from './clips-query.ts'

const pause = 250

/** Words, or an identifier: the list follows when the typing rests. */
const Search = ({ text: said, say }: { text: string; say: (text: string) => void }) => {
  const [text, setText] = useState(said)
  useEffect(() => setText(said), [said])
  useEffect(() => {
    if (text.trim() === said) return undefined
    const timer = setTimeout(() => say(text.trim()), pause)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div class="field search">
      <label for="search">{clipMessages.search}</label>
      <input
        id="search"
        type="search"
        value={text}
        maxLength={300}
        placeholder={clipMessages.searchHint}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </div>
  )
}

const levels: readonly Choice[] = [
  ...[1, 2, 3, 4, 5].map((level) => ({ key: String(level), label: messages.evidence.level({ level }) })),
  { key: 'none', label: messages.evidence.noLevel },
]
const kinds: readonly Choice[] = [
  ...evidenceKinds.map(({ key }) => ({ key, label: translate(evidenceKindLabel(key)) })),
  { key: 'unsaid', label: translate(evidenceKindLabel(null)) },
]
const states: readonly Choice[] = (['loose', 'attached', 'dismissed', 'all'] as const).map((key) => ({
  key,
  label: clipMessages.states[key],
}))

const filtersOf = (): { name: Exclude<FilterName, 'q'>; choices: readonly Choice[]; none: string }[] => [
  { name: 'state', choices: states, none: clipMessages.states.usual },
  {
    name: 'topic',
    choices: [...(framework.value?.topics ?? []), { key: 'none', label: clipMessages.noTopic }],
    none: messages.form.any,
  },
  { name: 'kind', choices: kinds, none: messages.form.any },
  { name: 'level', choices: levels, none: messages.form.any },
]

export const ClipFilters = ({ query }: { query: ClipsQuery }) => {
  const set = (name: FilterName, value: string): void => navigate(clipsAddress({ ...query, [name]: value }), 'replace')
  return (
    <form role="search" class="filters" aria-label={clipMessages.filters} onSubmit={(event) => event.preventDefault()}>
      <Search text={query.q ?? ''} say={(text) => set('q', text)} />
      <Folded set={filtersOf().filter(({ name }) => query[name]).length}>
        {filtersOf().map(({ name, choices, none }) => (
          <SelectField
            key={name}
            label={clipMessages.names[name]}
            value={query[name] ?? ''}
            choices={choices}
            none={none}
            onChange={(key) => set(name, key)}
          />
        ))}
      </Folded>
      {filterNames.some((name) => query[name]) && (
        <a class="clear" href="/evidence">
          {clipMessages.clear}
        </a>
      )}
    </form>
  )
}
