import { useId } from 'preact/hooks'
import type { ArgsOf } from '../../../shared/mutations/index.ts'
import { seesHiddenNames } from '../../../shared/rules/visibility.ts'
import type { Draft } from '../data/drafts.ts'
import { people } from '../data/framework.ts'
import { me } from '../data/session.ts'
import { addingMessages } from '../i18n/adding.ts'
import { messages } from '../i18n/bank.ts'

type Behalf = Pick<ArgsOf<'proposeIdea'>, 'behalf'>

/** A member by the name that was typed; any other name is a guest's. Nothing typed: one's own. */
export const behalfOf = (typed: string): Behalf => {
  const name = typed.trim()
  if (!name) return {}
  const member = people.value.find((person) => person.name.toLowerCase() === name.toLowerCase())
  if (member?.id === me.value?.person) return {}
  return { behalf: member ? { member: member.id } : { guest: name } }
}

/** In whose name it is added, for those who may say so. */
export const BehalfField = ({ draft }: { draft: Draft }) => {
  const id = useId()
  if (!me.value || !seesHiddenNames(me.value.role)) return null
  const { behalf } = behalfOf(draft.text.value)
  return (
    <div class="field">
      <label for={id}>
        {addingMessages.behalf.label} <span class="optional">{messages.form.optional}</span>
      </label>
      <input
        id={id}
        list={`${id}-names`}
        value={draft.text.value}
        maxLength={120}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => (draft.text.value = event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`}>
        {behalf && 'guest' in behalf ? addingMessages.behalf.guest : addingMessages.behalf.hint}
      </p>
      <datalist id={`${id}-names`}>
        {people.value.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
    </div>
  )
}
