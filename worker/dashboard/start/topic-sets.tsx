import { useState } from 'preact/hooks'
import { keyFrom } from '../../../shared/domain/framework-merge.ts'
import { keptFramework } from '../data/framework.ts'
import { mutate } from '../data/mutate.ts'
import { startMessages as messages } from '../i18n/start.ts'
import { ActionForm } from '../ui/action-form.tsx'
import { SelectField } from '../ui/fields.tsx'
import { showToast } from '../ui/toast.tsx'

type SetKey = keyof typeof messages.sets.names

const keys = Object.keys(messages.sets.names) as SetKey[]
const choices = keys.map((key) => ({ key, label: messages.sets.names[key] }))

/** The chosen labels as topics beside those that are there; a label that is there stays the one that it is. */
const withTopics = (labels: readonly string[]): { key: string; label: string }[] => {
  const topics = [...(keptFramework.value?.topics ?? [])]
  for (const label of labels) {
    if (topics.some((topic) => topic.label.toLowerCase() === label.toLowerCase())) continue
    topics.push({
      key: keyFrom(
        label,
        topics.map(({ key }) => key),
      ),
      label,
    })
  }
  return topics
}

/** Topics of a specialty to begin with, in the reader's language; from then on they are the network's own. */
export const TopicSets = ({ close }: { close: () => void }) => {
  const [set, setSet] = useState<SetKey>(keys[0] ?? 'general')
  const [without, setWithout] = useState<readonly string[]>([])
  const labels = Object.values<string>(messages.sets.topics[set])
  const add = async (): Promise<string | void> => {
    const chosen = labels.filter((label) => !without.includes(label))
    if (chosen.length === 0) return messages.sets.none
    const base = { topics: keptFramework.value?.topics ?? [] }
    const outcome = await mutate('configureFramework', () => ({ set: { topics: withTopics(chosen) }, base }))
    if (!outcome.done) return outcome.problem
    showToast(messages.sets.added)
    close()
  }
  return (
    <ActionForm submit={messages.sets.add} act={add} onCancel={close}>
      <SelectField label={messages.sets.which} value={set} choices={choices} onChange={(key) => setSet(key as SetKey)} />
      <div class="topic-set" role="group" aria-label={messages.sets.names[set]}>
        {labels.map((label) => (
          <label key={label} class="check">
            <input
              type="checkbox"
              checked={!without.includes(label)}
              onChange={({ currentTarget }) =>
                setWithout(currentTarget.checked ? without.filter((one) => one !== label) : [...without, label])
              }
            />{' '}
            {label}
          </label>
        ))}
      </div>
    </ActionForm>
  )
}
