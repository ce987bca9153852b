import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Draft } from '../store/draft.ts'
import { makePractice } from '../drafts/drafts.ts'
import { followQuery } from '../store/live-query.ts'
import { database, fault } from './options-state.ts'
import { optionsMessages } from '../i18n/options.ts'

const drafts = signal<Draft[]>([])

const failed = (error: unknown): void => {
  fault.value = error
}

/** The button was pressed on this tab: browsers let nothing read an extension's own page, so it says itself what is on it. */
const fillIn = async ({ id }: Draft): Promise<void> => {
  const selected = getSelection()?.toString().trim() ?? ''
  if (database.value) await makePractice(database.value, id, { title: optionsMessages.practiceArticleTitle, selected })
}

type State = 'ready' | 'open' | 'done'

/** Follows the draft of this tab from the press of the button until it is gone. Answers how to stop. */
const watch = async (show: (state: State) => void): Promise<() => void> => {
  const tab = (await browser.tabs.getCurrent())?.id
  let open = false
  const unsubscribe = drafts.subscribe((all) => {
    const own = all.find((draft) => draft.tab === tab && draft.from === 'page' && draft.state !== 'reading')
    if (own && !own.practice) fillIn(own).catch(failed)
    if (own?.practice) show('open')
    else if (open) show('done')
    open = own?.practice === true
  })
  const stop = followQuery(database, (present) => present.drafts.toArray(), drafts, failed)
  return () => {
    unsubscribe()
    stop()
  }
}

/** A clip that teaches: the real button, the real form, and nothing of it is kept or sent. */
export const Practice = () => {
  const [state, show] = useState<State>('ready')
  useEffect(() => {
    const watching = watch(show)
    watching.catch(failed)
    return () => void watching.then((stop) => stop())
  }, [])
  return (
    <section aria-labelledby="practice">
      <h2 id="practice">{optionsMessages.practiceTitle}</h2>
      <p>{optionsMessages.practiceText}</p>
      <blockquote class="practice">
        <h3>{optionsMessages.practiceArticleTitle}</h3>
        <p>{optionsMessages.practiceArticle}</p>
      </blockquote>
      <p class={state === 'done' ? 'notice good' : 'soft'} role="status">
        {state === 'open' && optionsMessages.practiceOpen}
        {state === 'done' && optionsMessages.practiceDone}
      </p>
    </section>
  )
}
