import type { Certainty, PatientInfoType } from '../../../shared/phi/finding.ts'
import { panelMessages } from '../../i18n/panel.ts'
import { translate } from '../../i18n/translate.ts'

/** What was found that may identify a patient, and why it was taken for that. */
export const findingText = ({ certainty, type, why }: { certainty: Certainty; type: PatientInfoType; why: string }): string => {
  const parameters = { type: panelMessages.patientTypes[type], why: translate(why) }
  return certainty === 'high' ? panelMessages.finding(parameters) : panelMessages.findingPerhaps(parameters)
}
