import type { Pathway } from '../../../shared/domain/framework.ts'
import { keptFramework } from '../data/framework.ts'
import { SettingsForm } from './settings-form.tsx'
import { settingsMessages as messages } from '../i18n/settings.ts'

const approvals = ['none', 'before-design', 'after-design'] as const
const isWhole = (count: number | null): boolean => count === null || (Number.isInteger(count) && count >= 0)

const problemOf = (pathways: readonly Pathway[]): string => {
  for (const { label, sites } of pathways) {
    if (label.trim() === '') return messages.noLabel
    if (!isWhole(sites.least) || !isWhole(sites.most)) return messages.wholeNumber({ name: label })
    if (sites.most !== null && sites.most < sites.least) return messages.mostBelowLeast({ label })
  }
  return ''
}

const Text = ({ label, value, most, change }: { label: string; value: string; most: number; change: (text: string) => void }) => (
  <label class="settings-field">
    {label}
    <input type="text" required maxLength={most} value={value} onInput={({ currentTarget }) => change(currentTarget.value)} />
  </label>
)

/** Digits only; an empty field is "as many as there are". */
const Count = ({
  label,
  hint,
  value,
  change,
}: {
  label: string
  hint?: string
  value: number | null
  change: (count: number | null) => void
}) => (
  <label class="settings-field">
    {label}
    <input
      type="text"
      inputMode="numeric"
      placeholder={hint}
      value={value ?? ''}
      onInput={({ currentTarget }) => {
        const digits = currentTarget.value.replaceAll(/\D/g, '').slice(0, 5)
        currentTarget.value = digits
        change(digits === '' ? null : Number(digits))
      }}
    />
  </label>
)

const PathwayFields = ({ pathway, change }: { pathway: Pathway; change: (pathway: Pathway) => void }) => {
  const { label, description, sites, approval } = pathway
  return (
    <fieldset class="settings-pathway">
      <legend>{label}</legend>
      <Text label={messages.pathway.label} value={label} most={120} change={(text) => change({ ...pathway, label: text })} />
      <Text
        label={messages.pathway.description}
        value={description}
        most={500}
        change={(text) => change({ ...pathway, description: text })}
      />
      <Count
        label={messages.pathway.least}
        value={sites.least}
        change={(least) => change({ ...pathway, sites: { ...sites, least: least ?? 0 } })}
      />
      <Count
        label={messages.pathway.most}
        hint={messages.pathway.mostHint}
        value={sites.most}
        change={(most) => change({ ...pathway, sites: { ...sites, most } })}
      />
      <label class="settings-field">
        {messages.pathway.approval}
        <select
          value={approval}
          onChange={({ currentTarget }) => change({ ...pathway, approval: currentTarget.value as (typeof approvals)[number] })}
        >
          {approvals.map((key) => (
            <option key={key} value={key}>
              {messages.pathway.approvals[key]}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}

/** The pathways as this network calls and sizes them. None comes or goes here: ideas are kept under them. */
export const SettingsPathways = () => (
  <SettingsForm<Pathway[]>
    name="pathways"
    title={messages.sections.pathways}
    now={keptFramework.value?.pathways ?? []}
    problem={problemOf}
    asSettings={(pathways) => ({ pathways })}
  >
    {(pathways, change) =>
      pathways.map((pathway, index) => (
        <PathwayFields key={pathway.key} pathway={pathway} change={(next) => change(pathways.with(index, next))} />
      ))
    }
  </SettingsForm>
)
