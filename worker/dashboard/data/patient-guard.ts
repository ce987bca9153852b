import { hasText } from '../../../shared/mutations/engine/forms.ts'
import type { Refusal } from '../../../shared/mutations/engine/mutation.ts'

type Guard = (typeof import('../../../shared/mutations/engine/phi-guard.ts'))['guard']

const loaded = () =>
  Promise.all([
    import('../../../shared/phi/language-pack.ts'),
    import('../../../shared/mutations/engine/phi-guard.ts'),
    import('../../../shared/domain/literature.ts'),
    import('../../../shared/phi/detect.ts'),
  ])

/** Its parts with the rules of other languages, where a text asks for them: without those a text in Spanish would go unread. */
const guardOf = async (asked: readonly object[]) => {
  const [{ asksOtherLanguages, hasLanguages }, { guard, textsIn }, { labelField }, { holdsPatientInfo }] = await loaded()
  if (!hasLanguages() && asked.some((args) => textsIn(args).some(({ text }) => asksOtherLanguages(text))))
    await import('../../../shared/phi/by-language/provide.ts')
  return { guard, textsIn, labelField, holdsPatientInfo }
}

/** The patient guard, able to read these texts. Rejects where a part of it cannot be loaded: then nothing may be sent. */
export const guardFor = async (asked: readonly object[]): Promise<Guard> => (await guardOf(asked)).guard

/** Loads it ahead, for a form in which somebody begins to type. Where that fails, sending says so. */
export const fetchGuard = (): void => void loaded().catch(() => undefined)

/** What the guard refuses of a mutation's arguments, as the server would; it is read here first, so that it does not leave the browser. Rejects as `guardFor`. */
export const patientIn = async (args: object): Promise<Refusal | undefined> => (hasText(args) ? (await guardFor([args]))(args) : undefined)

const asJson = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text))
  } catch {
    return text
  }
}

/** Marks of ours among what somebody keeps for themselves: when they read the news, their language, a switch. */
const mark = /^(?:\d{13}|[a-z]{2,3})$/

/**
 * Whether a name or label that is kept with a person, device or invitation, a saved view (`value`) or words to search for (`q`) name a patient, by the
 * rule of the server (http/typed-text.ts). Rejects as `guardFor`.
 */
export const namesPatient = async (typed: { label?: unknown; name?: unknown; value?: unknown; q?: unknown }): Promise<boolean> => {
  const { label, name, value, q } = typed
  const texts = value === undefined ? { label, name, q } : typeof value === 'string' && mark.test(value) ? {} : { value: asJson(value) }
  if (!Object.values(texts).some(Boolean)) return false
  const { textsIn, labelField, holdsPatientInfo } = await guardOf([texts])
  return textsIn(texts).some(({ text }) => holdsPatientInfo(text, labelField(text)))
}
