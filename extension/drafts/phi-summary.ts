import type { Checked, Counts } from '../../shared/domain/phi-summary.ts'
import type { KnownIdentifier, PatientInfoType } from '../../shared/phi/detect.ts'
import type { Draft, DraftForm, GuardedField } from '../store/draft.ts'
import { answeredIn } from './phi-findings.ts'

const most = 999

/** Counts with some more of these types. */
export const counted = (counts: Counts, types: readonly PatientInfoType[]): Counts => {
  const sum = { ...counts }
  for (const type of types) sum[type] = Math.min(most, (sum[type] ?? 0) + 1)
  return sum
}

const typesOf = (counts: Counts): PatientInfoType[] =>
  Object.entries(counts).flatMap(([type, count]) => Array.from({ length: count }, () => type as PatientInfoType))

/** The record of what was done about findings in these fields, or nothing where nothing was: types and counts only. */
export const checkedOf = (
  draft: Draft,
  form: DraftForm,
  known: readonly KnownIdentifier[],
  names: readonly GuardedField[],
): { checked?: Checked } => {
  const replaced = counted(
    {},
    names.flatMap((name) => typesOf(form.replaced?.[name] ?? {})),
  )
  const notPatient = counted(
    {},
    answeredIn(draft, form, known)
      .filter(({ name }) => names.includes(name))
      .map(({ type }) => type),
  )
  return Object.keys(replaced).length + Object.keys(notPatient).length > 0 ? { checked: { replaced, notPatient } } : {}
}
