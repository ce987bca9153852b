import { useEffect, useRef, useState } from 'preact/hooks'
import { type MyItem, myItems, readMine } from '../../bank/my-items.ts'
import { matcherOf } from '../../bank/word-search.ts'
import { useBank } from '../state/bank-state.ts'
import { reader } from '../state/panel-state.ts'
import { useQuery } from '../state/use-query.ts'
import { homeMessages } from '../../i18n/home.ts'

const most = 8

interface Props {
  pick: (idea: { id: string; change: string }) => void
  cancel: () => void
}

const goesOn = ({ idea }: MyItem): boolean => idea?.disposition === 'active'

/** One idea out of the bank: one’s own first, also those that wait to be sent, then any that a search finds. */
export const PickIdea = ({ pick, cancel }: Props) => {
  const [typed, type] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const source = useQuery(readMine)
  const matches = matcherOf(typed)
  const own = source ? myItems(source, reader.value).filter((item) => goesOn(item) && matches(item.title)) : []
  const { found } = useBank((index, pause) => index.search(typed, 'open', most, pause), typed)
  const others = typed.trim() === '' ? [] : (found?.lines ?? [])
  const offered = new Map([...own.slice(0, most).map(({ id, title }) => ({ id, change: title })), ...others].map((idea) => [idea.id, idea]))
  return (
    <div
      class="pick"
      role="group"
      aria-label={homeMessages.attachTitle}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
      }}
    >
      <input
        type="search"
        ref={field}
        aria-label={homeMessages.attachTitle}
        placeholder={homeMessages.attachTitle}
        value={typed}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <ul class="lines">
        {[...offered.values()].map(({ id, change }) => (
          <li key={id}>
            <button type="button" class="line-button" aria-label={homeMessages.attachTo({ change })} onClick={() => pick({ id, change })}>
              {change}
            </button>
          </li>
        ))}
      </ul>
      {offered.size === 0 && <p class="soft">{homeMessages.nothingFound}</p>}
      <button type="button" class="button small" onClick={cancel}>
        {homeMessages.cancel}
      </button>
    </div>
  )
}
