/** What a hospital's policy says of its own numbers; as it stands there, mistyped entries too. */
export interface HospitalPolicy {
  patientNumberLabels?: readonly unknown[] | undefined
  patientNumberPatterns?: readonly unknown[] | undefined
}

const most = 50
/** One to five words of letters: "HC", "study no", "n.º de caso". */
const isLabel = (entry: string): boolean => entry.length <= 40 && /^\p{L}[\p{L}.'-]{0,19}(?: \p{L}[\p{L}.'-]{0,19}){0,4}$/u.test(entry)
/** Four places for letters or digits or more, three of them for digits; else it would find any number. */
const isPattern = (entry: string): boolean =>
  entry.length <= 30 && /^[A-Z\d](?:[ ./_-]?[A-Z\d])*$/.test(entry) && /(?:9\D*){3}/.test(entry) && /(?:[A9][^A9]*){4}/.test(entry)

/** Entries that have their form, and those that have not or are too many. */
const sorted = (entries: readonly unknown[] = [], isRight: (entry: string) => boolean): { right: string[]; wrong: string[] } => {
  const texts = entries.map((entry) => (typeof entry === 'string' ? entry.trim() : JSON.stringify(entry)))
  const isTaken = (entry: string, at: number): boolean => at < most && isRight(entry)
  return { right: texts.filter(isTaken), wrong: texts.filter((entry, at) => !isTaken(entry, at)) }
}

/** The entries of a policy that are no label and no pattern, or more than fifty: they are passed over. */
export const wrongEntries = ({ patientNumberLabels, patientNumberPatterns }: HospitalPolicy): string[] => [
  ...sorted(patientNumberLabels, isLabel).wrong,
  ...sorted(patientNumberPatterns, isPattern).wrong,
]

/** The entries that have their form; labels as their words in small letters. */
export const rightEntries = ({ patientNumberLabels, patientNumberPatterns }: HospitalPolicy): { labels: string[]; patterns: string[] } => ({
  labels: sorted(patientNumberLabels, isLabel).right.map((label) => label.toLowerCase().replace(/[.-]+/g, ' ').trim()),
  patterns: sorted(patientNumberPatterns, isPattern).right,
})
