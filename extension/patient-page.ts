import * as v from 'valibot'
import { browser } from 'wxt/browser'
import { patientInfoTypes } from '../shared/checked.ts'
import type { KnownIdentifier } from '../shared/patient-info/finding.ts'

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))
const knownSchema = v.array(v.object({ type: v.picklist(patientInfoTypes), value: v.pipe(v.string(), v.maxLength(2000)) }))
const patientPageSchema = v.object({ patients: countSchema, known: v.pipe(knownSchema, v.maxLength(10_000)) })

/** What a tab shows of patients. `known` is for memory only: it must never be stored, hashed, logged or sent. */
export interface TabPatients {
  patients: number
  known: readonly KnownIdentifier[]
  /** The browser's random name for the document that was read, '' where it gives none; says nothing about what it shows. */
  page: string
}

/**
 * Reads what a tab shows of patients; `undefined` where the browser lets no extension read it. An answer that cannot be
 * believed counts as a patient's page: the mistake costs a title.
 */
export const readTabPatients = async (tab: number): Promise<TabPatients | undefined> => {
  let frame
  try {
    ;[frame] = await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/portal.js'] })
  } catch {
    return undefined
  }
  const read = v.safeParse(patientPageSchema, frame?.result)
  return { ...(read.success ? read.output : { patients: 1, known: [] }), page: frame?.documentId ?? '' }
}
