import type { Context } from 'hono'
import * as v from 'valibot'
import { isOversized } from '../../shared/sync/argument-size.ts'
import { textsIn } from '../../shared/mutations/engine/phi-guard.ts'
import { hasLetter, plainText } from '../../shared/values/plain-text.ts'
import { labelField } from '../../shared/domain/literature.ts'
import { holdsPatientInfo } from '../../shared/phi/detect.ts'
import { problem } from './problem.ts'
import type { Whole } from './route.ts'
import { message, type Message, type PlainCode } from '../../shared/i18n/message.ts'

/** Said as it stands to whoever typed it. */
const noName: PlainCode = 'problem-name-without-letter'
const ofPatient: PlainCode = 'problem-text-of-patient'

/**
 * A member's own name, or what somebody calls a device, a passkey, an invitation or a member; at most so many characters: composed,
 * without anything unseen, with a letter or empty, and read by the patient guard as names are.
 */
export const typedName = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(4 * most),
    v.transform(plainText),
    v.maxLength(most),
    v.check((text) => text === '' || hasLetter(text), noName),
    v.check((text) => !holdsPatientInfo(text, labelField(text)), ofPatient),
  )

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A text that a person keeps at the server for themselves, JSON or not: all of it is read, as names are. */
export const keptText = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.check((text) => {
      const value = asJson(text)
      return !isOversized(value) && !textsIn({ value }).some((one) => holdsPatientInfo(one.text, labelField(one.text)))
    }, ofPatient),
  )

/** 400 with what is wrong with a text that was typed, or else with what the route expects. */
export const notTaken = (c: Context, issues: readonly v.BaseIssue<unknown>[], otherwise: Message): Whole<never> => {
  const holds = (code: PlainCode): boolean => issues.some((issue) => issue.message === code)
  if (holds(ofPatient)) return problem(c, 400, 'patient-information', message(ofPatient))
  return problem(c, 400, 'malformed', holds(noName) ? message(noName) : otherwise)
}

/** The first of these names that can be shown, for one that somebody else vouches for and nobody here can mend. */
export const shownName = (...names: readonly string[]): string =>
  names.map((name) => plainText(name).slice(0, 120)).find((name) => hasLetter(name) && !holdsPatientInfo(name, 'quote')) ?? 'A member'
