import { keptFramework } from '../data/framework.ts'
import { SettingsForm } from './settings-form.tsx'
import { settingsMessages as messages } from '../i18n/settings.ts'

/** As typed, so that a wrong number stays where it is until it is right. */
interface Days {
  decisionDays: string
  smallNetwork: string
  approvalQuorum: string
}

const isWhole = (text: string): boolean => /^\d{1,5}$/.test(text.trim())

const problemOf = ({ decisionDays, smallNetwork, approvalQuorum }: Days): string => {
  if (!isWhole(decisionDays)) return messages.wholeNumber({ name: messages.days.decisionDays })
  if (Number(decisionDays) < 1) return messages.atLeastOne({ name: messages.days.decisionDays })
  if (!isWhole(approvalQuorum)) return messages.wholeNumber({ name: messages.days.approvalQuorum })
  if (Number(approvalQuorum) < 1) return messages.atLeastOne({ name: messages.days.approvalQuorum })
  return isWhole(smallNetwork) ? '' : messages.wholeNumber({ name: messages.days.smallNetwork })
}

const NumberField = ({ label, hint, value, change }: { label: string; hint?: string; value: string; change: (text: string) => void }) => (
  <label class="settings-field">
    {label}
    <input type="text" inputMode="numeric" value={value} onInput={({ currentTarget }) => change(currentTarget.value)} />
    {hint && <span class="hint">{hint}</span>}
  </label>
)

export const SettingsDays = () => (
  <SettingsForm<Days>
    name="days"
    title={messages.sections.days}
    now={{
      decisionDays: String(keptFramework.value?.decisionDays ?? ''),
      smallNetwork: String(keptFramework.value?.smallNetwork ?? ''),
      approvalQuorum: String(keptFramework.value?.approvalQuorum ?? 1),
    }}
    problem={problemOf}
    asSettings={({ decisionDays, smallNetwork, approvalQuorum }) => ({
      decisionDays: Number(decisionDays),
      smallNetwork: Number(smallNetwork),
      approvalQuorum: Number(approvalQuorum),
    })}
  >
    {(days, change) => (
      <>
        <NumberField
          label={messages.days.decisionDays}
          value={days.decisionDays}
          change={(decisionDays) => change({ ...days, decisionDays })}
        />
        <NumberField
          label={messages.days.smallNetwork}
          hint={messages.days.smallHint}
          value={days.smallNetwork}
          change={(smallNetwork) => change({ ...days, smallNetwork })}
        />
        <NumberField
          label={messages.days.approvalQuorum}
          hint={messages.days.quorumHint}
          value={days.approvalQuorum}
          change={(approvalQuorum) => change({ ...days, approvalQuorum })}
        />
      </>
    )}
  </SettingsForm>
)
