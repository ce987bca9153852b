import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ApiProblem } from '../data/api.ts'
import { Page } from './page.tsx'
import { problemOf } from '../data/use-query.ts'
import { messages } from '../i18n/bank.ts'

/** A page that is fetched when somebody goes there, so that the first load stays small: `later(() => import('../x.tsx').then(({ X }) => X))`. */
export const later =
  <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> =>
  (props) => {
    const [Loaded, setLoaded] = useState<ComponentType<Props> | undefined>(undefined)
    const [problem, setProblem] = useState<ApiProblem | undefined>(undefined)
    const fetch = (): void => {
      setProblem(undefined)
      load().then(
        (loaded) => setLoaded(() => loaded),
        (error: unknown) => setProblem(problemOf(error)),
      )
    }
    useEffect(fetch, [])
    if (Loaded) return <Loaded {...props} />
    return (
      <Page title={problem ? messages.opening.failed : messages.opening.text}>
        {problem && (
          <p role="alert">
            {messages.problems.offline}{' '}
            <button type="button" class="button" onClick={fetch}>
              {messages.tryAgain}
            </button>
          </p>
        )}
      </Page>
    )
  }
