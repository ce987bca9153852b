import type { Certainty, PatientInfoType, PhiReason } from '../../../shared/phi/finding.ts'
import { homeMessages } from '../../i18n/home.ts'
import { translateFinding } from '../../i18n/translate-finding.ts'

/** What was found that may identify a patient, and why it was taken for that. */
export const findingText = ({ certainty, type, why }: { certainty: Certainty; type: PatientInfoType; why: PhiReason }): string => {
  const parameters = { type: homeMessages.patientTypes[type], why: translateFinding({ code: why }) }
  return certainty === 'high' ? homeMessages.finding(parameters) : homeMessages.findingPerhaps(parameters)
}
