import { type PanelTextName, panelTexts } from '../../../shared/domain/idea-fields.ts'
import { mostOf, question } from '../parts/field-question.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { GuardedForm } from '../parts/guarded-form.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useTexts } from '../state/use-texts.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { homeMessages } from '../../i18n/home.ts'

/** What the panel asks for of an idea, as it stands there. */
const textsOf = (idea: Idea) => Object.fromEntries(panelTexts.map((name) => [name, idea[name] ?? ''])) as Record<PanelTextName, string>

/** The sender’s own words, changed; what somebody else changed meanwhile is told by the base. */
export const EditIdeaForm = ({ idea, close }: { idea: Idea; close: () => void }) => {
  const { base, typed, type, drop } = useTexts(`edit:${idea.id}`, textsOf(idea))
  const end = (): void => {
    drop()
    close()
  }
  return (
    <GuardedForm
      label={homeMessages.editTitle}
      submit={panelMessages.save}
      cancel={end}
      done={end}
      wanted={() => {
        if (typed.change.trim() === '') return homeMessages.needsChange
        const changed = panelTexts.filter((name) => typed[name].trim() !== base[name])
        if (changed.length === 0) return []
        const only = (from: typeof base) => Object.fromEntries(changed.map((name) => [name, from[name]]))
        return [{ name: 'editIdea', args: { idea: idea.id, set: only(typed), base: only(base) } }]
      }}
    >
      {panelTexts.map((name) => (
        <TextField
          key={name}
          id={`edit-${name}`}
          label={question(name)}
          most={mostOf(name)}
          text={typed[name]}
          type={(text) => type({ [name]: text })}
        />
      ))}
    </GuardedForm>
  )
}
