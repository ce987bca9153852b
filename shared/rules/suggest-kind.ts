import type { EvidenceKind } from '../domain/evidence-kinds.ts'
import { subjectRules, titleRules, typeRules, wordRules, type KindRule } from './kind-rules.ts'
import { standingOfTitle, standingOfTypes } from '../citations/standing.ts'
import { message, type Message } from '../i18n/message.ts'

/** What a page says of its item. */
export interface ItemSigns {
  title?: string | undefined
  /** MEDLINE's publication types or a publisher's article type, as printed. */
  publicationTypes?: readonly string[] | undefined
  /** MeSH headings and keywords. */
  subjects?: readonly string[] | undefined
  /** Headings of a structured abstract. */
  sections?: readonly string[] | undefined
  abstract?: string | undefined
}

/** A kind with the words that it was read from, to be shown beside the choice. */
export interface KindSuggestion {
  kind: EvidenceKind
  reason: Message
}

const shown = (word: string): string => word.slice(0, 80).trim()

/** The first rule that one of the texts fits, with the words that fit. */
const found = (rules: readonly KindRule[], texts: readonly string[]): { kind: EvidenceKind; word: string } | undefined => {
  for (const [kind, pattern] of rules)
    for (const text of texts) {
      const word = pattern.exec(text)?.[0]
      if (word) return { kind, word }
    }
  return undefined
}

/** Types that say that something was printed, not how it was studied. */
const emptyTypes =
  /^(journal[ -]?article|research(-|\s)article|article|original[ -]?(article|paper|research|investigation)|text|research|research support.*|full-length article)$/i

/** MeSH marks what was studied in: an item on animals alone is of mechanism, whatever its design. */
const animalsAlone = (subjects: readonly string[]): boolean =>
  subjects.some((subject) => /^(?:animals|mice|rats)$/i.test(subject)) && !subjects.some((subject) => /^humans?$/i.test(subject))

/** SQUIRE 2.0 asks an improvement report for its local problem and its interventions. */
const isImprovementReport = (sections: readonly string[]): boolean =>
  sections.some((heading) => /local problem|problema local/i.test(heading)) &&
  sections.some((heading) => /intervention|intervenci/i.test(heading))

const saidBy = (types: readonly string[], title: string): KindSuggestion | undefined => {
  const type = found(typeRules, types)
  const inTitle = found(titleRules, [title])
  // A bare "review" or "letter" is what was printed; how it was done the title may say better.
  if (type && !(type.kind === 'opinion' && inTitle && inTitle.kind !== 'opinion' && /^(?:invited )?review/i.test(type.word)))
    return { kind: type.kind, reason: message('kind-by-type', { word: shown(type.word) }) }
  return inTitle && { kind: inTitle.kind, reason: message('kind-by-title', { word: shown(inTitle.word) }) }
}

/**
 * The kind of an item by what its page says, with the words it was read from: publication types are believed before the title,
 * the title before subjects and abstract. `undefined` where nothing is said, and for notices and corrections, which carry the
 * title of another item. A suggestion is a hint: it is a kind only once somebody chooses it.
 */
export const suggestKind = ({
  title = '',
  publicationTypes = [],
  subjects = [],
  sections = [],
  abstract = '',
}: ItemSigns): KindSuggestion | undefined => {
  const types = publicationTypes
    .map((type) => type.slice(0, 200).trim())
    .filter((type) => !emptyTypes.test(type) && !/\bas topic$/i.test(type))
  const [own, standing] = [title.slice(0, 500), standingOfTypes(types) ?? standingOfTitle(title)]
  if (standing !== undefined && standing !== 'retracted') return undefined
  const said = saidBy(types.slice(0, 40), own)
  const isStudy = !said || ['randomised-trial', 'compared-groups', 'before-after'].includes(said.kind)
  if (said && !(isStudy && animalsAlone(subjects))) return said
  if (animalsAlone(subjects)) return { kind: 'opinion', reason: message('kind-by-animals') }
  const subject = found(subjectRules, subjects)
  if (subject) return { kind: subject.kind, reason: message('kind-by-subject', { word: shown(subject.word) }) }
  if (isImprovementReport(sections)) return { kind: 'before-after', reason: message('kind-by-headings') }
  const word = found(wordRules, [abstract.slice(0, 4000)])
  return word && { kind: word.kind, reason: message('kind-by-abstract', { word: shown(word.word) }) }
}
