import * as v from 'valibot'
import { own } from '../values/own.ts'
import { message, type Message } from '../i18n/message.ts'

/**
 * What kind of item a clip is of. The level follows from the kind by design; it is not an appraisal (OCEBM 2011, 1 is
 * best; guidelines and a network's own data have none).
 */
export const evidenceKinds = [
  { key: 'guideline', level: undefined },
  { key: 'systematic-review', level: 1 },
  { key: 'randomised-trial', level: 2 },
  { key: 'compared-groups', level: 3 },
  { key: 'before-after', level: 4 },
  { key: 'opinion', level: 5 },
  { key: 'local-data', level: undefined },
  { key: 'family-experience', level: undefined },
] as const

export type EvidenceKind = (typeof evidenceKinds)[number]['key']

export const evidenceKindSchema = v.picklist(/* @__PURE__ */ evidenceKinds.map((kind) => kind.key))

/** The OCEBM 2011 level of the design, 1 (best) to 5; `undefined` for kinds that have none, and where nobody said the kind. */
export const levelByDesign = (kind: EvidenceKind | null): number | undefined => evidenceKinds.find((entry) => entry.key === kind)?.level

export const evidenceKindLabel = (kind: EvidenceKind | null): Message => message(`evidence-${kind ?? 'unsaid'}`)

/** The kind that extensions sent where nobody had touched the choice, before they said whether somebody had. */
const oldDefault: EvidenceKind = 'opinion'

/**
 * The kind as somebody said it, or `null`. `kindSaid` tells whether somebody did; where it is missing an older extension sent
 * the clip, whose untouched default cannot be told from a choice of the same kind, and counts as not said.
 */
export const saidKind = ({
  kind,
  kindSaid,
}: {
  kind?: EvidenceKind | null | undefined
  kindSaid?: boolean | undefined
}): EvidenceKind | null => ((kindSaid ?? kind !== oldDefault) ? (kind ?? null) : null)

/**
 * A kind as it is sent. Not said goes as the kind that older servers take for it, which newer ones know by `kindSaid` to be none;
 * `suggested` is what the page's words suggest then, a hint that counts nowhere.
 */
export const kindToSend = (
  kind: EvidenceKind | null,
  suggested: EvidenceKind | null,
): { kind: EvidenceKind; kindSaid: boolean; suggested?: EvidenceKind } => ({
  kind: kind ?? oldDefault,
  kindSaid: kind !== null,
  ...(kind === null && suggested ? { suggested } : {}),
})

/** What an item says of one idea. */
export const directions = ['supports', 'against', 'context'] as const
export type Direction = (typeof directions)[number]

/** What an item says of an idea that it is attached to; whoever attaches it and says nothing else means that it supports it. */
export const directionFor = (
  { directions = {} }: { directions?: Readonly<Record<string, { is: Direction }>> | undefined },
  idea: string,
): Direction => own(directions, idea)?.is ?? 'supports'

/**
 * What somebody who read the study makes of the level of its design. OCEBM 2011: it may be graded down for quality, imprecision,
 * indirectness or inconsistency, and up for a large effect.
 */
export const appraisals = ['as-designed', 'lower', 'higher'] as const
export type Appraisal = (typeof appraisals)[number]
