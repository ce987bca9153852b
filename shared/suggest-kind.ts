import type { EvidenceKind } from './evidence.ts'

/** What a page says of its item; publication types are MeSH ones or a publisher's article type, as printed. */
export interface ItemSigns {
  title?: string | undefined
  publicationTypes?: readonly string[] | undefined
}

/** A kind with the words that it was read from, to be shown beside the choice. */
export interface KindSuggestion {
  kind: EvidenceKind
  reason: string
}

type Rule = readonly [EvidenceKind, RegExp]

/** The first that matches wins, so what is narrower stands before what contains it ("protocol of a randomised trial"). */
const typeRules: readonly Rule[] = [
  ['guideline', /\bguidelines?\b|consensus (statement|development)|practice parameter|scientific statement/i],
  ['systematic-review', /systematic.review|meta-?\s?analysis|scoping review|network meta/i],
  [
    'opinion',
    /protocol|^(editorial|comment(ary)?|letter|opinion|perspectives?|viewpoint|news|interview|essay|correspondence)\b|letter to|narrative review|^(invited )?review( article)?s?$|expert opinion/i,
  ],
  ['randomised-trial', /randomi[sz]ed|controlled clinical trial|phase iii/i],
  ['compared-groups', /observational|cohort|comparative study|cross-sectional|clinical trial|non-?randomi|interrupted time/i],
  ['before-after', /quality improvement|improvement report|case (reports?|series|study)|case-control|before.(and.)?after|pilot/i],
  ['family-experience', /personal narrative|patient (perspective|experience|voice)|family (perspective|voice)/i],
]

const titleRules: readonly Rule[] = [
  [
    'opinion',
    /\bprotocol (for|of)\b|: (a )?(study |trial )?protocol\b|\bstudy protocol\b|\bcommentary\b|\beditorial\b|\bviewpoint\b|\bwhat (is|are) the evidence\b/i,
  ],
  [
    'systematic-review',
    /systematic(ally)? (literature )?review|meta-?\s?analy(sis|ses|tic)|umbrella review|cochrane review|pooled analysis of randomi/i,
  ],
  [
    'guideline',
    /\b(practice |clinical |management )?guidelines?( for| on|:|$)|consensus (statement|recommendations?|guideline)|scientific statement|position (statement|paper)|recommendations (for|from|of) the\b/i,
  ],
  [
    'compared-groups',
    /non-?randomi[sz]ed|quasi-experiment|interrupted time.series|\bcohort\b|propensity|cross-sectional|controlled before|comparative (study|effectiveness)|observational/i,
  ],
  [
    'randomised-trial',
    /randomi[sz]ed|\brandom(ised|ized|ly)? (allocation|assign)|\bRCT\b|placebo-controlled|double-blind|cluster.trial|stepped.wedge/i,
  ],
  [
    'before-after',
    /quality improvement|improvement (project|initiative|collaborative|bundle|report)|before.and.after|pre.?post\b|plan.do.study.act|\bPDSA\b|case (report|series)|case.control|implement(ing|ation) (of )?an?\b|reducing\b.*\b(through|using|by)\b|pilot (study|test)/i,
  ],
  ['local-data', /\bregistry\b.*\b(report|data)\b|annual report/i],
  ['family-experience', /\b(parents?|famil(y|ies)|patients?|caregivers?)['’]?s? (experiences?|perspectives?|views|stories|voices)\b/i],
]

const firstMatch = (rules: readonly Rule[], text: string, said: string): KindSuggestion | undefined => {
  for (const [kind, pattern] of rules) {
    const word = pattern.exec(text)?.[0]
    if (word) return { kind, reason: `${said} “${word.slice(0, 80).trim()}”` }
  }
  return undefined
}

/** Types that say that something was printed, not how it was studied. */
const emptyTypes =
  /^(journal article|research(-|\s)article|article|original (article|paper|research|investigation)|text|journalarticle|research support.*)$/i

/**
 * The kind of an item by what its page says, with the words it was read from; publication types are believed before
 * title words, best design first. `undefined` where nothing is said: then the person chooses.
 */
export const suggestKind = ({ title = '', publicationTypes = [] }: ItemSigns): KindSuggestion | undefined => {
  const types = publicationTypes.filter((type) => !emptyTypes.test(type.trim())).slice(0, 20)
  for (const rule of typeRules) {
    for (const type of types) {
      const found = firstMatch([rule], type.slice(0, 200), 'article type')
      if (found) return found
    }
  }
  return firstMatch(titleRules, title.slice(0, 500), 'title says')
}
