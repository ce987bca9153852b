import { useState } from 'preact/hooks'
import type { HookSetting } from '../../../shared/api/webhooks.ts'
import { type Language, languages } from '../../../shared/i18n/language.ts'
import { language as mine } from '../../../shared/web/language.ts'
import { hookEventTypes, hookFormats, type HookFormat } from '../../../shared/webhooks/hook-events.ts'
import { webhookMessages as words } from '../i18n/webhooks.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { Field, SelectField } from '../ui/fields.tsx'

interface Props {
  /** What it is now; without it, a new one. */
  hook?: HookSetting
  submit: string
  save: (setting: HookSetting) => Promise<void>
  close: () => void
}

const fresh = (): HookSetting => ({
  name: '',
  address: '',
  format: 'standard',
  events: [...hookEventTypes],
  words: false,
  language: (Object.keys(languages) as Language[]).find((one) => one === mine) ?? 'en',
})

const formatChoices = hookFormats.map((key) => ({ key, label: words.formats[key] }))
const languageChoices = Object.entries(languages).map(([key, label]) => ({ key, label }))

/** What is told to whom, and in what form. */
export const HookForm = ({ hook, submit, save, close }: Props) => {
  const [setting, setSetting] = useState<HookSetting>(hook ?? fresh())
  const set = (some: Partial<HookSetting>): void => setSetting({ ...setting, ...some })
  return (
    <ActionForm submit={submit} onCancel={close} act={() => save(setting)}>
      <Field label={words.name} hint={words.nameHint}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            autocomplete="off"
            required
            maxLength={80}
            value={setting.name}
            onInput={({ currentTarget }) => set({ name: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.address} hint={words.addressHint}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            inputMode="url"
            autocapitalize="off"
            autocomplete="off"
            spellcheck={false}
            required
            maxLength={2000}
            value={setting.address}
            onInput={({ currentTarget }) => set({ address: currentTarget.value })}
          />
        )}
      </Field>
      <div class="in-row">
        <SelectField
          label={words.format}
          value={setting.format}
          choices={formatChoices}
          onChange={(key) => set({ format: key as HookFormat })}
        />
        {setting.format !== 'standard' && (
          <SelectField
            label={words.language}
            value={setting.language}
            choices={languageChoices}
            onChange={(key) => set({ language: key as Language })}
          />
        )}
      </div>
      <fieldset class="hook-events">
        <legend>{words.events}</legend>
        {hookEventTypes.map((type) => (
          <label key={type} class="check">
            <input
              type="checkbox"
              checked={setting.events.includes(type)}
              onChange={({ currentTarget }) =>
                set({ events: hookEventTypes.filter((one) => (one === type ? currentTarget.checked : setting.events.includes(one))) })
              }
            />
            <span>
              {words.types[type]} <code class="soft">{type}</code>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="check">
        <input type="checkbox" checked={setting.words} onChange={({ currentTarget }) => set({ words: currentTarget.checked })} />
        <span>
          {words.withWords}
          <span class="hint"> {words.withWordsHint}</span>
        </span>
      </label>
    </ActionForm>
  )
}
