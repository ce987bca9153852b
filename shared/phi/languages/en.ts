import type { LanguageLabels, NumberType } from './language-labels.ts'

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

/**
 * What English writes before the numbers of a person most often, as parts of expressions; read by `numbers.ts`, which takes more
 * words between a label and its number than the labels above allow. `stated`: it says so everywhere; `shaped`: only outside papers.
 */
export const englishNumbers: readonly { type: NumberType; evidence: 'stated' | 'shaped'; words: string }[] = [
  { type: 'SSN', evidence: 'stated', words: 'ssn|ss#|soc(?:ial)? sec(?:urity)?|national insurance|nino|social insurance' },
  {
    type: 'MRN',
    evidence: 'stated',
    words:
      'mrns?|mr ?#|med(?:ical)? rec(?:ord)?|pat(?:ient)? (?:id|identifier|number|no|num)|pt ?(?:id|#|no)|nhs|hospital (?:number|no|id)|chart ?(?:number|no|#|id)|unit (?:number|no|#)|dod id|edipi|urn|umrn|uhid|pid|empi',
  },
  {
    type: 'MRN',
    evidence: 'shaped',
    words:
      'mr (?:no|number)|chart|fin|csn|har|accession|acc ?#|encounter|visit(?: ?(?:id|number|no|#))|case ?(?:number|no|#|id)|episode (?:id|number)|record|specimen|order ?(?:number|id|#)|referral (?:id|number|#)|requisition|barcode|wristband|band',
  },
  {
    type: 'HEALTH_PLAN',
    evidence: 'stated',
    words:
      'insurance|insurer|policy|member|subscriber|beneficiary|mbi|hicn|medicare|medicaid|health (?:id|plan|card|insurance)|plan id|ins|group (?:number|no|#|id)|payer|payor|coverage',
  },
  {
    type: 'ACCOUNT',
    evidence: 'shaped',
    words: 'acct|account|credit card|debit card|card|iban|bank|billing|invoice|guarantor (?:id|number)|visa|mastercard|amex',
  },
  { type: 'LICENSE', evidence: 'shaped', words: "licen[sc]e|driver'?s?|(?<!\\/)dl|dea|npi|passport|certificate|permit" },
  { type: 'VEHICLE', evidence: 'shaped', words: 'plate|plates|vin|registration|vehicle' },
  { type: 'DEVICE', evidence: 'shaped', words: 'serial|s/n|sn|device|udi|imei|implant|pacemaker|pump|controller|lot' },
  {
    type: 'ID',
    evidence: 'shaped',
    words: 'id|identifier|i\\.d|identification|reference|ref|employee|student|confirmation|ticket|tracking|token|member number',
  },
]
