import type { ComponentType } from 'preact'
import { lazy, type OnTheWay } from '../../../shared/web/lazy.tsx'
import { Page } from './page.tsx'
import { messages } from '../i18n/bank.ts'

const Opening = ({ failure, again }: OnTheWay) => (
  <Page title={failure ? messages.opening.failed : messages.opening.text}>
    {failure && (
      <p role="alert">
        {messages.problems.offline}{' '}
        <button type="button" class="button" onClick={again}>
          {messages.tryAgain}
        </button>
      </p>
    )}
  </Page>
)

/** A page that is fetched when somebody goes there: `later(() => import('../x.tsx').then(({ X }) => X))`. */
export const lazyPage = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => lazy(load, Opening)
