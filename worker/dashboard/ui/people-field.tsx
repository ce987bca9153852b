import { useId, useState } from 'preact/hooks'
import { people, personName } from '../data/framework.ts'
import { messages } from '../i18n/bank.ts'

interface Props {
  label: string
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** A member by the name that was typed; somebody without an account is kept by name. */
const idOf = (name: string): string => people.value.find((person) => person.name.toLowerCase() === name.toLowerCase())?.id ?? name

/** Several people: type a name, add it, take it away again. */
export const PeopleField = ({ label, chosen, onChange }: Props) => {
  const id = useId()
  const [text, setText] = useState('')
  const add = (): void => {
    const name = text.trim()
    if (!name) return
    setText('')
    if (!chosen.includes(idOf(name))) onChange([...chosen, idOf(name)])
  }
  return (
    <div class="field" role="group" aria-label={label}>
      <label for={id}>{label}</label>
      <div class="with-button">
        <input
          id={id}
          list={`${id}-names`}
          value={text}
          maxLength={120}
          autocomplete="off"
          placeholder={messages.edit.addPerson}
          onInput={(event) => setText(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            add()
          }}
        />
        <button type="button" class="button quiet" onClick={add}>
          {messages.edit.add}
        </button>
      </div>
      <datalist id={`${id}-names`}>
        {people.value.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      {chosen.length > 0 && (
        <ul class="chips">
          {chosen.map((person) => (
            <li key={person} class="chip">
              {personName(person)}
              <button
                type="button"
                aria-label={messages.edit.remove({ name: personName(person) })}
                onClick={() => onChange(chosen.filter((other) => other !== person))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
