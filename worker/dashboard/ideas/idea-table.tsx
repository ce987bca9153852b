import { useRef } from 'preact/hooks'
import type { Word } from '../../../shared/domain/glossary.ts'
import { Term } from '../../../shared/web/term.tsx'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import { ideaField, listedTexts } from '../../../shared/domain/idea-fields.ts'
import { fieldLabel } from '../ui/field-label.ts'
import { Badges } from '../ui/badges.tsx'
import { AgeOrDue } from '../ui/decision-date.tsx'
import { pathwayLabel, phaseLabel, siteLabel, topicLabel } from '../data/framework.ts'
import './idea-table.css'
import { listMessages } from '../i18n/lists.ts'
import { messages } from '../i18n/bank.ts'
import { RelativeTime } from '../ui/relative-time.tsx'
import { useWindowRows } from '../ui/virtual-rows.ts'

const evidenceOf = (row: IdeaRow) =>
  row.evidence === 0 ? (
    <span class="soft">{listMessages.row.noEvidence}</span>
  ) : (
    <>
      {row.bestLevel !== null && <span class="level">{messages.evidence.level({ level: row.bestLevel })} </span>}
      <span class="soft nowrap">
        {row.bestLevel !== null && '· '}
        {listMessages.row.items({ count: row.evidence })}
      </span>
    </>
  )

/** How far the sites are with it; what nobody has done yet is left out. */
const Sites = ({ row }: { row: IdeaRow }) => {
  const counted = (['willing', 'tested', 'improved'] as const).filter((what) => row[what] > 0)
  if (counted.length === 0) return <span class="soft">{listMessages.row.noEvidence}</span>
  return <span class="site-counts">{counted.map((what) => listMessages.row.siteCounts[what]({ count: row[what] })).join(' · ')}</span>
}

/** Texts that stand in a column of their own; the idea's sentence and why here do not. */
const textColumns = listedTexts.filter((name) => ideaField(name).later)

const columns = ['idea', 'topic', 'site', 'stage', 'evidence', 'sites', 'age', 'decision'] as const

/** What a column’s name means, where a newcomer may ask. */
const columnWords: Partial<Record<(typeof columns)[number], Word>> = {
  stage: 'pathway',
  evidence: 'level',
  sites: 'willing',
  decision: 'answer-due',
}

const ColumnName = ({ name }: { name: (typeof columns)[number] }) => {
  const word = columnWords[name]
  return word ? <Term word={word}>{listMessages.row.columns[name]}</Term> : <>{listMessages.row.columns[name]}</>
}

/** Which lines are selected for an action on many; without it there is nothing to select. */
export interface Selection {
  ids: ReadonlySet<string>
  set: (ids: ReadonlySet<string>) => void
  label: (change: string) => string
  all: string
}

const toggled = (ids: ReadonlySet<string>, id: string): Set<string> => {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

interface RowProps {
  row: IdeaRow
  index: number
  measure: (row: HTMLElement | null) => void
  selection: Selection | undefined
}

const Row = ({ row, index, measure, selection }: RowProps) => (
  <tr role="row" aria-rowindex={index + 2} data-index={index} ref={measure}>
    {selection && (
      <td role="cell" class="select-cell">
        <input
          type="checkbox"
          aria-label={selection.label(row.change)}
          checked={selection.ids.has(row.id)}
          onChange={() => selection.set(toggled(selection.ids, row.id))}
        />
      </td>
    )}
    <th role="rowheader" scope="row" class="idea-cell">
      <a class="idea-link" href={`/ideas/${row.id}`}>
        {row.change}
      </a>
      <Badges disposition={row.disposition} onHold={row.onHold} shaken={row.shaken} />
    </th>
    <td role="cell" data-label={listMessages.row.columns.topic}>
      {row.topic ? topicLabel(row.topic) : <span class="soft">{messages.idea.noTopic}</span>}
    </td>
    {textColumns.map((name) => (
      <td key={name} role="cell" data-label={fieldLabel(name)}>
        {row[name]}
      </td>
    ))}
    <td role="cell" data-label={listMessages.row.columns.site}>
      {siteLabel(row.site)}
    </td>
    <td role="cell" data-label={listMessages.row.columns.stage}>
      {row.pathway === null ? (
        <span class="soft">{row.disposition === 'active' ? messages.bank.toTriage : messages.bank.none}</span>
      ) : (
        <>
          {pathwayLabel(row.pathway)} <span class="soft">· {phaseLabel(row.phase)}</span>
        </>
      )}
    </td>
    <td role="cell" data-label={listMessages.row.columns.evidence}>
      {evidenceOf(row)}
    </td>
    <td role="cell" data-label={listMessages.row.columns.sites}>
      <Sites row={row} />
    </td>
    <td role="cell" data-label={listMessages.row.columns.age}>
      <RelativeTime at={row.proposedAt} />
    </td>
    <td role="cell" data-label={listMessages.row.columns.decision}>
      <AgeOrDue row={row} />
    </td>
  </tr>
)

/** Stands for the rows that are not drawn because they are far from the window. */
const Gap = ({ height }: { height: number }) => (height > 0 ? <tr role="presentation" style={{ height: `${height}px` }} /> : null)

/** One idea a line; on narrow screens one idea a card, so the roles are said aloud. Of a long list only what is near is drawn. */
export const IdeaTable = ({ rows, selection }: { rows: readonly IdeaRow[]; selection?: Selection | undefined }) => {
  const body = useRef<HTMLTableSectionElement>(null)
  const { indexes, above, below, measure } = useWindowRows(rows.length, (index) => rows[index]?.id ?? '', body)
  return (
    <table role="table" class="ideas" aria-rowcount={rows.length + 1}>
      <caption class="unseen">{listMessages.list.title}</caption>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>
          {selection && (
            <td role="cell" class="select-cell">
              <input
                type="checkbox"
                aria-label={selection.all}
                checked={rows.length > 0 && rows.every(({ id }) => selection.ids.has(id))}
                onChange={({ currentTarget }) => selection.set(new Set(currentTarget.checked ? rows.map(({ id }) => id) : []))}
              />
            </td>
          )}
          {columns.flatMap((name) => [
            <th role="columnheader" scope="col" key={name}>
              <ColumnName name={name} />
            </th>,
            ...(name === 'topic' ? textColumns : []).map((text) => (
              <th role="columnheader" scope="col" key={text}>
                {fieldLabel(text)}
              </th>
            )),
          ])}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body}>
        <Gap height={above} />
        {indexes.flatMap((index) => {
          const row = rows[index]
          return row ? [<Row key={row.id} row={row} index={index} measure={measure} selection={selection} />] : []
        })}
        <Gap height={below} />
      </tbody>
    </table>
  )
}
