import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ApiProblem } from '../data/api.ts'
import { Page } from './page.tsx'
import { problemOf } from '../data/use-query.ts'
import { words } from '../i18n/strings.ts'

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
      <Page title={problem ? words.opening.failed : words.opening.text}>
        {problem && (
          <p role="alert">
            {words.problems.offline}{' '}
            <button type="button" class="button" onClick={fetch}>
              {words.tryAgain}
            </button>
          </p>
        )}
      </Page>
    )
  }
