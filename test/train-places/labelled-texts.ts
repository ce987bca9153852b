import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPatientInfo } from '../../shared/phi/detect.ts'
import type { Field, PatientInfoType, PhiFinding } from '../../shared/phi/finding.ts'

export interface Span {
  start: number
  end: number
  type: PatientInfoType
}
export interface Labelled {
  id: string
  text: string
  field: Field
  group: string
  spans: Span[]
  optional?: Span[]
}
/** A number from 0 to 255 that is always the same for a text. */
export const byteOf = (text: string): number => createHash('sha256').update(`gleaner${text}`).digest()[0] ?? 0
const numberOf = ({ id }: Labelled): number => Number(id.split('-').at(-1))
const isMade = ({ group }: Labelled): boolean => group.startsWith('made-')
const templates = new Set([10, 11, 12, 13, 14, 15, 16, 17, 18].toSorted((a, b) => byteOf(`t${a}`) - byteOf(`t${b}`)).slice(0, 5))
/** The case or the template that a text is from: texts of one are never on both sides. */
export const originOf = (row: Labelled): string =>
  isMade(row) ? `template ${Math.floor(numberOf(row) / 12)}` : row.id.replace(/-\d+$/, '')
/** Whether a text belongs to the quarter that neither the rules nor the weights were made with. */
export const isHeldOut = (row: Labelled): boolean => {
  if (!isMade(row)) return byteOf(originOf(row)) < 64
  return templates.has(Math.floor(numberOf(row) / 12)) || (numberOf(row) >= 240 && byteOf(row.id) < 64)
}

/** A labelled text with what the rules alone find in it. */
export interface Sample {
  row: Labelled
  rules: readonly PhiFinding[]
}

const rowsIn = (path: string): Labelled[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled)

export const readSamples = (folder: string): Sample[] =>
  ['positives', 'negatives']
    .flatMap((name) => rowsIn(join(folder, `${name}.jsonl`)))
    .map((row) => ({ row, rules: findPatientInfo(row.text, { field: row.field }) }))
