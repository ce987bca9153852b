import { guardFor } from '../../data/patient-guard.ts'
import { messages as bank } from '../../i18n/bank.ts'
import { newEvidenceMessages } from '../../i18n/new-evidence.ts'
import { showFound } from '../../ui/found-in-form.ts'

const { form: messages } = newEvidenceMessages
const { problems } = bank

/**
 * What keeps these texts from leaving the bank, in words; '' where nothing does. What the patient guard finds is not even sent to the
 * server, which reads it again; nor is anything while the guard cannot be loaded.
 */
export const wrongIn = async (texts: object): Promise<string> => {
  try {
    const refusal = (await guardFor([texts]))(texts)
    return refusal ? [messages.patient, showFound(null, texts, refusal.reason)].filter(Boolean).join(' ') : ''
  } catch {
    return problems.unguarded
  }
}
