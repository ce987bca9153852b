import type { Evidence, Stance } from '../../../../shared/domain/entities.ts'
import { directionFor } from '../../../../shared/domain/evidence-kinds.ts'
import { isTakenBack } from '../../../../shared/rules/evidence-standing.ts'
import { levelOf } from '../../../../shared/rules/weighed-evidence.ts'
import { messages } from '../../i18n/bank.ts'
import { Term } from '../../../../shared/web/term.tsx'

type Column = keyof typeof messages.axes.columns
const columns: readonly Column[] = ['untested', 'testing', 'tested', 'improved']

/** Where the network's own sites have come with the idea. */
const columnOf = (stances: readonly Stance[]): Column => {
  if (stances.some(({ result }) => result === 'improved')) return 'improved'
  if (stances.some(({ stance }) => stance === 'tested')) return 'tested'
  return stances.some(({ stance }) => stance === 'testing') ? 'testing' : 'untested'
}

const sitesIn = (column: Column, stances: readonly Stance[]): number =>
  ({
    untested: 0,
    testing: stances.filter(({ stance }) => stance === 'testing').length,
    tested: stances.filter(({ stance }) => stance === 'tested').length,
    improved: stances.filter(({ result }) => result === 'improved').length,
  })[column]

interface Row {
  label: string
  count: number
  /** Counts as published support: the idea can stand here. */
  leads?: boolean
}

const rowsOf = (evidence: readonly Evidence[], idea: string): Row[] => {
  const said = evidence.filter(({ kind }) => kind !== null)
  // What was taken back has no level.
  const supporting = said.filter((item) => directionFor(item, idea) === 'supports' && !isTakenBack(item))
  const of = (is: (item: Evidence) => boolean): number => supporting.filter(is).length
  const other = of((item) => levelOf(item) === undefined && item.kind !== 'guideline')
  const beside = [
    { label: messages.axes.other, count: other },
    { label: messages.axes.takenBack, count: said.filter((item) => directionFor(item, idea) === 'supports' && isTakenBack(item)).length },
    { label: messages.axes.against, count: said.filter((item) => directionFor(item, idea) === 'against').length },
    { label: messages.axes.context, count: said.filter((item) => directionFor(item, idea) === 'context').length },
    { label: messages.axes.unsaid, count: evidence.length - said.length },
  ]
  return [
    { label: messages.axes.guideline, count: of(({ kind }) => kind === 'guideline'), leads: true },
    ...[1, 2, 3, 4, 5].map((level) => ({
      label: messages.evidence.level({ level }),
      count: of((item) => levelOf(item) === level),
      leads: true,
    })),
    ...beside.filter(({ count }) => count > 0),
  ]
}

/**
 * Two axes, never one number: what was published (by design, OCEBM 2011) down, what the network's own sites found across. The idea's
 * clips stand in the column that the sites have reached.
 */
export const EvidenceAxes = ({ idea, evidence, stances }: { idea: string; evidence: readonly Evidence[]; stances: readonly Stance[] }) => {
  const [here, rows] = [columnOf(stances), rowsOf(evidence, idea)]
  const best = rows.find(({ count, leads }) => leads && count > 0)
  return (
    <table class="axes">
      <caption class="unseen">{messages.axes.title}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Term word="two-axes">{messages.axes.published}</Term>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" class={column === here ? 'here' : ''}>
              {messages.axes.columns[column]}
              {sitesIn(column, stances) > 0 && <span class="soft"> {sitesIn(column, stances)}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} class={row.count > 0 ? '' : 'none'}>
            <th scope="row">{row.label}</th>
            {columns.map((column) => (
              <td key={column} class={`${column === here ? 'here' : ''} ${row === best && column === here ? 'stands' : ''}`}>
                {column === here && row.count > 0 ? (
                  <span title={row === best ? messages.axes.here : undefined}>
                    {row.count} <span class="unseen">{messages.axes.items({ count: row.count })}</span>
                  </span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
