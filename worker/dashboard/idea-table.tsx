import type { IdeaRow } from '../../shared/bank.ts'
import { Badges } from './badges.tsx'
import { AgeOrDue } from './decision-date.tsx'
import { pathwayLabel, phaseLabel, siteLabel, topicLabel } from './framework-reply.ts'
import './idea-table.css'
import { words } from './strings.ts'
import { When } from './when.tsx'

const evidenceOf = (row: IdeaRow) =>
  row.evidence === 0 ? (
    <span class="soft">{words.row.noEvidence}</span>
  ) : (
    <>
      {row.bestLevel !== null && <span class="level">{words.row.level(row.bestLevel)} </span>}
      <span class="soft nowrap">
        {row.bestLevel !== null && '· '}
        {words.row.items(row.evidence)}
      </span>
    </>
  )

const Sites = ({ row }: { row: IdeaRow }) => (
  <span
    class="site-counts"
    aria-label={words.row.sitesLong(row.willing, row.tested, row.improved)}
    role="img"
    title={words.row.sitesLong(row.willing, row.tested, row.improved)}
  >
    {row.willing} <i>/</i> {row.tested} <i>/</i> {row.improved}
  </span>
)

const columns = ['idea', 'topic', 'site', 'stage', 'evidence', 'sites', 'age', 'decision'] as const

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

const Row = ({ row, selection }: { row: IdeaRow; selection: Selection | undefined }) => (
  <tr role="row">
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
      <Badges disposition={row.disposition} onHold={row.onHold} />
    </th>
    <td role="cell" data-label={words.row.columns.topic}>
      {row.topic ? topicLabel(row.topic) : <span class="soft">{words.row.noTopic}</span>}
    </td>
    <td role="cell" data-label={words.row.columns.site}>
      {siteLabel(row.site)}
    </td>
    <td role="cell" data-label={words.row.columns.stage}>
      {row.pathway === null ? (
        <span class="soft">{row.disposition === 'active' ? words.bank.toTriage : words.bank.none}</span>
      ) : (
        <>
          {pathwayLabel(row.pathway)} <span class="soft">· {phaseLabel(row.phase)}</span>
        </>
      )}
    </td>
    <td role="cell" data-label={words.row.columns.evidence}>
      {evidenceOf(row)}
    </td>
    <td role="cell" data-label={words.row.columns.sites}>
      <Sites row={row} />
    </td>
    <td role="cell" data-label={words.row.columns.age}>
      <When at={row.proposedAt} />
    </td>
    <td role="cell" data-label={words.row.columns.decision}>
      <AgeOrDue row={row} />
    </td>
  </tr>
)

/** One idea a line; on narrow screens one idea a card, so the roles are said aloud. */
export const IdeaTable = ({ rows, selection }: { rows: readonly IdeaRow[]; selection?: Selection | undefined }) => (
  <table role="table" class="ideas">
    <caption class="unseen">{words.list.title}</caption>
    <thead role="rowgroup">
      <tr role="row">
        {selection && (
          <td role="cell" class="select-cell">
            <input
              type="checkbox"
              aria-label={selection.all}
              checked={rows.every(({ id }) => selection.ids.has(id))}
              onChange={({ currentTarget }) => selection.set(new Set(currentTarget.checked ? rows.map(({ id }) => id) : []))}
            />
          </td>
        )}
        {columns.map((name) => (
          <th role="columnheader" scope="col" key={name} title={name === 'sites' ? words.row.sitesHint : undefined}>
            {words.row.columns[name]}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map((row) => (
        <Row key={row.id} row={row} selection={selection} />
      ))}
    </tbody>
  </table>
)
