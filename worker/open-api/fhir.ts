import * as v from 'valibot'
import * as field from '../../shared/domain/field-schemas.ts'
import type { Operation } from './operation.ts'

/** Values of run charts in the form of FHIR R4. Answers are `application/fhir+json`; what is wrong with a report is said by an OperationOutcome. */
export const fhir = {
  listMeasureReports: {
    method: 'get',
    path: '/fhir/MeasureReport',
    tag: 'FHIR',
    summary: 'Values of a measure of an idea as MeasureReports, the newest first',
    description:
      'FHIR R4. A Bundle of type searchset, one report of type summary for each site and day, up to about 1,000; its link `next` goes on. `measure` is `<idea>.<outcome, process or balancing>`, or the canonical address that reports have.',
    scope: 'read',
    query: {
      measure: v.pipe(v.string(), v.maxLength(400)),
      location: v.optional(v.pipe(field.key, v.description('The key of a site.'))),
      before: v.optional(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.description('Only values of days before this one.'))),
    },
    files: ['application/fhir+json'],
    also: [404],
  },
  sendMeasureReports: {
    method: 'post',
    path: '/fhir/MeasureReport',
    tag: 'FHIR',
    summary: 'Record values of measures from MeasureReports',
    description:
      'FHIR R4. One MeasureReport of type summary, or a Bundle of them (collection: all or none that can be read; batch: each by itself). The same site, measure and day again replaces its value; a missing score takes it away. Nothing about a person is accepted: no patient, individual report, list of subjects or other clinical resource. Also as `application/fhir+json`. A report that cannot be taken is answered with an OperationOutcome.',
    scope: 'propose',
    body: v.looseObject({ resourceType: v.picklist(['MeasureReport', 'Bundle']) }),
    files: ['application/fhir+json'],
    also: [404, 409],
  },
} as const satisfies Record<string, Operation>
