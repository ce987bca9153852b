import { limits } from '../../../shared/domain/field-schemas.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { words } from '../../i18n/strings-home.ts'
import { strings } from '../../i18n/strings.ts'
import { GuardedForm } from '../parts/guarded-form.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useTexts } from '../state/use-texts.ts'

/** The sender’s own words, changed; what somebody else changed meanwhile is told by the base. */
export const EditIdeaForm = ({ idea, close }: { idea: Idea; close: () => void }) => {
  const { change, problem, details } = idea
  const { base, typed, type, drop } = useTexts(`edit:${idea.id}`, { change, problem, details })
  const end = (): void => {
    drop()
    close()
  }
  const fields = [
    { name: 'change', label: strings.change, most: limits.sentence },
    { name: 'problem', label: strings.why, most: limits.sentence },
    { name: 'details', label: words.details, most: limits.text },
  ] as const
  return (
    <GuardedForm
      label={words.editTitle}
      submit={words.save}
      cancel={end}
      done={end}
      wanted={() => {
        if (typed.change.trim() === '') return words.needsChange
        const changed = fields.map(({ name }) => name).filter((name) => typed[name].trim() !== base[name])
        if (changed.length === 0) return []
        const only = (from: typeof base) => Object.fromEntries(changed.map((name) => [name, from[name]]))
        return [{ name: 'editIdea', args: { idea: idea.id, set: only(typed), base: only(base) } }]
      }}
    >
      {fields.map(({ name, label, most }) => (
        <TextField key={name} id={`edit-${name}`} label={label} most={most} text={typed[name]} type={(text) => type({ [name]: text })} />
      ))}
    </GuardedForm>
  )
}
