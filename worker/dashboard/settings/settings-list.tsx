import { useLayoutEffect, useRef } from 'preact/hooks'
import { keyFrom } from '../../../shared/domain/framework-merge.ts'
import { keptFramework } from '../data/framework.ts'
import { SettingsForm } from './settings-form.tsx'
import { settingsMessages as messages } from '../i18n/settings.ts'
import { messages as common } from '../i18n/bank.ts'

type Field = 'topics' | 'drivers' | 'sites' | 'endings'

export interface Entry {
  key: string
  label: string
  /** What it belongs to: a reason to how ideas end, a driver to its topic. */
  of?: string
}

const ends = ['parked', 'declined', 'abandoned', 'merged'] as const

/** What an entry of that list can belong to; empty where it stands for itself. */
const ownersOf = (field: Field): readonly { key: string; label: string }[] => {
  if (field === 'endings') return ends.map((key) => ({ key, label: common.dispositions[key] }))
  return field === 'drivers' ? (keptFramework.value?.topics ?? []) : []
}

const problemOf = (entries: readonly Entry[]): string => {
  if (entries.some(({ label }) => label.trim() === '')) return messages.noLabel
  const seen = new Set<string>()
  for (const { label, of } of entries) {
    const name = `${of ?? ''} ${label.trim().toLowerCase()}`
    if (seen.has(name)) return messages.twice({ label: label.trim() })
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

interface RowProps {
  entry: Entry
  field: Field
  change: (entry: Entry) => void
  remove: () => void
}

const Row = ({ entry, field, change, remove }: RowProps) => (
  <li class="settings-row">
    <input
      type="text"
      aria-label={messages.names[field]}
      maxLength={120}
      required
      value={entry.label}
      onInput={({ currentTarget }) => change({ ...entry, label: currentTarget.value })}
    />
    {(field === 'endings' || field === 'drivers') && (
      <select
        aria-label={messages.of[field]}
        value={entry.of}
        onChange={({ currentTarget }) => change({ ...entry, of: currentTarget.value })}
      >
        {ownersOf(field).map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    )}
    <button type="button" class="button plain" aria-label={messages.remove({ label: entry.label })} onClick={remove}>
      ✕
    </button>
  </li>
)

/** Topics, their drivers, sites or reasons: names that come and go, each kept under its own key. */
export const SettingsList = ({ field }: { field: Field }) => {
  const now: Entry[] = keptFramework.value?.[field] ?? []
  const list = useRef<HTMLUListElement>(null)
  const added = useRef(false)
  useLayoutEffect(() => {
    if (added.current) list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus()
    added.current = false
  })
  return (
    <SettingsForm<Entry[]>
      name={field}
      title={messages.sections[field]}
      now={now}
      problem={problemOf}
      asSettings={(entries) => ({ [field]: keyed(entries) })}
    >
      {(entries, change) => (
        <>
          <p class="hint">{messages.removedStay}</p>
          <ul class="settings-list" ref={list}>
            {entries.map((entry, index) => (
              <Row
                key={entry.key || `new ${index}`}
                entry={entry}
                field={field}
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
                const of = ownersOf(field)[0]?.key
                change([...entries, { key: '', label: '', ...(of && { of }) }])
              }}
            >
              {messages.add}
            </button>
          </div>
        </>
      )}
    </SettingsForm>
  )
}
