import type { ComponentChildren } from 'preact'
import type { Framework } from '../../../shared/domain/framework.ts'
import { draft, dropDrafts } from '../data/drafts.ts'
import { MutationForm } from '../ui/mutation-form.tsx'
import { settingsMessages as messages } from '../i18n/settings.ts'

type Field = keyof Framework

interface Props<Part> {
  name: string
  title: string
  now: Part
  /** What is wrong with it, in words; empty if nothing is. */
  problem: (part: Part) => string
  /** The settings that the part stands for. */
  asSettings: (part: Part) => Partial<Pick<Framework, Field>>
  children: (part: Part, change: (part: Part) => void) => ComponentChildren
}

/**
 * One part of the settings, saved by itself. What is being changed is kept in this tab as a draft beside what was there when it
 * began, so that the server can join it with what somebody else saved meanwhile.
 */
export const SettingsForm = <Part,>({ name, title, now, problem, asSettings, children }: Props<Part>) => {
  const form = `settings/${name}/`
  // The base is kept with what is typed: after a reload, too, the server must know what this person had seen.
  const kept = draft(`${form}all`)
  const typed = kept.text.value === '' ? undefined : (JSON.parse(kept.text.value) as { base: Part; part: Part })
  const [base, part] = typed ? [typed.base, typed.part] : [now, now]
  const change = (next: Part): void => {
    const same = JSON.stringify(next) === JSON.stringify(base)
    kept.text.value = same ? '' : JSON.stringify({ base, part: next })
  }
  return (
    <section class="card settings-part" aria-labelledby={`settings-${name}`}>
      <h2 id={`settings-${name}`}>{title}</h2>
      <MutationForm
        name="configureFramework"
        drafts={form}
        submit={messages.save}
        done={messages.saved}
        onCancel={typed ? () => dropDrafts(form) : undefined}
        args={() => (typed ? problem(part) || { set: asSettings(part), base: asSettings(base) } : messages.unchanged)}
      >
        {children(part, change)}
      </MutationForm>
    </section>
  )
}
