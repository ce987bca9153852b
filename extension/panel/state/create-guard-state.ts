import { effect, signal } from '@preact/signals'
import type { Draft, DraftForm, GuardedField } from '../../store/draft.ts'
import { fieldsOf } from '../../drafts/clip-fields.ts'
import type { FormFinding } from '../../drafts/phi-findings.ts'
import type { createFormState } from './create-form-state.ts'
import type { loadRules, Rules } from './load-rules.ts'
import type * as page from './page-memory.ts'
import type * as panel from './panel-state.ts'

/** What the guard reads of the rest of the panel. */
export interface GuardParts
  extends
    Pick<typeof panel, 'database' | 'draft' | 'drafts' | 'policy'>,
    Pick<ReturnType<typeof createFormState>, 'decided' | 'edit' | 'form'>,
    Pick<typeof page, 'memory'> {
  loadRules: typeof loadRules
}

/** Debounce of the marks while somebody types, in milliseconds. */
const pause = 100

/** Debounce in milliseconds: a draft is copied once nobody has typed in it for so long. */
const stillness = 1000

/** A finding with what would stand in its place. */
export interface ShownFinding extends FormFinding {
  word: string
}

const isSame = (one: FormFinding, other: FormFinding): boolean =>
  one.name === other.name && one.type === other.type && one.start === other.start && one.excerpt === other.excerpt

/** What in the form may identify a patient, and what is done with it. */
export const createGuardState = ({ database, decided, draft, drafts, edit, form, loadRules, memory, policy }: GuardParts) => {
  /** What is marked now; it follows the typing after a moment. What is done with it, and saving, looks again. */
  const findings = signal<readonly ShownFinding[]>([])
  const rules = signal<Rules | undefined>(undefined)

  const findingsOf = (name: GuardedField): ShownFinding[] => findings.value.filter((finding) => finding.name === name)

  const found = (): FormFinding[] =>
    (draft.value && rules.value?.findingsIn(draft.value, decided.value, memory.value.known, memory.value.strict)) ?? []

  const show = (): void => {
    findings.value = found().map((finding) => ({ ...finding, word: rules.value?.wordFor(finding) ?? '' }))
    void showByLanguage()
  }

  /** Where a text is in another language than English, its rules are loaded first. */
  const showByLanguage = async (): Promise<void> => {
    if (draft.value && (await rules.value?.languagesFor([decided.value, fieldsOf(draft.value, decided.value)]))) show()
  }

  /** Places move with every letter, so what was pressed is looked for in the form as it is now. */
  const answer = (finding: FormFinding, how: (rules: Rules, present: FormFinding) => Partial<DraftForm>): void => {
    const present = found().find((one) => isSame(one, finding))
    if (present && rules.value) edit(how(rules.value, present))
    show()
  }

  const replaceOne = (finding: FormFinding): void => answer(finding, ({ replacing }, present) => replacing(form.value, [present]))
  const notPatient = (finding: FormFinding): void => answer(finding, ({ answering }, present) => answering(form.value, present))

  /** Everything that is certain, wherever it is; where nothing is, everything. */
  const replaceAll = (): void => {
    const present = found()
    const certain = present.filter(({ certainty }) => certainty === 'high')
    if (present.length > 0 && rules.value) edit(rules.value.replacing(form.value, certain.length > 0 ? certain : present))
    show()
  }

  /** The next one: of the field that is typed in, else the first. */
  const replaceNext = (name: string | undefined): void => {
    const present = found()
    const next = present.find((finding) => finding.name === name) ?? present[0]
    if (next) replaceOne(next)
  }

  /** A draft in which nothing is certain to identify a patient: its text may be written a second time on this computer. */
  const mayCopy = (draft: Draft): boolean =>
    rules.value?.findingsIn(draft, draft.form, [], policy.value.strictPatientCheck).every(({ certainty }) => certainty !== 'high') ?? false

  const copyLookedOver = (): void => {
    effect(() => {
      const present = database.value
      if (!drafts.value || !present) return undefined
      const timer = setTimeout(() => void rules.value?.keepCopies(present, mayCopy), stillness)
      return () => clearTimeout(timer)
    })
  }

  const startGuard = async (): Promise<void> => {
    rules.value = await loadRules()
    effect(() => {
      void [decided.value, draft.value, memory.value]
      const timer = setTimeout(show, pause)
      return () => clearTimeout(timer)
    })
    copyLookedOver()
  }

  return { findings, findingsOf, replaceOne, notPatient, replaceAll, replaceNext, startGuard }
}
