import type { Certainty, PatientInfoType, PhiReason } from '../../../shared/phi/finding.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { translateClip } from '../../i18n/translate-clip.ts'

/** What was found that may identify a patient, and why it was taken for that. */
export const findingText = ({ certainty, type, why }: { certainty: Certainty; type: PatientInfoType; why: PhiReason }): string => {
  const parameters = { type: panelMessages.patientTypes[type], why: translateClip({ code: why }) }
  return certainty === 'high' ? panelMessages.finding(parameters) : panelMessages.findingPerhaps(parameters)
}
