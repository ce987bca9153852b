import type { StartReply } from '../../../shared/api/access.ts'
import { people } from '../data/framework.ts'
import { startMessages as messages } from '../i18n/start.ts'
import type { BrowserKind } from './browser-kind.ts'
import { Step } from './step.tsx'

/** As many names as one still reads. */
const namesAtMost = 3

/** Those who run the network, as its members know them. */
const helpers = (): string => {
  const names = people.value.filter(({ role }) => ['coordinator', 'admin'].includes(role)).map(({ name }) => name)
  return names.slice(0, namesAtMost).join(', ')
}

const Link = ({ to, children }: { to: string; children: string }) => (
  <p>
    <a class="button quiet" href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  </p>
)

const How = ({ kind, stores }: { kind: BrowserKind; stores: StartReply['stores'] }) => {
  const browser = messages.browsers[kind]
  if (kind === 'other') return <p>{messages.getOther}</p>
  const store = stores[kind]
  if (store)
    return (
      <>
        <p>{messages.getStore}</p>
        <Link to={store}>{messages.getStoreLink({ browser })}</Link>
      </>
    )
  if (stores.file)
    return (
      <>
        <p>{messages.getFile({ browser })}</p>
        <Link to={stores.file}>{messages.getFileLink}</Link>
        <p class="soft small">{messages.getFileHow[kind]}</p>
      </>
    )
  const names = helpers()
  return <p>{names ? messages.getAsk({ people: names }) : messages.getAskNobody}</p>
}

/** Where the extension is to be had for this browser: a store, a file, or whoever can say. */
export const GetStep = ({ kind, stores, done }: { kind: BrowserKind; stores: StartReply['stores']; done: boolean }) => (
  <Step title={messages.get({ browser: messages.browsers[kind] })} done={done}>
    {!done && <How kind={kind} stores={stores} />}
  </Step>
)
