import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { problemOf } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'

/** A part of a page whose code comes when it is shown: `laterPart(() => import('../x.tsx').then(({ X }) => X))`. */
export const laterPart =
  <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> =>
  (props) => {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | undefined>(undefined)
    const [failed, setFailed] = useState(false)
    const fetch = (): void => {
      setFailed(false)
      load().then(
        (loaded) => setLoaded(() => loaded),
        (error: unknown) => {
          problemOf(error)
          setFailed(true)
        },
      )
    }
    useEffect(fetch, [])
    if (Loaded) return <Loaded {...props} />
    if (!failed) return <p class="soft small">{messages.opening.text}</p>
    return (
      <p role="alert">
        {messages.problems.offline}{' '}
        <button type="button" class="button quiet small" onClick={fetch}>
          {messages.tryAgain}
        </button>
      </p>
    )
  }
