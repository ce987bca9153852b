import type { LanguageLabels } from './language-labels.ts'

/** What tells English, and its labels of numbers beside those of `numbers.ts`: how the numbers of all countries are called in English. */
export const en: LanguageLabels = {
  language: 'en',
  smallWords:
    'the of and to is was with for that on at by from not are be had her his he she it they we you this were been who which when after before if or an our their would should could will more than because but there what how about',
  numbers: {
    MRN: 'IHI|NHI|CHI|HCN|PHN|personal health number|hospital no|unit no|patient no|hosp no',
    HEALTH_PLAN: 'medicare no|medicare number|OHIP|health card|RAMQ|AHCIP|MBI|DVA',
    SSN: 'PPSN|PPS|SIN|NINO|NI number|TFN|ITIN|national insurance number|AHV|social insurance number|fiscal code|tax code|personal identity code|personal identification number|resident registration number|national number|national register number|birth number|civil registration number',
    ID: 'national id|national identity number|identity number|id card|citizen id|tax id|tax number|personal number|personal id|resident identity card|unique id|subject id|subject number|subject no|participant id|participant number|participant no|participant?|subject?|screening number|enrolment number|enrollment number|PAN',
    LICENSE: 'GMC|NMC|AHPRA|DEA',
  },
  beds: 'room|rm|bed',
  initials: 'initials',
  // English phones have rules of their own.
  phones: '',
}
