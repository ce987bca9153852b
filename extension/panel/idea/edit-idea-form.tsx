import { limits } from '../../../shared/domain/field-schemas.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { GuardedForm } from '../parts/guarded-form.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useTexts } from '../state/use-texts.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'

/** The sender’s own words, changed; what somebody else changed meanwhile is told by the base. */
export const EditIdeaForm = ({ idea, close }: { idea: Idea; close: () => void }) => {
  const { change, problem, details } = idea
  const { base, typed, type, drop } = useTexts(`edit:${idea.id}`, { change, problem, details })
  const end = (): void => {
    drop()
    close()
  }
  const fields = [
    { name: 'change', label: panelMessages.change, most: limits.sentence },
    { name: 'problem', label: panelMessages.why, most: limits.sentence },
    { name: 'details', label: homeMessages.details, most: limits.text },
  ] as const
  return (
    <GuardedForm
      label={homeMessages.editTitle}
      submit={panelMessages.save}
      cancel={end}
      done={end}
      wanted={() => {
        if (typed.change.trim() === '') return homeMessages.needsChange
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
