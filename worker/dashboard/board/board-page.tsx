import { useEffect, useRef, useState } from 'preact/hooks'
import type { BoardReply } from '../../../shared/api/board.ts'
import { showToast } from '../ui/toast.tsx'
import { BoardColumn } from './board-column.tsx'
import { BoardGate } from './board-gate.tsx'
import './board-page.css'
import { type RequestedMove, type DraggedCard, dragKey } from './keyboard-drag.ts'
import { framework, phaseLabel } from '../data/framework.ts'
import { Page } from '../ui/page.tsx'
import { useQuery } from '../data/use-query.ts'
import { address } from '../data/address.ts'
import { me } from '../data/session.ts'
import { movesIn } from '../../../shared/rules/gates.ts'
import { boardMessages } from '../i18n/board.ts'
import { Async } from '../ui/async.tsx'

const Pathways = ({ current }: { current: string }) => (
  <nav class="board-pathways" aria-label={boardMessages.pathways}>
    {(framework.value?.pathways ?? []).map(({ key, label }) => (
      <a key={key} href={address('/board', { pathway: key })} aria-current={key === current ? 'page' : undefined}>
        {label}
      </a>
    ))}
  </nav>
)

/** What one holds with the keys, from picking up to putting down. */
const useCarrying = (phases: readonly string[], ask: (asked: RequestedMove) => void) => {
  const [carried, setCarried] = useState<DraggedCard | undefined>(undefined)
  const put = (now: DraggedCard): void => {
    setCarried(undefined)
    if (now.to === now.row.phase) return showToast(boardMessages.putBack({ phase: phaseLabel(now.row.phase) }))
    showToast(boardMessages.opens({ phase: phaseLabel(now.to) }))
    ask({ row: now.row, to: now.to })
  }
  const press = (event: KeyboardEvent, row: DraggedCard['row']): void => {
    const act = dragKey(event.key, carried, row, phases)
    if (!act) return
    event.preventDefault()
    if (act.does === 'put') return put(act.carried)
    setCarried(act.does === 'leave' ? undefined : act.carried)
    showToast(act.says)
  }
  return { carried, press, leave: () => setCarried(undefined) }
}

/** Whether this person may move ideas of that pathway, whichever they lead. */
const moves = (pathway: string): boolean =>
  framework.value !== undefined && me.value?.role !== undefined && movesIn(framework.value, pathway, me.value.role)

const Columns = ({ board }: { board: BoardReply }) => {
  const phases = board.columns.map(({ phase }) => phase)
  const [asked, ask] = useState<RequestedMove | undefined>(undefined)
  const { carried, press, leave } = useCarrying(phases, ask)
  const place = useRef<HTMLDivElement>(null)
  const returnTo = useRef<string | undefined>(undefined)
  useEffect(() => {
    // After a move the card is drawn elsewhere; the keys go on where it now is.
    const handle = returnTo.current && place.current?.querySelector<HTMLElement>(`[data-idea="${returnTo.current}"] .handle`)
    if (handle) handle.focus()
    if (!asked) returnTo.current = undefined
  }, [board])
  const close = (id: string): void => {
    returnTo.current = id
    ask(undefined)
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-idea="${id}"] .handle`)?.focus())
  }
  return (
    <>
      {board.columns.every(({ rows }) => rows.length === 0) && <p class="soft">{boardMessages.bare}</p>}
      <div ref={place} class="board" style={{ '--columns': phases.length }}>
        {board.columns.map((column) => (
          <BoardColumn
            key={column.phase}
            pathway={board.pathway}
            movable={({ id }) => moves(board.pathway) || board.leading.includes(id)}
            column={column}
            carried={carried}
            press={press}
            leave={leave}
            drop={ask}
          />
        ))}
      </div>
      <p id="carry-keys" class="unseen">
        {boardMessages.keys}
      </p>
      {asked && <BoardGate key={`${asked.row.id} ${asked.to}`} asked={asked} close={() => close(asked.row.id)} />}
    </>
  )
}

/** A pathway's ideas with its phases as columns. What somebody does with a card only opens the gate; the server decides. */
export const BoardPage = ({ asked }: { asked: string | null }) => {
  const pathways = framework.value?.pathways ?? []
  const pathway = asked ?? pathways[0]?.key ?? ''
  const replied = useQuery('GET /v1/networks/:network/board', { query: { pathway } })
  return (
    <Page
      title={boardMessages.title}
      class="full"
      lead={<p class="small">{moves(pathway) || replied.reply?.leading.length ? boardMessages.lead : boardMessages.reads}</p>}
    >
      <Pathways current={pathway} />
      <Async of={replied} what={boardMessages.what}>
        {(board) => <Columns key={board.pathway} board={board} />}
      </Async>
    </Page>
  )
}
