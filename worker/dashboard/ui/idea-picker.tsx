import { useEffect, useState } from 'preact/hooks'
import type { IdeaRow } from '../../../shared/api/bank.ts'
import { stageOf } from './badges.tsx'
import type { Draft } from '../data/drafts.ts'
import { LineField, RadioField } from './fields.tsx'
import { useQuery } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'

interface Props {
  search: Draft
  /** What the search is called; without it, that of a merge. */
  label?: string
  legend: string
  /** What is offered before anything is typed. */
  offered?: readonly IdeaRow[]
  /** Said where nothing is offered yet. */
  noneYet: string
  /** Ideas that cannot be meant. */
  without: (id: string) => boolean
  chosen: string
  choose: (id: string) => void
}

const pause = 250
const most = 8

/** Words that have rested for a moment, so that not every letter is a request. */
const useRested = (text: string): string => {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}

const choiceOf = (row: IdeaRow) => ({ key: row.id, label: row.change, hint: stageOf(row) })

/** Chooses one of the bank's ideas, by words; ended ones are not offered. */
export const IdeaPicker = ({ search, label, legend, offered = [], noneYet, without, chosen, choose }: Props) => {
  const words = useRested(search.text.value.trim())
  const { reply, problem } = useQuery(words ? 'GET /v1/networks/:network/ideas' : null, { query: { q: words, limit: String(most) } })
  const rows = (words ? (reply?.rows ?? []) : offered).filter(({ id }) => !without(id))
  return (
    <>
      <LineField label={label ?? messages.merge.search} {...(label ? {} : { hint: messages.merge.searchHint })} draft={search} />
      {problem && <p class="problem">{problem.message}</p>}
      {rows.length > 0 ? (
        <RadioField legend={legend} value={chosen} choices={rows.map(choiceOf)} onChange={choose} />
      ) : (
        <p class="soft small" role="status">
          {search.text.value ? messages.merge.none : noneYet}
        </p>
      )}
    </>
  )
}
