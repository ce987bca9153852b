import { useState } from 'preact/hooks'
import type { NewsReply } from '../../../shared/api/answers.ts'
import { newestOf } from '../../../shared/notifications/notifications.ts'
import { showToast } from '../ui/toast.tsx'
import { NewsLine } from './news-item.tsx'
import './news-page.css'
import { Page } from '../ui/page.tsx'
import { keepPersonal } from '../data/preferences.ts'
import { problemOf, useQuery } from '../data/use-query.ts'
import { reportMessages } from '../i18n/reports.ts'
import { Async } from '../ui/async.tsx'

const { news: messages } = reportMessages

const Empty = () => (
  <div class="empty">
    <h2>{messages.emptyTitle}</h2>
    <p>{messages.empty}</p>
  </div>
)

const MailChoice = ({ on, keep }: { on: boolean; keep: (value: string) => void }) => (
  <p class="mail-choice">
    <label class="check">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => keep(currentTarget.checked ? 'on' : 'off')} /> {messages.mail}
    </label>
    <span class="hint">{messages.mailHint}</span>
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
      showToast(done)
      refresh()
    } catch (error) {
      setProblem(problemOf(error).message)
    }
  }
  return (
    <>
      <div class="news-head">
        <p role="status">{fresh.length > 0 ? messages.fresh({ count: fresh.length }) : messages.nothingFresh}</p>
        {fresh.length > 0 && (
          <button
            type="button"
            class="button quiet"
            onClick={() => void keep('seen', String(newestOf(reply.items, reply.seen)), messages.nothingFresh)}
          >
            {messages.seen}
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
          <h2 id="earlier">{messages.earlier}</h2>
          <ul class="news">
            {earlier.map((item) => (
              <NewsLine key={item.id} item={item} fresh={false} />
            ))}
          </ul>
        </section>
      )}
      {reply.mail !== 'none' && (
        <MailChoice
          on={reply.mail === 'on'}
          keep={(value) => void keep('mail', value, value === 'on' ? messages.mailOn : messages.mailOff)}
        />
      )}
    </>
  )
}

/** What a person is told of the ideas that something ties them to. */
export const NewsPage = () => {
  const replied = useQuery('GET /v1/networks/:network/news')
  return (
    <Page
      title={messages.title}
      lead={
        <>
          {messages.lead} <a href="/digest">{messages.digest}</a>
        </>
      }
    >
      <Async of={replied} what={messages.what}>
        {(reply) => <News reply={reply} refresh={replied.refresh} />}
      </Async>
    </Page>
  )
}
