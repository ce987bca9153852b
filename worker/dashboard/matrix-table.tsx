import type { Cell } from '../../shared/bank.ts'
import type { Framework } from '../../shared/framework.ts'
import { pathwayLabel } from './framework-reply.ts'
import './matrix-table.css'
import { address } from './router.ts'
import { words } from './strings.ts'

interface Props {
  cells: readonly Cell[]
  framework: Framework
}

type Counts = (pathway: string | null, phase?: string) => number

/** Four shades, relative to the fullest cell: the eye finds where the bank is full, the number says how full. */
const heat = (count: number, fullest: number): string => (count === 0 ? 'heat-0' : `heat-${Math.max(1, Math.ceil((count / fullest) * 4))}`)

const listOf = (pathway: string | null, phase?: string): string => address('/ideas', { pathway: pathway ?? 'none', phase })

const Numbers = ({
  pathway,
  counts,
  framework,
  fullest,
}: {
  pathway: string | null
  counts: Counts
  framework: Framework
  fullest: number
}) => (
  <tr role="row" class={pathway === null ? 'triage-row' : ''}>
    <th role="rowheader" scope="row">
      <a href={pathway === null ? '/triage' : listOf(pathway)}>{pathway === null ? words.bank.toTriage : pathwayLabel(pathway)}</a>
      <span class="sites-of">{pathway === null ? words.bank.toTriageHint : sitesOf(framework, pathway)}</span>
    </th>
    {framework.phases.map(({ key, label }) => {
      const count = counts(pathway, key)
      return (
        <td role="cell" key={key} class={heat(count, fullest)} data-label={label}>
          {count > 0 ? (
            <a href={listOf(pathway, key)} aria-label={words.bank.cell(count, pathwayLabel(pathway), label)}>
              {count}
            </a>
          ) : (
            <span class="none">{words.bank.none}</span>
          )}
        </td>
      )
    })}
    <td role="cell" class="sum" data-label={words.bank.all}>
      {counts(pathway)}
    </td>
  </tr>
)

const sitesOf = (framework: Framework, key: string): string => {
  const sites = framework.pathways.find((pathway) => pathway.key === key)?.sites
  return sites ? words.bank.sites(sites.least, sites.most) : ''
}

/** L&I pathway × phase, each count a door to its list. Roles are said aloud because narrow screens show the table as blocks. */
export const MatrixTable = ({ cells, framework }: Props) => {
  const counts: Counts = (pathway, phase) =>
    cells
      .filter((cell) => cell.pathway === pathway && (phase === undefined || cell.phase === phase))
      .reduce((sum, cell) => sum + cell.count, 0)
  const fullest = Math.max(1, ...cells.map((cell) => cell.count))
  const rows = [...framework.pathways.map((pathway) => pathway.key), null]
  return (
    <table role="table" class="matrix">
      <caption>{words.bank.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {words.bank.pathway}
          </th>
          {framework.phases.map((phase) => (
            <th role="columnheader" scope="col" key={phase.key}>
              {phase.label}
            </th>
          ))}
          <th role="columnheader" scope="col">
            {words.bank.all}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((pathway) => (
          <Numbers key={pathway ?? ''} pathway={pathway} counts={counts} framework={framework} fullest={fullest} />
        ))}
      </tbody>
    </table>
  )
}
