import { useLayoutEffect, useRef } from 'preact/hooks'
import { keyFrom } from '../../shared/framework-merge.ts'
import { framework } from './framework-reply.ts'
import { SettingsForm } from './settings-form.tsx'
import { settingsWords as words } from './strings-settings.ts'
import { words as common } from './strings.ts'

export interface Entry {
  key: string
  label: string
  of?: 'parked' | 'declined' | 'abandoned' | 'merged'
}

const ends = ['parked', 'declined', 'abandoned', 'merged'] as const

const problemOf = (entries: readonly Entry[]): string => {
  if (entries.some(({ label }) => label.trim() === '')) return words.noLabel
  const seen = new Set<string>()
  for (const { label, of } of entries) {
    const name = `${of ?? ''} ${label.trim().toLowerCase()}`
    if (seen.has(name)) return words.twice(label.trim())
    seen.add(name)
  }
  return ''
}

/** New entries have no key yet: they get theirs from their label when they are saved. */
const keyed = (entries: readonly Entry[]): Entry[] => {
  const taken = entries.map(({ key }) => key).filter(Boolean)
  return entries.map((entry) => {
    if (entry.key) return { ...entry, label: entry.label.trim() }
    const key = keyFrom(entry.label, taken)
    taken.push(key)
    return { ...entry, key, label: entry.label.trim() }
  })
}

const Row = ({ entry, name, change, remove }: { entry: Entry; name: string; change: (entry: Entry) => void; remove: () => void }) => (
  <li class="settings-row">
    <input
      type="text"
      aria-label={name}
      maxLength={120}
      required
      value={entry.label}
      onInput={({ currentTarget }) => change({ ...entry, label: currentTarget.value })}
    />
    {entry.of && (
      <select
        aria-label={words.of}
        value={entry.of}
        onChange={({ currentTarget }) => change({ ...entry, of: currentTarget.value as (typeof ends)[number] })}
      >
        {ends.map((key) => (
          <option key={key} value={key}>
            {common.dispositions[key]}
          </option>
        ))}
      </select>
    )}
    <button type="button" class="button plain" aria-label={words.remove(entry.label)} onClick={remove}>
      ✕
    </button>
  </li>
)

/** Topics, sites or reasons: names that come and go, each kept under its own key. */
export const SettingsList = ({ field }: { field: 'topics' | 'sites' | 'endings' }) => {
  const now: Entry[] = framework.value?.[field] ?? []
  const list = useRef<HTMLUListElement>(null)
  const added = useRef(false)
  useLayoutEffect(() => {
    if (added.current) list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
    added.current = false
  })
  return (
    <SettingsForm<Entry[]>
      name={field}
      title={words.sections[field]}
      now={now}
      problem={problemOf}
      asSettings={(entries) => ({ [field]: keyed(entries) })}
    >
      {(entries, change) => (
        <>
          <p class="hint">{words.removedStay}</p>
          <ul class="settings-list" ref={list}>
            {entries.map((entry, index) => (
              <Row
                key={entry.key || `new ${index}`}
                entry={entry}
                name={words.names[field]}
                change={(next) => change(entries.with(index, next))}
                remove={() => change(entries.toSpliced(index, 1))}
              />
            ))}
          </ul>
          <div>
            <button
              type="button"
              class="button quiet small"
              onClick={() => {
                added.current = true
                change([...entries, field === 'endings' ? { key: '', label: '', of: 'declined' } : { key: '', label: '' }])
              }}
            >
              {words.add}
            </button>
          </div>
        </>
      )}
    </SettingsForm>
  )
}
