import { useEffect, useState } from 'preact/hooks'
import type { OpenQuestion } from '../../bank/open-questions.ts'
import { ageOf } from '../../i18n/age.ts'
import { homeMessages } from '../../i18n/home.ts'
import { AnswerForm } from '../idea/answer-form.tsx'
import { ask } from '../parts/ask.ts'
import { serverTime } from '../../store/sync-status.ts'
import { notes, questions, view } from '../state/panel-state.ts'
import '../parts/views.css'

const Question = ({ asked, first }: { asked: OpenQuestion; first: boolean }) => {
  const [open, show] = useState(first)
  return (
    <li class="item">
      <p class="item-title">{asked.change}</p>
      <blockquote class="said">{asked.text}</blockquote>
      <p class="soft">{homeMessages.askedSince({ age: ageOf(asked.at, serverTime(notes.value, Date.now())) })}</p>
      {open ? (
        <AnswerForm idea={asked.idea} close={() => show(false)} quiet={first} />
      ) : (
        <button type="button" class="button small" onClick={() => show(true)}>
          {homeMessages.sendAnswer}
        </button>
      )}
    </li>
  )
}

/** Whoever asked is told that these are before the person's eyes. */
const useReadMarks = (shown: readonly OpenQuestion[]): void => {
  const unread = shown.filter(({ isRead }) => !isRead)
  useEffect(() => {
    if (unread.length > 0)
      void ask(
        unread.map(({ comment, idea }) => ({ name: 'markQuestionRead', args: { comment, idea } })),
        { unasked: true },
      )
  }, [unread.map(({ comment }) => comment).join(' ')])
}

/**
 * What the network asks about one's own ideas, with a box for the answer in its place. Beside a draft it stays small: one question,
 * and its box when it is asked for.
 */
export const QuestionsPart = ({ besideDraft = false }: { besideDraft?: boolean }) => {
  const asked = questions.value
  const shown = besideDraft ? asked.slice(0, 1) : asked
  useReadMarks(shown)
  if (asked.length === 0) return null
  return (
    <section class="news fresh" aria-labelledby="questions">
      <h2 id="questions" class="small-title">
        {homeMessages.questionsFor({ count: asked.length })}
      </h2>
      <ul class="lines">
        {shown.map((one, place) => (
          <Question key={one.comment} asked={one} first={!besideDraft && place === 0} />
        ))}
      </ul>
      {asked.length > shown.length && (
        <button type="button" class="link-button" onClick={() => (view.value = 'mine')}>
          {homeMessages.otherQuestions({ count: asked.length - shown.length })}
        </button>
      )}
    </section>
  )
}
