import { edit, form, site, sites, suggestedTopic, topic } from '../state/form-state.ts'
import { framework } from '../state/panel-state.ts'
import { panelMessages } from '../../i18n/panel.ts'

interface ChoiceProps {
  id: string
  label: string
  none: string
  aside?: string
  entries: readonly { key: string; label: string }[]
  value: string
  choose: (key: string) => void
}

const Choice = ({ id, label, none, aside, entries, value, choose }: ChoiceProps) => (
  <div class="field">
    <label for={id}>
      {label} {aside && <span class="soft">{aside}</span>}
    </label>
    <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
      <option value="">{none}</option>
      {entries.map(({ key, label: name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  </div>
)

/** Topic and site come from the network; before the first sync there is nothing to choose from. */
export const PlaceFields = () => {
  const { topics = [] } = framework.value ?? {}
  const isSuggested = form.value.topic === null && suggestedTopic.value !== ''
  return (
    <div class="places">
      {form.value.withIdea && topics.length > 0 && (
        <Choice
          id="topic"
          label={panelMessages.topic}
          none={panelMessages.topicNone}
          entries={topics}
          value={topic.value}
          choose={(chosen) => edit({ topic: chosen })}
          {...(isSuggested ? { aside: panelMessages.topicSuggested } : {})}
        />
      )}
      {sites.value.length > 1 && (
        <Choice
          id="site"
          label={panelMessages.site}
          none={panelMessages.siteNone}
          entries={sites.value}
          value={site.value}
          choose={(chosen) => edit({ site: chosen })}
        />
      )}
    </div>
  )
}
