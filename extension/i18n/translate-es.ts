import { jointsEs, ruleSentencesEs } from '../../shared/i18n/sentences-es.ts'
import { findingSentencesEs, guardSentencesEs } from '../../shared/i18n/sentences-patient-es.ts'
import { serverSentencesEs } from '../../shared/i18n/sentences-server-es.ts'
import { translator } from '../../shared/i18n/translation.ts'

export const translate = translator([...ruleSentencesEs, ...serverSentencesEs, ...guardSentencesEs, ...findingSentencesEs], jointsEs)
