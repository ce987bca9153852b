import { useEffect, useRef, useState } from 'preact/hooks'
import type { IdeaPage } from '../../../../shared/api/bank.ts'
import type { NewEvidenceReply, SearchedAt } from '../../../../shared/api/new-evidence.ts'
import type { EvidenceQuestion } from '../../../../shared/domain/evidence-question.ts'
import { allowed } from '../../data/allowed.ts'
import { type Since, useLastMeeting } from '../../data/last-meeting.ts'
import { type QueryState, useQuery } from '../../data/use-query.ts'
import { list } from '../../i18n/locale.ts'
import { lookupMessages } from '../../i18n/lookups.ts'
import { newEvidenceMessages as said } from '../../i18n/new-evidence.ts'
import { Async } from '../../ui/async.tsx'
import { sayDate } from '../../ui/dates.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Elsewhere } from '../../ui/reference.tsx'
import { wrongIn } from './guarded.ts'
import './new-evidence.css'
import { NewPapers } from './new-papers.tsx'
import { QuestionForm } from './question-form.tsx'

/** The question in one line. */
const lineOf = ({ population, intervention, comparison, outcome }: EvidenceQuestion): string => {
  const line = comparison ? said.lineComparison({ population, intervention, comparison }) : said.line({ population, intervention })
  return outcome ? said.outcomeOf({ line, outcome }) : line
}

/** A link that would send the search elsewhere is there only once the guard has read it and let it pass. */
const Question = ({ question, isRefused }: { question: EvidenceQuestion; isRefused: boolean }) => {
  const { search } = question
  const [harmless, setHarmless] = useState('')
  useEffect(() => {
    void wrongIn({ search }).then((wrong) => wrong === '' && setHarmless(search))
  }, [search])
  return (
    <>
      <p>
        <b>{lineOf(question)}</b>
      </p>
      <p class="soft small asked-search">
        {said.search}: <code>{search}</code>{' '}
        {harmless === search && !isRefused && (
          <Elsewhere to={`https://pubmed.ncbi.nlm.nih.gov/?term=${encodeURIComponent(search)}`}>{said.inPubmed}</Elsewhere>
        )}
      </p>
    </>
  )
}

const nameOf = ({ service }: SearchedAt): string => lookupMessages.services[service]

const Searched = ({ services, next }: Pick<NewEvidenceReply, 'services' | 'next'>) => (
  <>
    <p class="soft small">
      {services
        .filter(({ unknown }) => !unknown)
        .map((one) =>
          one.at > 0 ? said.searchedAt({ who: nameOf(one), day: sayDate(one.at), count: one.count }) : said.notYet({ who: nameOf(one) }),
        )
        .join(' · ')}
      {next !== null && ` · ${said.next({ day: sayDate(next) })}`}
    </p>
    {services.map((one) => (
      <div key={one.service}>
        {one.unknown && <p class="soft small">{said.unknown({ who: nameOf(one) })}</p>}
        {one.failed && <p class="soft small">{said.failed({ who: nameOf(one) })}</p>}
        {one.tooMany && <p class="notice small">{said.tooMany({ who: nameOf(one) })}</p>}
        {one.notFound.length > 0 && (
          <p class="notice small">{said.notFound({ words: list.format(one.notFound.map((word) => `“${word}”`)) })}</p>
        )}
      </div>
    ))}
  </>
)

/** A search takes seconds the first time, and its end is no entry of the log that pages are told of. */
const firstLook = 3000
const mostLooks = 20

const useFirstAnswer = ({ reply, refresh }: QueryState<NewEvidenceReply>): void => {
  const looks = useRef(0)
  useEffect(() => {
    if (reply?.state !== 'waiting' || looks.current >= mostLooks) return undefined
    looks.current += 1
    const timer = setTimeout(refresh, firstLook)
    return () => clearTimeout(timer)
  }, [reply])
}

const Found = ({ page, since, question }: { page: IdeaPage; since: Since; question: EvidenceQuestion }) => {
  const replied = useQuery('GET /v1/networks/:network/ideas/:id/new-evidence', {
    id: page.idea.id,
    query: { since: String(since.at) },
    concerns: (hint) => hint.ideas.includes(page.idea.id),
  })
  useFirstAnswer(replied)
  const count = useRef<HTMLParagraphElement>(null)
  const from = since.isMeeting ? said.sinceMeeting({ day: sayDate(since.at) }) : said.sinceDays
  return (
    <>
      <Question question={question} isRefused={replied.reply?.state === 'refused'} />
      <Async of={replied} what={said.title}>
        {(reply) => (
          <>
            {reply.state === 'off' && <p class="notice">{said.off}</p>}
            {reply.state === 'refused' && <p class="problem">{said.refused}</p>}
            {reply.state === 'waiting' && <p class="soft">{said.waitingFirst}</p>}
            {reply.state === 'found' && (
              <p role="status" tabIndex={-1} ref={count}>
                {said.count({ fresh: reply.fresh, since: from, randomised: reply.randomised, waiting: reply.waiting })}
              </p>
            )}
            {reply.services.length > 0 && <Searched {...reply} />}
            {reply.papers.length > 0 && (
              <>
                <p class="hint">{said.keys}</p>
                <NewPapers
                  idea={page.idea}
                  reply={reply}
                  since={since.at}
                  mayDismiss={allowed(page)('dismissPaper')}
                  changed={replied.refresh}
                  focusEnd={() => count.current?.focus()}
                />
              </>
            )}
          </>
        )}
      </Async>
    </>
  )
}

/** What an idea asks of the literature, and what its search found since the last meeting. */
export const NewEvidence = ({ page }: { page: IdeaPage }) => {
  const since = useLastMeeting()
  const { evidenceQuestion } = page.idea
  const mayAsk = allowed(page)('setEvidenceQuestion')
  return (
    <>
      <p class="soft small">{said.lead}</p>
      {evidenceQuestion ? since && <Found page={page} since={since} question={evidenceQuestion} /> : <p class="soft">{said.none}</p>}
      {mayAsk && (
        <Disclosure label={evidenceQuestion ? said.change : said.ask}>
          {(close) => <QuestionForm idea={page.idea} close={close} />}
        </Disclosure>
      )}
    </>
  )
}
