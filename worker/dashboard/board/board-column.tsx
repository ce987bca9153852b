import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import type { BoardColumn as Column } from '../../../shared/api/board.ts'
import { BoardCard } from './board-card.tsx'
import type { RequestedMove, DraggedCard } from './keyboard-drag.ts'
import { phaseLabel } from '../data/framework.ts'
import { rowsFrom } from '../data/idea-list.ts'
import { problemOf } from '../data/use-query.ts'
import { boardMessages } from '../i18n/board.ts'
import { numbers } from '../i18n/locale.ts'
import { KeyTerm } from '../../../shared/web/term.tsx'

interface Props {
  pathway: string
  movable: (row: IdeaRow) => boolean
  column: Column
  carried: DraggedCard | undefined
  press: (event: KeyboardEvent, row: IdeaRow) => void
  leave: () => void
  drop: (asked: RequestedMove) => void
}

const pageSize = 50

/** The first cards come with the board; those below are fetched on demand, and again when the board has news. */
const useCards = (pathway: string, { phase, rows, next }: Column) => {
  const [below, setBelow] = useState<{ rows: IdeaRow[]; next: string | null }>({ rows: [], next: null })
  const [problem, setProblem] = useState('')
  const latest = useRef(0)
  const fetch = async (after: string, wanted: number, above: IdeaRow[]): Promise<void> => {
    const turn = (latest.current += 1)
    try {
      const reply = await rowsFrom({ pathway, phase, sort: 'waiting' }, after, wanted)
      if (turn === latest.current) setBelow({ rows: [...above, ...reply.rows], next: reply.next })
      setProblem('')
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  useEffect(() => {
    if (below.rows.length > 0 && next) void fetch(next, below.rows.length, [])
    if (!next) setBelow({ rows: [], next: null })
  }, [rows])
  const onward = below.rows.length > 0 ? below.next : next
  const known = new Set(rows.map(({ id }) => id))
  return {
    cards: [...rows, ...below.rows.filter(({ id }) => !known.has(id))],
    problem,
    more: onward === null ? undefined : () => void fetch(onward, pageSize, below.rows),
  }
}

/** One phase: its cards, the longest there first, and a place to drop one. */
export const BoardColumn = ({ pathway, movable, column, carried, press, leave, drop }: Props) => {
  const { cards, more, problem } = useCards(pathway, column)
  const element = useRef<HTMLElement>(null)
  const [over, setOver] = useState(false)
  const dropped = useRef(drop)
  dropped.current = drop
  useEffect(() => {
    if (!element.current) return undefined
    return dropTargetForElements({
      element: element.current,
      canDrop: ({ source }) => source.data['phase'] !== column.phase,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false)
        dropped.current({ row: source.data['row'] as IdeaRow, to: column.phase })
      },
    })
  }, [column.phase])
  const id = `phase-${column.phase}`
  const here = over || carried?.to === column.phase
  return (
    <section ref={element} class={`board-column ${here ? 'over' : ''}`} aria-labelledby={id}>
      <h2 id={id}>
        <KeyTerm name={column.phase}>{phaseLabel(column.phase)}</KeyTerm> <span class="board-count">{numbers.format(column.count)}</span>
      </h2>
      {cards.length === 0 ? (
        <p class="soft small board-empty">{boardMessages.empty}</p>
      ) : (
        <ol class="board-cards">
          {cards.map((row) => (
            <BoardCard key={row.id} row={row} movable={movable(row)} held={carried?.row.id === row.id} press={press} leave={leave} />
          ))}
        </ol>
      )}
      {problem && (
        <p class="problem small" role="alert">
          {problem}
        </p>
      )}
      {more && (
        <button type="button" class="button plain small" onClick={more}>
          {boardMessages.more({ left: Math.max(1, column.count - cards.length) })}
        </button>
      )}
    </section>
  )
}
