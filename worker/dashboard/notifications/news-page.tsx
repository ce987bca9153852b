import { useState } from 'preact/hooks'
import type { NewsReply } from '../../../shared/api/answers.ts'
import { newestOf } from '../../../shared/notifications/notifications.ts'
import { announce } from '../ui/toast.tsx'
import { NewsLine } from './news-item.tsx'
import './news-page.css'
import { Page } from '../ui/page.tsx'
import { keepPersonal } from '../data/preferences.ts'
import { problemOf, useReply } from '../data/use-query.ts'
import { networkPath } from '../data/session.ts'
import { answerWords } from '../i18n/strings-answers.ts'
import { Waiting } from '../ui/async.tsx'

const { news: words } = answerWords

const Empty = () => (
  <div class="empty">
    <h2>{words.emptyTitle}</h2>
    <p>{words.empty}</p>
  </div>
)

const MailChoice = ({ on, keep }: { on: boolean; keep: (value: string) => void }) => (
  <p class="mail-choice">
    <label class="check">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => keep(currentTarget.checked ? 'on' : 'off')} /> {words.mail}
    </label>
    <span class="hint">{words.mailHint}</span>
  </p>
)

const News = ({ reply, refresh }: { reply: NewsReply; refresh: () => void }) => {
  const [problem, setProblem] = useState('')
  const fresh = reply.items.filter(({ at }) => at > reply.seen)
  const earlier = reply.items.filter(({ at }) => at <= reply.seen)
  const keep = async (name: string, value: string, done: string): Promise<void> => {
    try {
      await keepPersonal(name, value)
      setProblem('')
      announce(done)
      refresh()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <>
      <div class="news-head">
        <p role="status">{fresh.length > 0 ? words.fresh(fresh.length) : words.nothingFresh}</p>
        {fresh.length > 0 && (
          <button
            type="button"
            class="button quiet"
            onClick={() => void keep('seen', String(newestOf(reply.items, reply.seen)), words.nothingFresh)}
          >
            {words.seen}
          </button>
        )}
      </div>
      <p class="problem" role="alert">
        {problem}
      </p>
      {reply.items.length === 0 && <Empty />}
      <ul class="news">
        {fresh.map((item) => (
          <NewsLine key={item.id} item={item} fresh />
        ))}
      </ul>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{words.earlier}</h2>
          <ul class="news">
            {earlier.map((item) => (
              <NewsLine key={item.id} item={item} fresh={false} />
            ))}
          </ul>
        </section>
      )}
      {reply.mail !== 'none' && (
        <MailChoice on={reply.mail === 'on'} keep={(value) => void keep('mail', value, words.mailKept(value === 'on'))} />
      )}
    </>
  )
}

/** What a person is told of the ideas that something ties them to. */
export const NewsPage = () => {
  const replied = useReply<NewsReply>(`${networkPath.value}/news`)
  return (
    <Page
      title={words.title}
      lead={
        <>
          {words.lead} <a href="/digest">{words.digest}</a>
        </>
      }
    >
      <Waiting of={replied} what={words.what}>
        {(reply) => <News reply={reply} refresh={replied.refresh} />}
      </Waiting>
    </Page>
  )
}
