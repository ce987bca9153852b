import { own } from '../../values/own.ts'
import type { Candidate, PatientInfoType } from '../finding.ts'
import { isRecord } from '../language-pack.ts'

const found = (start: number, end: number, type: PatientInfoType): Candidate => ({
  start,
  end,
  type,
  evidence: 'shaped',
  why: 'phi-pasted-record',
})

/** The parts of `value` between its signs: names and numbers without what parts them, so that a long field is not marked as one. */
const valueAt = (start: number, value: string, type: PatientInfoType): Candidate[] =>
  /[\p{L}\p{N}]/u.test(value) ? [found(start, start + value.length, type)] : []

/** HL7 v2.5.1, chapters 3 and 6: the fields of each segment that are about a person, counted from 1. */
const fields: Readonly<Record<string, Readonly<Record<number, PatientInfoType>>>> = {
  PID: {
    2: 'MRN',
    3: 'MRN',
    4: 'MRN',
    5: 'NAME',
    6: 'NAME',
    7: 'DATE',
    9: 'NAME',
    11: 'LOCATION',
    12: 'LOCATION',
    13: 'PHONE',
    14: 'PHONE',
    18: 'ACCOUNT',
    19: 'SSN',
    20: 'LICENSE',
    21: 'MRN',
    23: 'LOCATION',
    29: 'DATE',
  },
  NK1: {
    2: 'NAME',
    4: 'LOCATION',
    5: 'PHONE',
    6: 'PHONE',
    12: 'ID',
    16: 'DATE',
    30: 'NAME',
    31: 'PHONE',
    32: 'LOCATION',
    33: 'ID',
    37: 'SSN',
  },
  PV1: { 3: 'FACILITY', 5: 'ID', 7: 'NAME', 8: 'NAME', 9: 'NAME', 17: 'NAME', 19: 'MRN', 44: 'DATE', 45: 'DATE', 50: 'ID' },
  GT1: {
    2: 'ID',
    3: 'NAME',
    4: 'NAME',
    5: 'LOCATION',
    6: 'PHONE',
    7: 'PHONE',
    8: 'DATE',
    12: 'SSN',
    16: 'NAME',
    17: 'LOCATION',
    18: 'PHONE',
  },
  IN1: { 2: 'HEALTH_PLAN', 8: 'HEALTH_PLAN', 16: 'NAME', 18: 'DATE', 19: 'LOCATION', 36: 'HEALTH_PLAN', 49: 'HEALTH_PLAN' },
  OBR: { 2: 'MRN', 3: 'MRN', 7: 'DATE', 16: 'NAME', 32: 'NAME' },
  MSH: { 4: 'FACILITY', 6: 'FACILITY', 7: 'DATE' },
}

function inSegments(text: string): Candidate[] {
  return [...text.matchAll(/(?<=^|[\r\n])(PID|NK1|PV1|GT1|IN1|OBR|MSH)\|([^\r\n]*)/g)].flatMap(
    ({ 0: whole, 1: name = '', 2: rest = '', index }) => {
      let start = index + whole.length - rest.length
      // The first field of MSH is the separator itself.
      return rest.split('|').flatMap((value, at): Candidate[] => {
        const type = own(fields, name)?.[name === 'MSH' ? at + 2 : at + 1]
        const here = start
        start += value.length + 1
        return type === undefined ? [] : valueAt(here, value, type)
      })
    },
  )
}

const keys: Readonly<Record<string, PatientInfoType>> = {
  family: 'NAME',
  given: 'NAME',
  name: 'NAME',
  text: 'NAME',
  birthDate: 'DATE',
  birthTime: 'DATE',
  deceasedDateTime: 'DATE',
  line: 'LOCATION',
  streetAddressLine: 'LOCATION',
  city: 'LOCATION',
  postalCode: 'LOCATION',
  value: 'ID',
  extension: 'ID',
  telecom: 'PHONE',
}
/** HL7 FHIR R4 in JSON: the values of a person's names, identifiers, addresses and ways to reach them. */
const inJson = /"(family|given|birthDate|deceasedDateTime|line|city|postalCode|value|text)"\s*:\s*(\[[^\]]{0,400}\]|"[^"\n]{0,200}")/g
/** FHIR in XML, and HL7 CDA R2 (`<given>`, `<id extension="…">`, `<telecom value="tel:…">`). */
const inAttributes =
  /<(family|given|birthDate|deceasedDateTime|line|city|postalCode|value|text|birthTime|telecom)\b[^>]{0,80}?\svalue="(?:tel:|mailto:)?([^"]{1,200})"|<id\b[^>]{0,120}?\s(extension)="([^"]{1,80})"/g
const inElements = /<(family|given|name|streetAddressLine|city|postalCode)(?:\s[^>]{0,80})?>([^<]{1,200})<\//g

/** A text stands for a name only inside one; other texts are of codes. */
const isOfName = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 200), at)
  return before.lastIndexOf('name') > Math.max(before.lastIndexOf('cod'), before.lastIndexOf('div'))
}

function inTree(text: string): Candidate[] {
  const candidate = (key: string, value: string, end: number): Candidate[] =>
    (key === 'text' && !isOfName(text, end - value.length)) || (key === 'value' && !/\d|@/.test(value))
      ? []
      : valueAt(end - value.length, value, own(keys, key) ?? 'ID')
  return [
    ...[...text.matchAll(inJson)].flatMap(({ 0: whole, 1: key = '', 2: value = '', index }) =>
      candidate(key, value.slice(1, -1), index + whole.length - 1),
    ),
    ...[...text.matchAll(inAttributes)].flatMap(({ 0: whole, 1: key, 2: value, 3: id = '', 4: code = '', index }) =>
      candidate(key ?? id, value ?? code, index + whole.length - 1),
    ),
    ...[...text.matchAll(inElements)].flatMap(({ 0: whole, 1: key = '', 2: value = '', index }) =>
      candidate(key, value, index + whole.length - 2),
    ),
  ]
}

/** DICOM PS3.6: the tags and keywords of a person, as tools print them. */
const dicom =
  /(?<=^|[\r\n])\s{0,8}(?:\(?(?:0010, ?(?:0010|0020|0030|0050|1000|1001|1005|1040|1060|2154|2160|21b0|4000)|0008, ?(?:0020|0050|0080|0081|0090|1010|1048|1050|1060|1070)|0032, ?1032|0040, ?a123)\)?|(?:Patient(?:'?s)? ?(?:Name|ID|Birth ?Date|Address|TelephoneNumbers?|Mother'?s? ?Birth ?Name)|OtherPatientIDs|Accession ?Number|(?:Referring|Performing|Requesting) ?Physician'?s? ?(?:Name)?|Institution ?Name|Operators'? ?Name)\b)[^\r\n]{0,200}/gi
/** The value of such a line: in square brackets (dcmdump), in quotation marks behind its type (pydicom), or behind a colon. */
const values: readonly RegExp[] = [/\[([^\]]{1,120})\]/, /[A-Z]{2}: ?['"]([^'"]{1,120})['"]/, /[=:]\s{0,20}"?([^\s"#[][^"#]{0,100})/]
const vcard =
  /(?<=^|[\r\n])(?:item\d\.)?(FN|N|NICKNAME|BDAY|ANNIVERSARY|TEL|EMAIL|ADR|LABEL|UID|ORG|URL|NOTE|X-[A-Z-]{1,30})(?:;[^:\r\n]{0,80})?:([^\r\n]{1,200})/g
const cards: Readonly<Record<string, PatientInfoType>> = {
  BDAY: 'DATE',
  ANNIVERSARY: 'DATE',
  TEL: 'PHONE',
  EMAIL: 'EMAIL',
  ADR: 'LOCATION',
  LABEL: 'LOCATION',
  UID: 'ID',
  ORG: 'FACILITY',
  URL: 'URL',
}

/** Every value of a person in a pasted record: HL7 v2, FHIR in JSON and XML, C-CDA, what tools print of DICOM, vCards. */
export function findInRecords(text: string): Candidate[] {
  if (!isRecord(text)) return []

  return [
    ...inSegments(text),
    ...inTree(text),
    ...[...text.matchAll(dicom)].flatMap(({ 0: line, index }) => {
      const value = values.flatMap((pattern) => pattern.exec(line) ?? [])[1]?.trimEnd() ?? ''
      return valueAt(index + line.lastIndexOf(value), value, /\d/.test(value) ? 'ID' : 'NAME')
    }),
    ...(text.includes('BEGIN:VCARD')
      ? [...text.matchAll(vcard)].flatMap(({ 0: whole, 1: key = '', 2: value = '', index }) =>
          valueAt(index + whole.length - value.length, value, own(cards, key) ?? 'NAME'),
        )
      : []),
  ]
}
