import { existsSync, readFileSync } from 'node:fs'
import type { Reply } from '../../../shared/lookups/answer.ts'

/** Answers that real services gave; they lie beside the project and are not part of it. */
const folder = new URL('../../../../shared/lookups/', import.meta.url)
export const haveRecordings = existsSync(folder)

export const recordedText = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** The answer as it came, with 200: some recordings wrap it together with its headers. */
export const recorded = (name: string): Reply => {
  const text = recordedText(name)
  const value = name.endsWith('.json') ? (JSON.parse(text) as { body?: unknown }) : undefined
  return { status: 200, body: value?.body !== undefined ? JSON.stringify(value.body) : text }
}

export interface RecordedCase {
  case: string
  request: string
  status: number
  headers: Record<string, string>
  body: unknown
}
export const recordedCases = (name: string): RecordedCase[] => JSON.parse(recordedText(name)) as RecordedCase[]

export const replyOf = ({ status, headers, body }: RecordedCase): Reply => ({
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body ?? ''),
  ...(headers?.['retry-after'] && { waitSeconds: Number(headers['retry-after']) }),
})
