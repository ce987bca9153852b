import { own } from '../../../shared/values/own.ts'
import { standingOf } from '../../../shared/citations/standing.ts'
import { vancouver } from '../../../shared/citations/vancouver.ts'
import { evidenceKindLabel } from '../../../shared/domain/evidence-kinds.ts'
import type { ReferenceFile, ReferenceProblem } from '../../../shared/import/references/reference-file.ts'
import { createKnownItems } from '../../../shared/import/references/known-items.ts'
import { messages } from '../i18n/bank.ts'
import { importMessages } from '../i18n/imports.ts'
import { translate } from '../i18n/translate.ts'
import type { CheckedItem } from './check-references.ts'
import type { Outcome } from './outcome.ts'

const told = importMessages.references

const problemText = ({ code, params }: ReferenceProblem): string => {
  const text = (name: string): string => String(params[name] ?? '')
  if (code === 'repeated') return importMessages.sameLine({ line: Number(params['of'] ?? 0) })
  if (code === 'not-an-identifier') return told.problems.notAnIdentifier({ text: text('text') })
  if (code === 'broken-file') return told.problems.brokenFile
  return code === 'broken-entry' ? told.problems.brokenEntry({ name: text('name') }) : told.problems.nothingInEntry({ name: text('name') })
}

const fieldName = (field: string): string => {
  const names: Readonly<Record<string, string>> = told.fields
  return own(names, field) ?? field
}

/** What stands beside an item that comes in: how it stands, and the kind that is suggested. */
const notesOf = ({ args: { citation, suggested }, withoutAddress }: CheckedItem): string[] => {
  const stand = standingOf(citation)
  return [
    ...(stand ? [messages.evidence.standings[stand.standing]] : []),
    ...(withoutAddress ? [told.withoutAddress] : []),
    ...(suggested ? [told.suggested({ kind: translate(evidenceKindLabel(suggested)) })] : []),
  ]
}

const outcomeOf = (item: CheckedItem, isKnown: boolean, isSame: boolean): Outcome => {
  const { row, citation } = item.args
  const made = (fate: Outcome['fate'], why: string[] = [], cells: string[] = []): Outcome => ({
    row,
    fate,
    text: vancouver(citation) || messages.evidence.untitled,
    why,
    cells,
  })
  if (item.found.length > 0) return made('held', [told.held], [...new Set(item.found)].map(fieldName))
  if (isKnown) return made('there')
  return isSame ? made('same', [told.sameItem]) : made('add', notesOf(item))
}

/** What becomes of each entry of a file of references, before anything is sent, in the file's order. */
export const referenceOutcomes = (
  { problems }: Pick<ReferenceFile, 'problems'>,
  checked: readonly CheckedItem[],
  known: ReadonlySet<string>,
): { outcomes: Outcome[]; coming: CheckedItem[] } => {
  const [before, coming, outcomes] = [createKnownItems(), [] as CheckedItem[], [] as Outcome[]]
  for (const item of checked) {
    const outcome = outcomeOf(item, known.has(item.args.evidence), before.has(item.args.citation))
    outcomes.push(outcome)
    if (outcome.fate === 'add') {
      coming.push(item)
      before.add(item.args.citation)
    }
  }
  for (const problem of problems)
    outcomes.push({
      row: problem.line,
      fate: problem.code === 'repeated' ? 'same' : 'unread',
      text: '',
      why: [problemText(problem)],
      cells: [],
    })
  return { outcomes: outcomes.toSorted((one, other) => one.row - other.row), coming }
}
