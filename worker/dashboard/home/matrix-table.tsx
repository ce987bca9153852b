import type { Cell } from '../../../shared/api/bank.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { pathwayLabel } from '../data/framework.ts'
import './matrix-table.css'
import { address } from '../data/address.ts'
import { may } from '../data/session.ts'
import { messages } from '../i18n/bank.ts'
import { numbers } from '../i18n/locale.ts'
import { KeyTerm, Term } from '../../../shared/web/term.tsx'

interface Props {
  cells: readonly Cell[]
  framework: Framework
}

type Counts = (pathway: string | null, phase?: string) => number
type CellOf = (pathway: string | null, phase: string) => Cell | undefined

const [sparkWidth, sparkHeight] = [44, 12]

/** The count's course as a line; only its shape matters, since the number says how many. */
const Spark = ({ trend }: { trend: readonly number[] }) => {
  const [most, least] = [Math.max(...trend), Math.min(...trend)]
  const points = trend.map((count, at) => {
    const y = most === least ? sparkHeight / 2 : sparkHeight - 1 - ((count - least) / (most - least)) * (sparkHeight - 2)
    return `${(at / (trend.length - 1)) * sparkWidth},${y.toFixed(1)}`
  })
  return (
    <svg class="spark" viewBox={`0 0 ${sparkWidth} ${sparkHeight}`} width={sparkWidth} height={sparkHeight} aria-hidden="true">
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round" />
    </svg>
  )
}

/** How many more or fewer there are than when the course, one count a week, began. */
const trendOf = (trend: readonly number[]): string => {
  const [weeks, change] = [trend.length, (trend.at(-1) ?? 0) - (trend[0] ?? 0)]
  if (change === 0) return messages.cell.trendSame({ weeks })
  return change > 0 ? messages.cell.trendMore({ change, weeks }) : messages.cell.trendFewer({ change: -change, weeks })
}

/** Median age and trend under the number; the same in words for whoever hears the page. */
const Course = ({ cell }: { cell: Cell }) => {
  const { age, trend } = cell
  const says = [...(age === null ? [] : [messages.cell.ageLong({ days: age })]), trendOf(trend)].join(', ')
  return (
    <span class="course" title={says}>
      {age !== null && <span aria-hidden="true">{messages.cell.age({ days: age })}</span>}
      <Spark trend={trend} />
      <span class="unseen">, {says}</span>
    </span>
  )
}

/** Four shades, relative to the fullest cell: the eye finds where the bank is full, the number says how full. */
const heat = (count: number, fullest: number): string => (count === 0 ? 'heat-0' : `heat-${Math.max(1, Math.ceil((count / fullest) * 4))}`)

const listOf = (pathway: string | null, phase?: string): string => address('/ideas', { pathway: pathway ?? 'none', phase })

const Numbers = ({
  pathway,
  counts,
  cellOf,
  framework,
  fullest,
}: {
  pathway: string | null
  counts: Counts
  cellOf: CellOf
  framework: Framework
  fullest: number
}) => (
  <tr role="row" class={pathway === null ? 'triage-row' : ''}>
    <th role="rowheader" scope="row">
      <a href={pathway === null && may('classifyIdea') ? '/triage' : pathway === null ? listOf(null) : address('/board', { pathway })}>
        {pathway === null ? messages.bank.toTriage : pathwayLabel(pathway)}
      </a>
      <span class="sites-of">
        <KeyTerm name={pathway ?? 'triage'}>{pathway === null ? messages.bank.toTriageHint : sitesOf(framework, pathway)}</KeyTerm>
      </span>
    </th>
    {framework.phases.map(({ key, label }) => {
      const [count, cell] = [counts(pathway, key), cellOf(pathway, key)]
      return (
        <td role="cell" key={key} class={heat(count, fullest)} data-label={label}>
          {count > 0 ? (
            <a href={listOf(pathway, key)}>
              <span aria-hidden="true">{numbers.format(count)}</span>
              <span class="unseen">{messages.bank.cell({ count, pathway: pathwayLabel(pathway), phase: label })}</span>
              {cell && <Course cell={cell} />}
            </a>
          ) : (
            <span class="none">{messages.bank.none}</span>
          )}
        </td>
      )
    })}
    <td role="cell" class="sum" data-label={messages.bank.all}>
      {numbers.format(counts(pathway))}
    </td>
  </tr>
)

const sitesOf = (framework: Framework, key: string): string => {
  const sites = framework.pathways.find((pathway) => pathway.key === key)?.sites
  if (!sites) return ''
  const { least, most } = sites
  if (most === null) return messages.bank.sitesOrMore({ least })
  return least === most ? messages.bank.sitesExactly({ count: least }) : messages.bank.sitesBetween({ least, most })
}

/** L&I pathway × phase, each count a door to its list. Roles are said aloud because narrow screens show the table as blocks. */
export const MatrixTable = ({ cells, framework }: Props) => {
  const counts: Counts = (pathway, phase) =>
    cells
      .filter((cell) => cell.pathway === pathway && (phase === undefined || cell.phase === phase))
      .reduce((sum, cell) => sum + cell.count, 0)
  const cellOf: CellOf = (pathway, phase) => cells.find((cell) => cell.pathway === pathway && cell.phase === phase)
  const fullest = Math.max(1, ...cells.map((cell) => cell.count))
  const rows = [...framework.pathways.map((pathway) => pathway.key), null]
  return (
    <table role="table" class="matrix">
      <caption>
        {messages.bank.caption}. {messages.cell.legend}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <Term word="pathway">{messages.bank.pathway}</Term>
          </th>
          {framework.phases.map((phase) => (
            <th role="columnheader" scope="col" key={phase.key}>
              <KeyTerm name={phase.key}>{phase.label}</KeyTerm>
            </th>
          ))}
          <th role="columnheader" scope="col">
            {messages.bank.all}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((pathway) => (
          <Numbers key={pathway ?? ''} pathway={pathway} counts={counts} cellOf={cellOf} framework={framework} fullest={fullest} />
        ))}
      </tbody>
    </table>
  )
}
