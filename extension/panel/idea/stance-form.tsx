import { limits } from '../../../shared/domain/field-schemas.ts'
import type { StanceKind, TestResult } from '../../../shared/domain/entities.ts'
import type { IdeaDetail } from '../../bank/idea-detail.ts'
import { GuardedForm } from '../parts/guarded-form.tsx'
import { framework } from '../state/panel-state.ts'
import { TextField } from '../parts/text-field.tsx'
import { useTexts } from '../state/use-texts.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'
import { dayInField, endOfDay } from '../../../shared/values/calendar-day.ts'

const kinds: readonly StanceKind[] = ['interested', 'testing', 'tested']
const results: readonly TestResult[] = ['improved', 'no-change', 'worse']

/** A site, and what this person may say of an idea for it. */
interface Sayable {
  key: string
  label: string
  kinds: readonly StanceKind[]
}

export const sayable = ({ idea, objectionTo }: IdeaDetail): Sayable[] =>
  (framework.value?.sites ?? [])
    .map((site) => ({
      ...site,
      kinds: kinds.filter((stance) => !objectionTo('expressStance', { idea: idea.id, site: site.key, stance })),
    }))
    .filter((site) => site.kinds.length > 0)

interface ChoiceProps<Key extends string> {
  name: string
  legend: string
  keys: readonly Key[]
  chosen: Key | null
  label: (key: Key) => string
  choose: (key: Key) => void
}

const Choice = <Key extends string>({ name, legend, keys, chosen, label, choose }: ChoiceProps<Key>) => (
  <fieldset class="kinds">
    <legend>{legend}</legend>
    <div class="chips">
      {keys.map((key) => (
        <label key={key} class="chip">
          <input type="radio" name={name} checked={chosen === key} onChange={() => choose(key)} />
          <span>{label(key)}</span>
        </label>
      ))}
    </div>
  </fieldset>
)

const endOf = (text: string): number | null => {
  const day = dayInField(text)
  return day === undefined ? null : endOfDay(day)
}

/** What a site says of an idea. */
export const StanceForm = ({ idea, says: sites, close }: { idea: string; says: readonly Sayable[]; close: (said: boolean) => void }) => {
  const blank = { site: sites[0]?.key ?? '', stance: sites[0]?.kinds[0] ?? '', result: '', measure: '', until: '', note: '' }
  const { typed, type, drop } = useTexts(`stance:${idea}`, blank)
  const { site } = typed
  const chosen = sites.find(({ key }) => key === site)
  const stance = chosen?.kinds.find((kind) => kind === typed.stance) ?? chosen?.kinds[0] ?? 'interested'
  const result = results.find((one) => one === typed.result) ?? null
  const end = (said: boolean): void => {
    drop()
    close(said)
  }
  const mine = chosen?.label ?? ''
  const texts = [
    ...(stance === 'interested' ? [] : [{ name: 'measure', label: homeMessages.measure, most: limits.sentence } as const]),
    { name: 'note', label: panelMessages.note, most: limits.text } as const,
  ]
  return (
    <GuardedForm
      label={homeMessages.stanceTitle}
      submit={homeMessages.say}
      cancel={() => end(false)}
      done={() => end(true)}
      wanted={() => {
        if (stance === 'tested' && !result) return homeMessages.needsResult
        const ended = stance === 'tested' ? result : null
        const [measure, until] = [stance === 'interested' ? '' : typed.measure, stance === 'testing' ? endOf(typed.until) : null]
        return [{ name: 'expressStance', args: { idea, site, stance, result: ended, measure, expectedEnd: until, note: typed.note } }]
      }}
    >
      {sites.length > 1 && (
        <div class="field">
          <label for="stance-site">{homeMessages.stanceSite}</label>
          <select id="stance-site" value={site} onChange={({ currentTarget }) => type({ site: currentTarget.value })}>
            {sites.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </div>
      )}
      <Choice
        name="stance"
        legend={`${mine} …`}
        keys={chosen?.kinds ?? []}
        chosen={stance}
        label={(key) => homeMessages.stances[key]}
        choose={(kind) => type({ stance: kind })}
      />
      {stance === 'tested' && (
        <Choice
          name="result"
          legend={homeMessages.result}
          keys={results}
          chosen={result}
          label={(key) => homeMessages.results[key]}
          choose={(one) => type({ result: one })}
        />
      )}
      {stance === 'testing' && (
        <div class="field">
          <label for="stance-until">
            {homeMessages.until} <span class="soft">{panelMessages.optional}</span>
          </label>
          <input id="stance-until" type="date" value={typed.until} onInput={({ currentTarget }) => type({ until: currentTarget.value })} />
        </div>
      )}
      {texts.map(({ name, label, most }) => (
        <TextField
          key={name}
          id={`stance-${name}`}
          label={label}
          optional
          most={most}
          text={typed[name]}
          type={(text) => type({ [name]: text })}
        />
      ))}
    </GuardedForm>
  )
}
