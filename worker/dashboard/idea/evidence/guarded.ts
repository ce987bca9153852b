import { guardFor } from '../../data/patient-guard.ts'
import { messages } from '../../i18n/bank.ts'
import { showFound } from '../../ui/found-in-form.ts'

const { problems } = messages

/**
 * What keeps these texts from leaving the bank, in words; '' where nothing does. What the patient guard finds is not even sent to the
 * server, which reads it again; nor is anything while the guard cannot be loaded.
 */
export const wrongIn = async (texts: object): Promise<string> => {
  try {
    const refusal = (await guardFor([texts]))(texts)
    return refusal ? [problems.patient, showFound(null, texts, refusal.reason)].filter(Boolean).join(' ') : ''
  } catch {
    return problems.unguarded
  }
}
