import type { IdeaRow } from '../../../shared/api/bank.ts'
import type { Idea } from '../../../shared/domain/entities.ts'
import { ideaFieldNames, listedTexts } from '../../../shared/domain/idea-fields.ts'
import { type Derived, saidBy } from './idea-row.ts'
import { type FoundRows, readPage } from '../rows/read-page.ts'

/** Ideas beyond so many bytes are made lean by SQLite before anybody parses them. */
const large = 4096
/** What no line of a list shows. */
const weightless = ideaFieldNames
  .filter((name) => name !== 'leads' && name !== 'topic' && !(listedTexts as readonly string[]).includes(name))
  .map((name) => `'$.${name}'`)
  .join(', ')

/** As a column: the body of the idea `e`, without the long texts that no line shows. */
export const leanIdea = `CASE WHEN octet_length(e.body) > ${large} THEN json_remove(e.body, ${weightless}) ELSE e.body END`

type LineRow = { derived: string; idea: string }

/** Lines of the ideas with these numbers, in this order, as many as go into so many bytes, one at least. */
export const ideaLines = (sql: SqlStorage, numbers: readonly number[], bytes?: number): FoundRows<IdeaRow> => {
  const { rows, more } = readPage<LineRow>(sql, {
    columns: `r.body AS derived, ${leanIdea} AS idea`,
    texts: ['r.body'],
    beside: `min(octet_length(e.body), ${large})`,
    from: "FROM json_each(?) n CROSS JOIN idea_row r ON r.number = n.value CROSS JOIN entity e ON e.kind = 'idea' AND e.id = r.id ORDER BY n.key",
    bindings: [JSON.stringify(numbers)],
    most: numbers.length,
    ...(bytes === undefined ? {} : { bytes }),
  })
  return { rows: rows.map(({ derived, idea }) => ideaLine(derived, JSON.parse(idea) as Idea)), more }
}

/** A line of a list, of what is kept of it and of its idea. Rows from before there were such keep the idea's own words too, as they are. */
export const ideaLine = (derived: string, idea: Idea): IdeaRow => ({ ...(JSON.parse(derived) as Derived), ...saidBy(idea) })
