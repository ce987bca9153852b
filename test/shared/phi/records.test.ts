import { describe, expect, test } from 'vitest'
import '../../../shared/phi/by-language/provide.ts'
import { findPatientInfo, holdsPatientInfo } from '../../../shared/phi/detect.ts'

const hl7 = `MSH|^~\\&|ADT1|LARKSPUR GENERAL|LAB|LAB2|202403041200||ADT^A01|MSG1|P|2.5
PID|1||4471902^^^LGH^MR||ACHEBE^NGOZI^T||19710304|F|||12 QUARRY BYWAY^^HOLYOKE^MA^01040||4135550142|||||882019|078051120
NK1|1|ACHEBE^CHINUA|BRO|12 QUARRY BYWAY|4135550143
PV1|1|I|4EAST^412^A||||1122^OSEI^KWAME|||CAR`
const json = `{"resourceType":"Patient","id":"p1","identifier":[{"system":"urn:mrn","value":"4471902"}],
"name":[{"use":"official","text":"Ngozi Achebe","family":"Achebe","given":["Ngozi","Temi"]}],
"telecom":[{"system":"phone","value":"413 555 0142"}],"birthDate":"1971-03-04",
"address":[{"line":["12 Quarry Byway"],"city":"Holyoke","postalCode":"01040"}]}`
const xml = `<Patient xmlns="http://hl7.org/fhir"><name><family value="Achebe"/><given value="Ngozi"/></name><birthDate value="1971-03-04"/></Patient>`
const cda = `<ClinicalDocument><recordTarget><patientRole><id extension="4471902" root="1.2.3"/><addr><streetAddressLine>12 Quarry Byway</streetAddressLine><city>Holyoke</city><postalCode>01040</postalCode></addr><telecom value="tel:4135550142"/><patient><name><given>Ngozi</given><family>Achebe</family></name><birthTime value="19710304"/></patient></patientRole></recordTarget></ClinicalDocument>`
const dcmdump = `(0008,0050) SH [ACC88120]                              #   8, 1 AccessionNumber
(0008,0090) PN [OSEI^KWAME]                            #  10, 1 ReferringPhysicianName
(0010,0010) PN [ACHEBE^NGOZI]                          #  12, 1 PatientName
(0010,0020) LO [4471902]                               #   8, 1 PatientID
(0010,0030) DA [19710304]                              #   8, 1 PatientBirthDate`
const pydicom = `(0010, 0010) Patient's Name                      PN: 'Achebe^Ngozi'
(0010, 0020) Patient ID                          LO: '4471902'
(0010, 0030) Patient's Birth Date                DA: '19710304'`
const vcard = `BEGIN:VCARD
VERSION:3.0
N:Achebe;Ngozi;;;
FN:Ngozi Achebe
BDAY:1971-03-04
TEL;TYPE=CELL:413-555-0142
ADR;TYPE=HOME:;;12 Quarry Byway;Holyoke;MA;01040;USA
EMAIL:ngozi@example.org
END:VCARD`

const records: [name: string, text: string, values: string[]][] = [
  [
    'HL7 v2',
    hl7,
    [
      '4471902',
      'ACHEBE',
      'NGOZI',
      '19710304',
      '12 QUARRY BYWAY',
      'HOLYOKE',
      '01040',
      '4135550142',
      '882019',
      '078051120',
      'CHINUA',
      '4135550143',
      'OSEI',
    ],
  ],
  ['FHIR JSON', json, ['4471902', 'Ngozi Achebe', 'Temi', '413 555 0142', '1971-03-04', '12 Quarry Byway', 'Holyoke', '01040']],
  ['FHIR XML', xml, ['Achebe', 'Ngozi', '1971-03-04']],
  ['C-CDA', cda, ['4471902', '12 Quarry Byway', 'Holyoke', '01040', '4135550142', 'Ngozi', 'Achebe', '19710304']],
  ['DICOM by dcmdump', dcmdump, ['ACC88120', 'OSEI', 'KWAME', 'ACHEBE', 'NGOZI', '4471902', '19710304']],
  ['DICOM by pydicom', pydicom, ['Achebe', 'Ngozi', '4471902', '19710304']],
  ['vCard', vcard, ['Achebe;Ngozi', 'Ngozi Achebe', '1971-03-04', '413-555-0142', '12 Quarry Byway;Holyoke', '01040', 'ngozi@example.org']],
]

describe('every value of a person in a pasted record', () => {
  test.each(records)('%s', (_, text, values) => {
    expect(holdsPatientInfo(text, 'note')).toBe(true)
    const certain = findPatientInfo(text, { field: 'note' }).filter(({ certainty }) => certainty === 'high')
    for (const value of values) {
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1))
        expect(
          certain.some(({ start, end }) => start <= at && end >= at + value.length),
          value,
        ).toBe(true)
    }
  })
})

test('what a record is about is no person', () => {
  const observation = '{"resourceType":"Observation","code":{"text":"Heart rate"},"valueQuantity":{"value":80,"unit":"/min"}}'
  expect(findPatientInfo(observation, { field: 'note' })).toEqual([])
})
