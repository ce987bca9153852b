import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { homeMessages } from '../../i18n/home.ts'

const step = 50

interface Props<Item> {
  items: readonly Item[]
  /** With another list it begins at the top again. */
  of: string
  line: (item: Item) => ComponentChildren
}

/** A list of any length, of which so much is drawn as is asked for. */
export const ListMore = <Item,>({ items, of, line }: Props<Item>) => {
  const [shown, show] = useState(step)
  useEffect(() => show(step), [of])
  const rest = items.length - shown
  return (
    <>
      <ul class="lines">{items.slice(0, shown).map(line)}</ul>
      {rest > 0 && (
        <button type="button" class="button" onClick={() => show(shown + step)}>
          {homeMessages.more({ count: rest })}
        </button>
      )}
    </>
  )
}
