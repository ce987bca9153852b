import { useRef, useState } from 'preact/hooks'
import type { PersonalReply } from '../../../shared/api/answers.ts'
import { framework } from '../data/framework.ts'
import { keepPersonal } from '../data/preferences.ts'
import { may } from '../data/session.ts'
import { nothing, problemOf, useQuery } from '../data/use-query.ts'
import { startMessages as messages } from '../i18n/start.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { showToast } from '../ui/toast.tsx'
import {
  type Dismissed,
  readDismissed,
  type SetupStep,
  type ShownStep,
  shownSteps,
  type StepState,
  stepStates,
  writeDismissed,
} from './setup-steps.ts'
import { TopicSets } from './topic-sets.tsx'
import './setup-list.css'

const AddDialog = lazyPart(() => import('../adding/add-dialog.tsx').then((part) => part.AddDialog))

const list = messages.list
const place = 'setup'

const hows = {
  sites: list.sitesHow,
  topics: list.topicsHow,
  coordinator: list.coordinatorHow,
  steering: list.steeringHow,
  extension: list.extensionHow,
  import: list.importHow,
  idea: list.ideaHow,
}
const places = {
  sites: '/settings',
  topics: '/settings',
  coordinator: '/members',
  steering: '/members',
  extension: '/start',
  import: '/import',
}
const states = { done: list.isDone, waiting: list.isWaiting, open: list.isOpen }
const stateOf = ({ step, is, dismissed }: ShownStep): string =>
  dismissed ? list.isDismissed : step === 'import' && is === 'open' ? list.isOptional : states[is]

/** Sites and topics are an admin's to name, and so are invitations to run the network. */
const isMine = ({ step }: StepState): boolean => may('configureFramework') || step === 'extension' || step === 'import' || step === 'idea'

/** Where a step is done: another page, or, for an idea, the form that opens over this one. */
const Way = ({ step }: { step: SetupStep }) => {
  const [adding, setAdding] = useState(false)
  if (step !== 'idea') return <a href={places[step]}>{list[step]}</a>
  return (
    <>
      <button type="button" class="setup-way" onClick={() => setAdding(true)}>
        {list[step]}
      </button>
      {adding && <AddDialog begin="idea" close={() => setAdding(false)} />}
    </>
  )
}

const Line = ({ state, dismiss }: { state: ShownStep; dismiss: () => void }) => {
  const { step, count, invited, is, dismissed } = state
  return (
    <li class={`setup-step is-${is}`}>
      <div>
        <p>
          <span class="setup-mark" aria-hidden="true">
            {is === 'done' ? '✓' : '○'}
          </span>{' '}
          {isMine(state) ? <Way step={step} /> : <b>{list[step]}</b>} <span class="badge">{stateOf(state)}</span>
        </p>
        <p class="soft small">
          {is === 'waiting' ? list.invited({ count: invited }) : hows[step]({ count })} {!isMine(state) && is === 'open' && list.admin}
        </p>
        {step === 'topics' && is === 'open' && isMine(state) && (
          <Disclosure label={messages.sets.open}>{(close) => <TopicSets close={close} />}</Disclosure>
        )}
      </div>
      {is !== 'done' && (
        <button
          type="button"
          class="button plain small"
          aria-label={(dismissed ? list.takeUpThis : list.dismissThis)({ step: list[step] })}
          onClick={dismiss}
        >
          {dismissed ? list.takeUp : list.dismiss}
        </button>
      )}
    </li>
  )
}

const dismissedIn = ({ kept }: PersonalReply): Dismissed => readDismissed(kept.find(({ name }) => name === place)?.value ?? '')

/**
 * What a new network still needs, each step by what is there; gone once all is done or whoever reads has hidden it. `always`: where
 * it is found again, with the steps that were dismissed, which can be taken up there.
 */
export const SetupList = ({ always = false }: { always?: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const setup = useQuery('GET /v1/networks/:network/setup')
  const matrix = useQuery('GET /v1/networks/:network/matrix')
  const kept = useQuery('GET /v1/networks/:network/personal', { concerns: nothing })
  const imports = useQuery(kept.reply && (always || !dismissedIn(kept.reply).list) ? 'GET /v1/networks/:network/imports' : null, {
    concerns: nothing,
  })
  if (!setup.reply || !matrix.reply || !kept.reply || !framework.value) return null
  const dismissed = dismissedIn(kept.reply)
  const { sites, topics } = framework.value
  const ideas = Object.values(matrix.reply.dispositions).reduce((sum, count) => sum + count, 0)
  const lists = imports.reply?.runs.filter((run) => run.left > 0).length ?? 0
  const all = stepStates({ sites: sites.length, topics: topics.length, ideas, lists, setup: setup.reply })
  const { shown, left } = shownSteps(all, dismissed, always)
  if (!always && (dismissed.list || left === 0)) return null
  const keep = (next: Dismissed): void => {
    keepPersonal(place, writeDismissed(next)).then(kept.refresh, (error: unknown) => showToast(problemOf(error).message))
  }
  const turn = ({ step, dismissed: was }: ShownStep): void => {
    const others = dismissed.steps.filter((one) => one !== step)
    keep({ ...dismissed, steps: was ? others : [...others, step] })
    // Its line goes, and the focus with it, where what is dismissed is not shown.
    if (!always) heading.current?.focus()
  }
  return (
    <section class="card setup" aria-labelledby="setup">
      <h2 id="setup" tabIndex={-1} ref={heading}>
        {list.title} <span class="soft small">{list.left({ left })}</span>
      </h2>
      <ul class="setup-steps">
        {shown.map((state) => (
          <Line key={state.step} state={state} dismiss={() => turn(state)} />
        ))}
      </ul>
      {!always && (
        <p class="setup-end">
          <button
            type="button"
            class="button plain small"
            onClick={() => {
              keep({ ...dismissed, list: true })
              showToast(list.hidden)
            }}
          >
            {list.hide}
          </button>
        </p>
      )}
    </section>
  )
}
