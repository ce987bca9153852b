import type { ComponentType } from 'preact'
import { lazy, type OnTheWay } from '../../../shared/web/lazy.tsx'
import { messages } from '../i18n/bank.ts'

const Opening = ({ failure, again }: OnTheWay) =>
  failure ? (
    <p role="alert">
      {messages.problems.offline}{' '}
      <button type="button" class="button quiet small" onClick={again}>
        {messages.tryAgain}
      </button>
    </p>
  ) : (
    <p class="soft small">{messages.opening.text}</p>
  )

/** A part of a page whose code comes when it is shown: `lazyPart(() => import('../x.tsx').then(({ X }) => X))`. */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => lazy(load, Opening)
