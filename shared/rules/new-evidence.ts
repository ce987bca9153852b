import type { Citation } from '../citations/citation.ts'
import { standingOfTypes, standingOfTitle } from '../citations/standing.ts'
import { type EvidenceKind, levelByDesign } from '../domain/evidence-kinds.ts'
import type { Idea } from '../domain/entities.ts'
import type { Message } from '../i18n/message.ts'
import type { Assertion, ItemIds, Said } from '../lookups/assertion.ts'
import { isUnsupported, paperStanding } from '../lookups/paper-standing.ts'
import { stemsOf } from './similarity.ts'
import { suggestKind } from './suggest-kind.ts'

/** A paper as a search found it. */
export interface FoundPaper {
  ids: ItemIds
  citation: Citation
  publicationTypes: readonly string[]
  said: readonly Said[]
  /** When it was first found, in milliseconds since 1970. */
  seen: number
}

/** The same with what its list says of it. */
export interface OfferedPaper extends FoundPaper {
  /** What its publication types, or else its title, say that it is: a suggestion, counted nowhere until somebody says it. */
  kind: EvidenceKind | null
  reason?: Message | undefined
  /** The level of that design, 1 (best) to 5. */
  level?: number | undefined
  /** How many words of the question and of the idea its title has. */
  overlap: number
  /** It is in doubt by a notice. */
  doubted: boolean
}

const asAssertions = (said: readonly Said[], at: number): Assertion[] => said.map((one) => ({ ...one, asked: at }))

/**
 * Whether a paper is offered at all: not one that was retracted, and no notice, erratum or expression of concern, which carries
 * another paper's title. MEDLINE gives each of those a publication type of its own, of which the paper that it is about has none.
 */
const isOffered = ({ said, publicationTypes, citation, seen }: FoundPaper): boolean =>
  standingOfTypes(publicationTypes) === undefined &&
  standingOfTitle(citation.title ?? '') === undefined &&
  !isUnsupported(paperStanding(asAssertions(said, seen)))

const keysOf = ({ doi, pmid }: ItemIds): string[] => [
  ...(doi === undefined ? [] : [`doi:${doi}`]),
  ...(pmid === undefined ? [] : [`pmid:${pmid}`]),
]

/** What an idea dismissed, as keys (`citationKeys`): either number dismisses a paper, since services name DOIs of their own choice. */
export const dismissedKeys = ({ dismissedPapers = [] }: Idea): string[] => dismissedPapers.flatMap(keysOf)

const kindOf = ({ citation: { title = '' }, publicationTypes }: FoundPaper) => suggestKind({ title, publicationTypes })

/** What a record alone decides: whether the paper is ever offered, and whether it is a randomised trial by its design. */
export const verdictOf = (paper: FoundPaper): 'never' | 'offered' | 'randomised' => {
  if (!isOffered(paper)) return 'never'
  return kindOf(paper)?.kind === 'randomised-trial' ? 'randomised' : 'offered'
}

/** Guidelines first, then by the level of the design; what has none or was not recognised last. */
const designRank = ({ kind, level }: OfferedPaper): number => level ?? (kind === 'guideline' ? 0 : 6)

const published = ({ citation }: FoundPaper): number => {
  const [year = 0, month = 0, day = 0] = citation.issued?.['date-parts'][0] ?? []
  return year * 10_000 + month * 100 + day
}

/** The words that matter: of the question, and of the idea's sentence. */
const wordsOf = ({ change, evidenceQuestion: asked }: Idea): Set<string> =>
  new Set(stemsOf([change, asked?.population, asked?.intervention, asked?.comparison, asked?.outcome].filter(Boolean).join(' ')))

/**
 * What an idea's search found, without what was retracted, is a notice, was dismissed, or is a clip of the idea already. In this
 * order: whether the title has any word of the question or the idea, the design, how many words, the date of issue, the newest first.
 * @param clipped The keys (`citationKeys`) of the idea's clips.
 */
export const offered = (idea: Idea, found: readonly FoundPaper[], clipped: ReadonlySet<string>): OfferedPaper[] => {
  const words = wordsOf(idea)
  const gone = new Set([...clipped, ...dismissedKeys(idea)])
  return found
    .filter((paper) => isOffered(paper) && !keysOf(paper.ids).some((key) => gone.has(key)))
    .map((paper): OfferedPaper => {
      const { title = '' } = paper.citation
      const suggestion = kindOf(paper)
      const kind = suggestion?.kind ?? null
      const overlap = new Set(stemsOf(title).filter((word) => words.has(word))).size
      const { is } = paperStanding(asAssertions(paper.said, paper.seen))
      return {
        ...paper,
        kind,
        reason: suggestion?.reason,
        level: levelByDesign(kind),
        overlap,
        doubted: is === 'doubted' || is === 'partly',
      }
    })
    .toSorted(
      (one, other) =>
        Number(other.overlap > 0) - Number(one.overlap > 0) ||
        designRank(one) - designRank(other) ||
        other.overlap - one.overlap ||
        published(other) - published(one) ||
        other.seen - one.seen,
    )
}

/** How many of them were found from then on, and how many of those are randomised trials by their design. */
export const countNew = (papers: readonly OfferedPaper[], since: number): { fresh: number; randomised: number } => {
  const fresh = papers.filter(({ seen }) => seen >= since)
  return { fresh: fresh.length, randomised: fresh.filter(({ kind }) => kind === 'randomised-trial').length }
}
