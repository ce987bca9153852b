import { longestSearch, type QuestionParts, questionParts } from './search-string.ts'

/** Comparisons that name no treatment: hardly any record has their words, so that they would hide what is looked for. */
const noTreatment =
  /^(?:(?:the )?(?:usual|standard|routine|current|conventional|normal)\b|(?:no|none|nothing|placebo|controls?|sham|without)\b|(?:la |el )?(?:atenci[oó]n|cuidados?|pr[aá]ctica|tratamiento|manejo) (?:habitual|est[aá]ndar|usual|convencional|actual)|(?:ning[uú]n[ao]?|nada|sin)\b)/i

/** The words of one alternative, without signs that are operators of PubMed, and its operators among the words. */
const plainWords = (text: string): string =>
  text
    .replace(/[^\p{L}\p{M}\p{N}\s'’.%+-]/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])(?:and|or|not)(?![\p{L}\p{N}])/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[.'’%+-]+|[.'’+-]+$/g, '')

const alternatives = (part: string): string[] => [
  ...new Set(
    part
      .split(/[,;/|\n]|(?<![\p{L}\p{N}])(?:or|o|u)(?![\p{L}\p{N}])/iu)
      .map(plainWords)
      .filter((words) => /[\p{L}\p{N}]{2}/u.test(words)),
  ),
]

/**
 * The search that is proposed for a question, in PubMed's syntax: the parts joined by AND, what is parted by commas or “or” by OR.
 * Words stay without field tags, so that PubMed maps them to its headings (automatic term mapping, PubMed User Guide). A comparison
 * that names no treatment is left out. '' where nothing is said.
 */
export const proposedSearch = (parts: QuestionParts): string => {
  const said = questionParts.filter((name) => name !== 'comparison' || !noTreatment.test(parts.comparison.trim()))
  const groups = said.map((name) => alternatives(parts[name])).filter((group) => group.length > 0)
  const whole = groups.map((group) => (groups.length > 1 ? `(${group.join(' OR ')})` : group.join(' OR '))).join(' AND ')
  return whole.length <= longestSearch ? whole : ''
}
