import { findPatientInfo, type PatientInfoType } from '../../shared/phi/detect.ts'
import { counted } from './phi-summary.ts'
import type { DraftForm, GuardedField } from '../store/draft.ts'
import type { FormFinding } from './phi-findings.ts'

const words: Record<PatientInfoType, string> = {
  NAME: '[name]',
  LOCATION: '[place]',
  FACILITY: '[hospital]',
  DATE: '[date]',
  AGE90: '90 or older',
  PHONE: '[phone]',
  FAX: '[fax]',
  EMAIL: '[e-mail]',
  SSN: '[number]',
  MRN: '[number]',
  HEALTH_PLAN: '[number]',
  ACCOUNT: '[number]',
  LICENSE: '[number]',
  VEHICLE: '[number]',
  DEVICE: '[number]',
  URL: '[address]',
  IP: '[address]',
  ID: '[number]',
}

const oldest = 89

/** A year may stay, unless it can tell an age over 89. */
const datedWord = (excerpt: string): string => {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(excerpt)?.[0]
  return year && new Date().getFullYear() - Number(year) <= oldest ? `[date, ${year}]` : words.DATE
}

const spliced = (text: string, { start, end }: { start: number; end: number }, put: string): string =>
  text.slice(0, start) + put + text.slice(end)

/** What one finding is replaced with; never something that is found again. */
export const wordFor = ({ type, text, start, end, excerpt }: FormFinding): string => {
  if (type !== 'DATE') return words[type]
  const dated = datedWord(excerpt)
  const after = spliced(text, { start, end }, dated)
  const isFound = findPatientInfo(after, { field: 'note' }).some((found) => found.start < start + dated.length && found.end > start)
  return isFound ? words.DATE : dated
}

/** A part of an address leads to the whole of it, so an address goes as a whole. */
const replacedIn = (name: GuardedField, findings: readonly FormFinding[]): string => {
  if (name === 'address') return ''
  // From the end, so that the places before stay right.
  return findings.toReversed().reduce((text, finding) => spliced(text, finding, wordFor(finding)), findings[0]?.text ?? '')
}

/** The change to a form that takes these findings out of its texts and counts them. They must be of the form as it is. */
export const replacing = (form: DraftForm, findings: readonly FormFinding[]): Partial<DraftForm> => {
  const change: Partial<DraftForm> = {}
  const replaced = { ...form.replaced }
  for (const [name, own] of Map.groupBy(findings, ({ name }) => name)) {
    const types = own.map(({ type }) => type)
    change[name] = replacedIn(name, own)
    replaced[name] = counted(replaced[name] ?? {}, types)
  }
  return { ...change, replaced }
}

/** The change to a form that remembers "this is not a patient", for this text in this field alone. */
export const answering = (form: DraftForm, { name, type, excerpt }: FormFinding): Partial<DraftForm> => ({
  notPatient: [...(form.notPatient ?? []), { name, type, text: excerpt }],
})
