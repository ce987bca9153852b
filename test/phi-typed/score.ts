import '../../shared/phi/by-language/provide.ts'
import { findPatientInfo } from '../../shared/phi/detect.ts'
import { cleanTemplates } from './clean.ts'
import { englishTemplates } from './english.ts'
import { isHeldOut, madeFrom, type MadeText } from './made.ts'
import { otherTemplates } from './other-languages.ts'
import { spanishTemplates } from './spanish.ts'
import type { Locale } from './values.ts'

/** How the guard reads texts of one kind. */
export interface Score {
  texts: number
  /** Identifiers, and those of which every letter and digit is found. */
  spans: number
  covered: number
  /** Texts of which all identifiers are. */
  free: number
  /** Templates with a leak: one text of each with what leaked. */
  leaks: Map<string, string[]>
}

/** What of a text's identifiers is not found. */
const leaksOf = ({ text, spans, field }: MadeText): string[] => {
  const seen = new Uint8Array(text.length)
  for (const { start, end } of findPatientInfo(text, { field })) seen.fill(1, start, end)
  return spans
    .filter(({ start, end }) =>
      text
        .slice(start, end)
        .split('')
        .some((sign, at) => seen[start + at] === 0 && /[\p{L}\p{N}]/u.test(sign)),
    )
    .map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)
}

const scoreOf = (made: readonly MadeText[]): Score => {
  const score: Score = { texts: made.length, spans: 0, covered: 0, free: 0, leaks: new Map() }
  for (const one of made) {
    const leaks = leaksOf(one)
    score.spans += one.spans.length
    score.covered += one.spans.length - leaks.length
    if (leaks.length === 0) score.free += 1
    else score.leaks.set(one.template, [one.text, ...leaks])
  }
  return score
}

const alarmsOf = (made: readonly MadeText[]): { texts: number; alarmed: number; alarms: Map<string, string[]> } => {
  const alarms = new Map<string, string[]>()
  let alarmed = 0
  for (const { template, text, field } of made) {
    const found = findPatientInfo(text, { field })
    if (found.length === 0) continue
    alarmed += 1
    alarms.set(template, [text, ...found.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)])
  }
  return { texts: made.length, alarmed, alarms }
}

const each = 20

/** Made texts of a language, and of its clean ones: those looked at, or those held out. */
export const scored = (locale: Locale, heldOut: boolean) => {
  const own = { en: englishTemplates, es: spanishTemplates, ...otherTemplates }[locale] ?? ''
  const half = (lines: string): MadeText[] => madeFrom(lines, locale, each).filter(({ template }) => isHeldOut(template) === heldOut)
  return { found: scoreOf(half(own)), clean: alarmsOf(half(cleanTemplates[locale] ?? '')) }
}

export const locales: readonly Locale[] = ['en', 'es', 'fr', 'de', 'pt', 'it']
