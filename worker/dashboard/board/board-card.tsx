import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import { Badges } from '../ui/badges.tsx'
import { day, sayExactly } from '../ui/dates.ts'
import { topicLabel } from '../data/framework.ts'
import { ApprovalNote, NextStepLine } from '../ui/next-step.tsx'
import { boardMessages } from '../i18n/board.ts'
import { messages } from '../i18n/bank.ts'
import { serverNow } from '../data/clock.ts'

interface Props {
  row: IdeaRow
  /** Whether this person may move it at all. */
  movable: boolean
  held: boolean
  press: (event: KeyboardEvent, row: IdeaRow) => void
  leave: () => void
}

const daysHere = (row: IdeaRow): number => Math.max(0, Math.floor((serverNow() - row.movedAt) / day))

const Meta = ({ row }: { row: IdeaRow }) => (
  <div class="card-meta">
    <p>{row.tested > 0 ? boardMessages.sitesTested(row) : boardMessages.sites(row)}</p>
    <p>
      {row.bestLevel !== null && `${messages.evidence.level({ level: row.bestLevel })} · `}
      {/* A missing lead is said by the step where it matters. */}
      {row.leads > 0 && `${boardMessages.leads({ leads: row.leads })} · `}
      <time dateTime={new Date(row.movedAt).toISOString()} title={sayExactly(row.movedAt)}>
        {boardMessages.days({ days: daysHere(row) })}
      </time>
    </p>
  </div>
)

/** One idea on the board: what a coordinator asks first, and a handle for keys. The whole card can be dragged. */
export const BoardCard = ({ row, movable: allowed, held, press, leave }: Props) => {
  const element = useRef<HTMLLIElement>(null)
  const [dragged, setDragged] = useState(false)
  const current = useRef(row)
  current.current = row
  const movable = allowed && !row.onHold
  useEffect(() => {
    if (!element.current || !movable) return undefined
    return draggable({
      element: element.current,
      getInitialData: () => ({ row: current.current, phase: current.current.phase }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
  }, [movable])
  return (
    <li ref={element} data-idea={row.id} class={`board-card ${held ? 'held' : ''} ${dragged ? 'dragged' : ''}`}>
      <p class="card-topic">
        {row.topic ? topicLabel(row.topic) : messages.idea.noTopic}{' '}
        <Badges disposition={row.disposition} onHold={row.onHold} shaken={row.shaken} />
      </p>
      <a class="card-title" href={`/ideas/${row.id}`} draggable={false}>
        {row.change}
      </a>
      <Meta row={row} />
      <NextStepLine row={row} />
      <ApprovalNote row={row} />
      {movable && (
        <button
          type="button"
          class="handle"
          aria-label={boardMessages.handle({ change: row.change })}
          aria-pressed={held}
          aria-describedby="carry-keys"
          onKeyDown={(event) => press(event, row)}
          // A screen reader presses without a key.
          onClick={() => press(new KeyboardEvent('keydown', { key: 'Enter' }), row)}
          onBlur={() => held && leave()}
        >
          <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true">
            {[3, 8, 13].map((y) => [2, 8].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.4" />))}
          </svg>
        </button>
      )}
    </li>
  )
}
