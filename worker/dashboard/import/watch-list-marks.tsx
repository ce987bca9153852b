import type { Said } from '../../../shared/lookups/assertion.ts'
import { list as joined } from '../i18n/locale.ts'
import { lookupMessages } from '../i18n/lookups.ts'
import { sayDayOf } from '../ui/dates.ts'
import { type DryList, dryList, losing, type Mark, newerKept } from './watch-list-state.ts'

const { list: messages, kinds } = lookupMessages

const named = (said: readonly Said[]): string =>
  joined.format(said.map(({ kind, date }) => (date ? `${kinds[kind]} (${date})` : kinds[kind])))

/** What the list says of one clip, and what it says no more. */
export const MarkLine = ({ mark: { clip, said, lost, known } }: { mark: Mark }) => {
  const of = clip.doi ?? clip.pmid ?? ''
  const what = [...(said.length > 0 ? [named(said)] : []), ...(lost.length > 0 ? [messages.noMore({ said: named(lost) })] : [])].join('; ')
  return (
    <li>
      <a href={`/evidence?state=all&q=${encodeURIComponent(of)}`}>{of}</a>: {what}{' '}
      {known && said.length > 0 && <span class="soft">· {messages.known}</span>}
    </li>
  )
}

/** What a file would take away stands on its own, and goes only if somebody says so. */
export const Losing = ({ dry }: { dry: DryList }) => {
  const [count, newer] = [losing(dry), newerKept(dry)]
  return (
    <>
      {newer.day !== undefined && <p class="notice">{messages.olderDay({ kept: sayDayOf(newer.day) })}</p>}
      {newer.notice !== undefined && <p class="notice">{messages.olderNotice({ kept: newer.notice, newest: dry.list.newest })}</p>}
      {count > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={dry.takeAway}
            onChange={({ currentTarget }) => {
              dryList.value = { ...dry, takeAway: currentTarget.checked }
            }}
          />{' '}
          {messages.losing({ count })}
        </label>
      )}
    </>
  )
}
