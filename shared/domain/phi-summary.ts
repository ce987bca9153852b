import * as v from 'valibot'
import type { PatientInfoType } from '../phi/finding.ts'

/** Every type once: the compiler misses none. */
const all: Record<PatientInfoType, true> = {
  NAME: true,
  LOCATION: true,
  FACILITY: true,
  DATE: true,
  AGE90: true,
  PHONE: true,
  FAX: true,
  EMAIL: true,
  SSN: true,
  MRN: true,
  HEALTH_PLAN: true,
  ACCOUNT: true,
  LICENSE: true,
  VEHICLE: true,
  DEVICE: true,
  URL: true,
  IP: true,
  ID: true,
}

export const patientInfoTypes = /* @__PURE__ */ Object.keys(all) as PatientInfoType[]
const typeSchema = v.picklist(patientInfoTypes)
const countsSchema = v.record(typeSchema, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)))
/** How many findings of each type. */
export type Counts = v.InferOutput<typeof countsSchema>

/**
 * What a person did about what may identify a patient, before a text was sent: types and counts, never a value, a place in
 * the text or anything worked out from one.
 */
export const checkedSchema = v.object({
  /** Taken out by the program's own replacement. */
  replaced: v.optional(countsSchema, {}),
  /** Said by the person to be no patient's. */
  notPatient: v.optional(countsSchema, {}),
})
export type Checked = v.InferOutput<typeof checkedSchema>
